/// One thing that a record holds, opened.
public struct RecordEvent: Sendable, Hashable {
  /// Its number in the record, from 1.
  public let sequence: UInt64
  /// When it was kept, in milliseconds since 1970, UTC.
  public let time: Int64
  /// What the caller gave.
  public let bytes: [UInt8]
}
