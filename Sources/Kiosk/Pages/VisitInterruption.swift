import LineEditor

/// Why a page of a kiosk got no answer.
enum VisitInterruption: Error, Equatable {
  /// Nobody typed for as long as the settings allow.
  case nobodyThere
  /// Another process asked this one to end.
  case terminated(TerminationSignal)
  /// The terminal is gone.
  case terminalGone
}
