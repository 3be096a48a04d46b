import FHIR

/// A question that a rule looks at, with what is known of it.
public struct RuleInput: Sendable, Hashable {
  /// The linkId; empty for a value that the rule worked out itself.
  public let linkId: String
  /// A few words for the question.
  public let label: String
  /// The question as it was asked.
  public let text: String
  /// Where the question stands.
  public let state: State
  /// The answers in words.
  public let answers: [String]

  /// Where a question stands.
  public enum State: String, Sendable, Hashable {
    /// It has an answer.
    case answered
    /// It was asked and left without an answer.
    case skipped
    /// The person does not know or prefers not to say.
    case declined
    /// Nobody has asked yet.
    case notReached = "not-reached"
    /// It was left out: later, or not in private.
    case leftOut = "left-out"
    /// The form works it out, and could not.
    case notCalculated = "not-calculated"

    /// Whether it was put to the person.
    public var wasAsked: Bool {
      switch self {
      case .answered, .skipped, .declined: true
      case .notReached, .leftOut, .notCalculated: false
      }
    }
  }
}
