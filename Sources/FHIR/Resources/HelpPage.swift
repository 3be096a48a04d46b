/// A page of help that is shown at once when an answer opens it.
public enum HelpPage: String, Sendable {
  /// Life may be in danger now.
  case emergency
  /// The person may hurt themself.
  case crisis
  /// Care is needed today.
  case sameDay = "same-day"
}
