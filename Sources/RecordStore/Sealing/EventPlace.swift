/// Where an event stands; it opens nowhere else.
public struct EventPlace: Sendable, Hashable {
  /// The record.
  public let record: RecordID
  /// The number of the event in its record, from 1.
  public let sequence: UInt64
  /// The hash of the event before.
  public let previous: ChainHash

  /// Makes a place.
  public init(record: RecordID, sequence: UInt64, previous: ChainHash) {
    self.record = record
    self.sequence = sequence
    self.previous = previous
  }

  /// `intake-evt-1`, the record, the number (8 bytes, the highest first), the previous hash.
  var associatedData: [UInt8] {
    Array("intake-evt-1".utf8) + record.bytes + [UInt8](bigEndian: sequence) + previous.bytes
  }
}
