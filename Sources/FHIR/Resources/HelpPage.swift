/// A page of help that an answer opens.
public enum HelpPage: String, Sendable, CaseIterable {
  /// Life may be in danger now.
  case emergency
  /// The person may hurt themself.
  case crisis
  /// Care is needed today.
  case sameDay = "same-day"
}
