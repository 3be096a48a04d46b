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
  /// Where the content stands, or nil when the code is none that FHIR has.
  public var status: PublicationStatus? { node.publicationStatus }
  /// How much of the code system the resource holds, or nil when the code is none that FHIR has.
  public var content: Content? { node["content"]?.string.flatMap { Content(rawValue: $0) } }
  /// The concepts at the top.
  public var concepts: [Concept] { node["concept"]?.elements.map { Concept($0) } ?? [] }

  /// Words that people add to the names of concepts without meaning another concept, such as
  /// "gloss" after the name of a paint (own extension `loose-word`).
  public var looseWords: [String] {
    node.extensions(.looseWord).compactMap { $0.choiceNode("value")?.string }
  }

  /// How much of a code system a resource holds (R4 code system `codesystem-content-mode`).
  public enum Content: String, Sendable, CaseIterable {
    /// None of the concepts.
    case notPresent = "not-present"
    /// A few concepts to show what they are like.
    case example
    /// Some of the concepts.
    case fragment
    /// All concepts.
    case complete
    /// Properties and designations for the concepts of another code system.
    case supplement
  }

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
    public func properties(_ code: String) -> [JSONNode] { node.conceptProperties(code) }
  }
}

extension JSONNode {
  /// The values of a property of a code system's concept, in order (R4, CodeSystem.concept.property).
  public func conceptProperties(_ code: String) -> [JSONNode] {
    self["property"]?.elements.compactMap { property in
      property["code"]?.isString(code) == true ? property.choiceNode("value") : nil
    } ?? []
  }
}
