/// How large the letters of a terminal are.
public enum PrintSize: String, Sendable, Hashable, CaseIterable {
  /// As on any day.
  case usual
  /// For people who see little.
  case large
}
