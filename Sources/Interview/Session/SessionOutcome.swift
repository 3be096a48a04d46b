import LineEditor

/// How a session at a terminal, or with a file, came to its end.
public enum SessionOutcome: Sendable, Equatable {
  /// The conversation ended.
  case ended(Ending)
  /// There was no more input. Never an answer.
  case endOfInput
  /// The terminal is gone.
  case disconnected
  /// Another process asked this one to end.
  case terminated(TerminationSignal)
  /// Nobody typed for as long as the policy allows.
  case left
  /// Staff ended it.
  case endedByStaff
  /// Nobody can read what is shown.
  case outputGone(OutputError)
}
