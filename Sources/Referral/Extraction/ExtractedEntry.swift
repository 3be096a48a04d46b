import FHIR

/// A resource that was extracted, and how it stands in the transaction.
struct ExtractedEntry {
  /// Its address, by which others in the transaction refer to it.
  let fullUrl: String
  let resource: JSONDocument
  /// The conditions of the request, by their names there.
  var conditions: [(name: String, value: String)] = []
  /// The element of the form that it comes from, for problems.
  let source: JSONNode
  let linkId: String?

  /// The type of the resource.
  private var resourceType: String { resource.root["resourceType"]?.string ?? "" }

  /// The resource that is updated; nil when one is made anew.
  var updatedResource: String? { resource.root["id"]?.string.map { "\(resourceType)/\($0)" } }

  /// Adds the entry to the open array.
  ///
  /// A resource with an id is updated, any other is made anew (SDC 4, templateExtract).
  func add(to entries: inout JSONBuilder) {
    entries.addObject { entry in
      entry.add("fullUrl", fullUrl)
      entry.add("resource", copyOf: resource.root)
      entry.addObject("request") { request in
        request.add("method", updatedResource == nil ? "POST" : "PUT")
        request.add("url", updatedResource ?? resourceType)
        for condition in conditions { request.add(condition.name, condition.value) }
      }
    }
  }
}
