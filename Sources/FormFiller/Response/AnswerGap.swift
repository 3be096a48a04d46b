/// Something that is not known from a response: a question without an answer, and why it has none.
public struct AnswerGap: Sendable, Hashable {
  /// The index of the item in the form.
  public let item: Int
  /// The place in the response; nil where the group has no row.
  public let node: NodeID?
  /// Why there is no answer.
  public let reason: Reason

  /// Why there is no answer.
  public enum Reason: Sendable, Hashable {
    /// Nobody has been asked yet.
    case notReached
    /// It was asked and left without an answer.
    case skipped
    /// It was answered with "I do not know" or "I prefer not to say".
    case declined
    /// It was left out because of an answer that says nothing but what is to be asked.
    case leftOut
    /// The form works it out, and could not.
    case notCalculated
  }
}
