/// How two values stand to each other, where that can be told.
public enum PartialOrdering: Sendable, Equatable {
  /// The first is less.
  case ascending
  /// Neither is less.
  case same
  /// The first is greater.
  case descending
  /// It cannot be told: a date without its day, or units that do not convert.
  case undecidable

  /// How two values of one type stand to each other.
  public init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .ascending : (left == right ? .same : .descending)
  }
}
