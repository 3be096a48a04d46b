/// What becomes of keys that were pressed before the prompt was there.
public enum TypeAhead: Sendable, Equatable {
  /// They belong to this line: for staff who type faster than the program.
  case kept

  /// They are dropped, so that a paste or a heavy hand cannot answer a question not yet read.
  case dropped
}
