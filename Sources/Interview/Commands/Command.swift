/// What a person can type instead of an answer.
public enum Command: Equatable, Sendable {
  /// To the question before.
  case back
  /// More about the question, and "I do not know".
  case help
  /// On without an answer.
  case skip
  /// End here, keeping the answers.
  case stop
  /// The list of answers.
  case review
  /// A blank screen.
  case hide
  /// How to talk with a person.
  case person
  /// "I do not know".
  case unknown
  /// "I prefer not to say".
  case decline
  /// Change an answer, or a row, by its number.
  case change(Int)
  /// Remove a row, or an answer from a list, by its number.
  case remove(Int)
  /// Why the question is asked.
  case why
  /// How far the person has come.
  case progress
  /// Text that is only ever added below, for screen readers.
  case plain
  /// Another language, the one with this tag if one is named.
  case language(String?)
  /// To read about the treatment.
  case learn
  /// All options of a long list.
  case list
  /// All commands.
  case commands
  /// A word after a colon that is no command.
  case notUnderstood(String)
}
