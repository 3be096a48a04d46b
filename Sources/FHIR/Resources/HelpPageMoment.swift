/// When a page of help is shown and recorded as urgent.
public enum HelpPageMoment: String, Sendable, CaseIterable {
  /// Both as soon as an answer opens it.
  case atOnce = "at-once"
  /// Both when the interview comes to it in the order of the form while it is open.
  case inTurn = "in-turn"
  /// Recorded as soon as an answer opens it, and never shown.
  case record
}
