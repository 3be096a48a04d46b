import Crypto

/// A link of a chain: the hash of a row together with that of the row before.
public struct ChainHash: Hashable, Sendable {
  /// The bytes; always 32.
  public let bytes: [UInt8]

  /// What stands before the first row: 32 zeros.
  public static let start = ChainHash(raw: [UInt8](repeating: 0, count: 32))

  private init(raw: [UInt8]) { bytes = raw }

  /// Takes a hash as it is stored, or nothing when there are not 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The hash of an event of a record.
  ///
  /// SHA-256 of `intake-aud-1`, the previous hash, the record's 16 bytes, the sequence number and the
  /// time in milliseconds (8 bytes each, the highest first), and the SHA-256 of the sealed bytes.
  public init(
    after previous: ChainHash, record: RecordID, sequence: UInt64, time: Int64, sealed: [UInt8]
  ) {
    var hash = SHA256()
    hash.update(data: Array("intake-aud-1".utf8))
    hash.update(data: previous.bytes)
    hash.update(data: record.bytes)
    hash.update(data: [UInt8](bigEndian: sequence))
    hash.update(data: [UInt8](bigEndian: time))
    hash.update(data: Array(SHA256.hash(data: sealed)))
    bytes = Array(hash.finalize())
  }

  /// The hash of a row of another chain: SHA-256 of the chain's name, the previous hash, and the
  /// fields, each after its length in 4 bytes, the highest first.
  public init(after previous: ChainHash, of chain: String, fields: [[UInt8]]) {
    var hash = SHA256()
    hash.update(data: Array(chain.utf8))
    hash.update(data: previous.bytes)
    for field in fields {
      hash.update(data: [UInt8](bigEndian: UInt32(field.count)))
      hash.update(data: field)
    }
    bytes = Array(hash.finalize())
  }
}
