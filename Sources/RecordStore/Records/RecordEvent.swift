/// One event of a record, opened.
public struct RecordEvent: Sendable, Hashable {
  /// Its number in the record, from 1.
  public let seq: Int
  /// When it was saved, in milliseconds since 1970 UTC, as the clock said; the order is by number.
  public let at: Int64
  /// What it says.
  public let bytes: [UInt8]
}
