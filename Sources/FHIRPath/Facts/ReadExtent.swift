/// How much of an item an expression may read.
public enum ReadExtent: UInt8, Sendable, CaseIterable, Comparable {
  /// Nothing that an answer could change
  case nothing
  /// The item's own answers and their values
  case answers
  /// The item's answers and the items below it; also whether a group is there at all, since it is
  /// there exactly when something in it is answered
  case everythingWithin

  /// Whether one extent lies within another and is not the same.
  public static func < (left: ReadExtent, right: ReadExtent) -> Bool {
    left.rawValue < right.rawValue
  }
}
