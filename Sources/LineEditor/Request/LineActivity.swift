/// Whether anything was typed since a line was asked for.
public enum LineActivity: Sendable, Equatable {
  /// No key was pressed.
  case noKey

  /// At least one key was pressed.
  case keys
}
