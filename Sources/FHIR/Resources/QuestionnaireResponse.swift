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

  /// The logical id.
  public var id: String? { node["id"]?.string }
  /// The canonical URL of the form, with or without version.
  public var questionnaire: String? { node["questionnaire"]?.string }
  /// Where the response stands, or nil when the code is none that FHIR has.
  public var status: Status? { node["status"]?.string.flatMap { Status(rawValue: $0) } }
  /// When the answers were given.
  public var authored: PartialDateTime? {
    node["authored"]?.string.flatMap { PartialDateTime($0) }
  }
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

/// An item of a response (R4, QuestionnaireResponse.item): a typed view of its JSON.
public struct QuestionnaireResponseItem: Sendable {
  /// The item as JSON.
  public let node: JSONNode

  /// Makes a view of an item.
  public init(_ node: JSONNode) { self.node = node }

  /// The linkId of the questionnaire's item.
  public var linkId: String? { node["linkId"]?.string }
  /// The words of the question as they were asked.
  public var text: String? { node["text"]?.string }
  /// The answers.
  public var answers: [QuestionnaireResponseAnswer] {
    node["answer"]?.elements.map { QuestionnaireResponseAnswer($0) } ?? []
  }
  /// The items within a group.
  public var items: [QuestionnaireResponseItem] {
    node["item"]?.elements.map { QuestionnaireResponseItem($0) } ?? []
  }
}

/// An answer in a response (R4, QuestionnaireResponse.item.answer): a typed view of its JSON.
public struct QuestionnaireResponseAnswer: Sendable {
  /// The answer as JSON.
  public let node: JSONNode

  /// Makes a view of an answer.
  public init(_ node: JSONNode) { self.node = node }

  /// The value, or nil when there is none that can be read.
  public var value: AnswerValue? { node.choiceValue("value") }
  /// Why there is no value.
  public var dataAbsentReason: DataAbsentReason? {
    node.extensionText(.dataAbsentReason).flatMap { DataAbsentReason(rawValue: $0) }
  }
  /// The items under the answer.
  public var items: [QuestionnaireResponseItem] {
    node["item"]?.elements.map { QuestionnaireResponseItem($0) } ?? []
  }
}

/// Why a question has an answer without a value (code system `data-absent-reason`).
public enum DataAbsentReason: String, Sendable {
  /// The person does not know.
  case askedUnknown = "asked-unknown"
  /// The person prefers not to say.
  case askedDeclined = "asked-declined"
}
