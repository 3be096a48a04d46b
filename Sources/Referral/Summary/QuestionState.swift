/// Where a question stands in a summary.
///
/// Nothing here ever means "no": a question without a value is told apart by why it has none.
public enum QuestionState: String, Sendable, CaseIterable {
  /// It has an answer.
  case answered
  /// The person said that they do not know.
  case doesNotKnow = "does-not-know"
  /// The person said that they prefer not to say.
  case prefersNotToSay = "prefers-not-to-say"
  /// It was asked and left without answer.
  case skipped
  /// A finished response holds no answer, and does not tell whether the question was asked.
  case noAnswer = "no-answer"
  /// The interview did not get there.
  case notReached = "not-reached"
  /// The response holds something here that cannot be read as an answer.
  case unreadable

  /// Whether it is known that somebody was asked.
  public var wasAsked: Bool { self != .notReached && self != .noAnswer }
}
