/// A condition under which an item is asked (R4, Questionnaire.item.enableWhen).
public struct EnableWhen: Sendable {
  /// The condition as JSON.
  public let node: JSONNode

  /// Makes a view of a condition.
  public init(_ node: JSONNode) { self.node = node }

  /// How an answer is compared (R4 code system `questionnaire-enable-operator`).
  public enum Operator: String, Sendable, CaseIterable {
    /// Whether there is an answer.
    case exists
    /// An answer equals the value.
    case equals = "="
    /// There is an answer and none equals the value.
    case differs = "!="
    /// An answer is greater.
    case greater = ">"
    /// An answer is less.
    case less = "<"
    /// An answer is greater or equal.
    case greaterOrEqual = ">="
    /// An answer is less or equal.
    case lessOrEqual = "<="
  }

  /// How several conditions count together (R4 code system `questionnaire-enable-behavior`).
  public enum Behavior: String, Sendable {
    /// Each has to be met.
    case all
    /// One has to be met.
    case any
  }

  /// The linkId of the question.
  public var question: String? { node["question"]?.string }

  /// The operator, or nil when it is none that FHIR has.
  public var `operator`: Operator? { node["operator"]?.string.flatMap { Operator(rawValue: $0) } }

  /// The value that answers are compared with.
  public var answer: AnswerValue? { node.choiceValue("answer") }
}
