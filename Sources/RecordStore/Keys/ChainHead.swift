/// The end of a chain at some moment, which the device signs.
public struct ChainHead: Sendable, Hashable {
  /// Which chain it ends.
  public enum Chain: Sendable, Hashable {
    /// The events of one record.
    case record(RecordID)
    /// What was done with the store.
    case audit
  }

  /// Which chain it ends.
  public let chain: Chain
  /// The number of the last row.
  public let seq: Int
  /// The hash of the last row.
  public let hash: ChainHash

  /// Makes a head.
  public init(of chain: Chain, seq: Int, hash: ChainHash) {
    self.chain = chain
    self.seq = seq
    self.hash = hash
  }

  /// The bytes that are signed.
  ///
  /// - Of a record: `"intake-head-1" | record 16 | seq u64be | hash 32`
  /// - Of the audit: `"intake-head-2" | seq u64be | hash 32`
  var signedBytes: [UInt8] {
    var bytes: [UInt8]
    switch chain {
    case .record(let record): bytes = Array("intake-head-1".utf8) + record.bytes
    case .audit: bytes = Array("intake-head-2".utf8)
    }
    bytes.append(bigEndian: UInt64(bitPattern: Int64(seq)))
    return bytes + hash.bytes
  }
}
