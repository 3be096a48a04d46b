import Crypto

/// One link of a chain of SHA-256 hashes: whoever changes, drops or moves a row changes every later one.
///
/// - Records: `SHA-256("intake-aud-1" | previous 32 | record 16 | seq u64be | at i64be | SHA-256(sealed))`
/// - Audit: `SHA-256("intake-aud-2" | previous 32 | seq u64be | at i64be | SHA-256(entry))`
///
/// `at` is in milliseconds since 1970 UTC. The previous hash of the first row is 32 zeros.
public struct ChainHash: Sendable, Hashable, CustomStringConvertible {
  /// How many bytes it has.
  public static let byteCount = 32
  /// What stands for the previous hash of the first row: 32 zeros.
  public static let start = ChainHash(checked: [UInt8](repeating: 0, count: byteCount))

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Makes a hash from its 32 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Array(bytes)
  }

  private init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// The hash of a record's next event.
  ///
  /// - Parameters:
  ///   - record: The record that the event belongs to.
  ///   - seq: The event's number in the record.
  ///   - at: The event's time, in milliseconds since 1970 UTC.
  ///   - sealed: The event as it is stored.
  public func next(record: RecordID, seq: Int, at: Int64, sealed: [UInt8]) -> ChainHash {
    next("intake-aud-1", within: record.bytes, seq: seq, at: at, row: sealed)
  }

  /// The hash of the next entry of the audit.
  ///
  /// - Parameters:
  ///   - seq: The entry's number.
  ///   - at: The entry's time, in milliseconds since 1970 UTC.
  ///   - entry: Everything else that the entry says, in bytes that can be read in one way only.
  public func next(auditSeq seq: Int, at: Int64, entry: [UInt8]) -> ChainHash {
    next("intake-aud-2", within: [], seq: seq, at: at, row: entry)
  }

  private func next(
    _ label: StaticString, within record: [UInt8], seq: Int, at: Int64, row: [UInt8]
  ) -> ChainHash {
    var message = [UInt8](label.description.utf8) + bytes + record
    message.append(bigEndian: UInt64(bitPattern: Int64(seq)))
    message.append(bigEndian: at)
    message.append(contentsOf: SHA256.hash(data: row))
    return ChainHash(checked: Array(SHA256.hash(data: message)))
  }

  /// The hash as 64 lower-case hexadecimal digits.
  public var description: String { bytes.hexadecimal }
}
