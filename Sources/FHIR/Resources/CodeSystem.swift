/// A vocabulary of concepts (R4, CodeSystem): a typed view of its JSON.
public struct CodeSystem: Sendable {
  /// The code system as JSON.
  public let node: JSONNode

  /// Makes a view of a code system; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("CodeSystem") == true else { return nil }
    self.node = node
  }

  /// The canonical URL.
  public var url: String? { node["url"]?.string }
  /// The version of the content.
  public var version: String? { node["version"]?.string }
  /// The name for people.
  public var title: String? { node["title"]?.string }
  /// The logical id.
  public var id: String? { node["id"]?.string }
  /// The name for programs.
  public var name: String? { node["name"]?.string }
  /// Where the content stands: draft, active, retired or unknown.
  public var status: String? { node["status"]?.string }
  /// How much of the code system the resource holds: not-present, example, fragment, complete or
  /// supplement.
  public var content: String? { node["content"]?.string }
  /// The concepts at the top.
  public var concepts: [Concept] { node["concept"]?.elements.map { Concept($0) } ?? [] }

  /// A concept with those below it (R4, CodeSystem.concept).
  public struct Concept: Sendable {
    /// The concept as JSON.
    public let node: JSONNode

    /// Makes a view of a concept.
    public init(_ node: JSONNode) { self.node = node }

    /// The code.
    public var code: String? { node["code"]?.string }
    /// The words for people.
    public var display: String? { node["display"]?.string }
    /// What the concept means.
    public var definition: String? { node["definition"]?.string }
    /// Other words for the concept.
    public var designations: [String] {
      node["designation"]?.elements.compactMap { $0["value"]?.string } ?? []
    }
    /// The narrower concepts.
    public var concepts: [Concept] { node["concept"]?.elements.map { Concept($0) } ?? [] }

    /// The values of a property, in order (R4, CodeSystem.concept.property).
    public func properties(_ code: String) -> [JSONNode] {
      node["property"]?.elements.compactMap { property in
        property["code"]?.string == code ? property.choiceNode("value") : nil
      } ?? []
    }
  }
}
