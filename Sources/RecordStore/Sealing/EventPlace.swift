/// Where an event belongs: it opens there and nowhere else.
public struct EventPlace: Sendable, Hashable {
  /// The record.
  public let record: RecordID
  /// The event's number in the record.
  public let seq: Int
  /// The hash of the event before it, or ``ChainHash/start``.
  public let previous: ChainHash

  /// Makes a place.
  public init(record: RecordID, seq: Int, previous: ChainHash) {
    self.record = record
    self.seq = seq
    self.previous = previous
  }

  /// What is authenticated with an event: `"intake-evt-1" | record 16 | seq u64be | previous hash 32`.
  var authenticated: [UInt8] {
    var bytes = Array("intake-evt-1".utf8) + record.bytes
    bytes.append(bigEndian: UInt64(bitPattern: Int64(seq)))
    return bytes + previous.bytes
  }
}
