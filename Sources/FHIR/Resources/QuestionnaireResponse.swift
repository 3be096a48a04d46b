/// Answers to a form (R4, QuestionnaireResponse): a typed view of its JSON.
public struct QuestionnaireResponse: Sendable {
  /// The response as JSON.
  public let node: JSONNode

  /// Makes a view of a response; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("QuestionnaireResponse") == true else { return nil }
    self.node = node
  }

  /// Where a response stands (R4 code system `questionnaire-answers-status`).
  public enum Status: String, Sendable, CaseIterable {
    /// Answers are still being given.
    case inProgress = "in-progress"
    /// All answers are given.
    case completed
    /// Answers were changed after completion.
    case amended
    /// The response should not exist.
    case enteredInError = "entered-in-error"
    /// The person stopped before the end.
    case stopped
  }

  /// What is known of the resource itself.
  public var meta: Meta? { node["meta"].map { Meta($0) } }
  /// The language of the words.
  public var language: String? { node["language"]?.string }
  /// The content as XHTML, for people.
  public var narrative: String? { node["text"]?["div"]?.string }
  /// The resources within.
  public var contained: [JSONNode] { node["contained"]?.elements ?? [] }
  /// The identifier that the response has elsewhere.
  public var identifier: Identifier? { node["identifier"].map { Identifier($0) } }
  /// The orders that the response answers to.
  public var basedOn: [Reference] { node["basedOn"]?.elements.map { Reference($0) } ?? [] }
  /// The procedures or observations that the response belongs to.
  public var partOf: [Reference] { node["partOf"]?.elements.map { Reference($0) } ?? [] }
  /// The visit during which the response was made.
  public var encounter: Reference? { node["encounter"].map { Reference($0) } }
  /// The logical id.
  public var id: String? { node["id"]?.string }
  /// The canonical URL of the form, with or without version.
  public var questionnaire: String? { node["questionnaire"]?.string }
  /// Where the response stands, or nil when the code is none that FHIR has.
  public var status: Status? { node["status"]?.string.flatMap { Status(rawValue: $0) } }
  /// When the answers were given.
  public var authored: PartialDateTime? { node.dateTime("authored") }
  /// Whom the answers are about.
  public var subject: Reference? { node["subject"].map { Reference($0) } }
  /// Who recorded the answers.
  public var author: Reference? { node["author"].map { Reference($0) } }
  /// Who gave the answers.
  public var source: Reference? { node["source"].map { Reference($0) } }
  /// The items at the top.
  public var items: [QuestionnaireResponseItem] {
    node["item"]?.elements.map { QuestionnaireResponseItem($0) } ?? []
  }
}
