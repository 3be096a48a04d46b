/// A form (R4, Questionnaire): a typed view of its JSON.
public struct Questionnaire: Sendable {
  /// The questionnaire as JSON.
  public let node: JSONNode

  /// Makes a view of a questionnaire; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("Questionnaire") == true else { return nil }
    self.node = node
  }

  /// The logical id.
  public var id: String? { node["id"]?.string }
  /// The canonical URL.
  public var url: String? { node["url"]?.string }
  /// The version of the content.
  public var version: String? { node["version"]?.string }
  /// The name for programs.
  public var name: String? { node["name"]?.string }
  /// The name for people.
  public var title: String? { node["title"]?.string }
  /// The types of resource that responses are about.
  public var subjectTypes: [String] {
    node["subjectType"]?.elements.compactMap { $0.string } ?? []
  }
  /// The concepts that the form stands for.
  public var codes: [Coding] { node["code"]?.elements.map { Coding($0) } ?? [] }
  /// The items at the top.
  public var items: [QuestionnaireItem] {
    node["item"]?.elements.map { QuestionnaireItem($0) } ?? []
  }
  /// The resources within.
  public var contained: [JSONNode] { node["contained"]?.elements ?? [] }

  /// The canonical URL with the version, as a response names it.
  public var canonical: String? {
    url.map { Canonical(url: $0, version: version).description }
  }
}
