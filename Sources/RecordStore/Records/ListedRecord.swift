/// A record as the list shows it.
public struct ListedRecord: Sendable, Hashable {
  /// The record.
  public let id: RecordID
  /// How far it has come; nil when it cannot be read.
  public let state: RecordState?
  /// When it was begun, in milliseconds since 1970, UTC.
  public let created: Int64
  /// When it was last written.
  public let updated: Int64
  /// Whether the person's code still opens it.
  public let canBeResumed: Bool
  /// The desk's card, or nil when there is none.
  public let desk: [UInt8]?
  /// The clinical card, or nil when there is none or the role may not see it.
  public let clinical: [UInt8]?
  /// Why it, or one of its cards, cannot be read; the others can all the same.
  public let fault: RecordFault?
}
