/// The identity of a record: 16 random bytes, written as a UUID.
public struct RecordID: Hashable, Sendable, CustomStringConvertible {
  /// The bytes; always 16.
  public let bytes: [UInt8]

  /// Makes a new identity, from the system's random numbers.
  public init() {
    var bytes = [UInt8].random(16)
    // Version 4, variant 1 (RFC 9562, 5.4), so that other programs take it for what it is.
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    self.bytes = bytes
  }

  /// Takes an identity as it is stored, or nothing when there are not 16 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads a UUID in any case, or nothing when it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
    guard let bytes = [UInt8](hexadecimal: parts.joined()) else { return nil }
    self.init(bytes: bytes)
  }

  /// The identity as a UUID in lower case.
  public var description: String {
    let text = bytes.hexadecimal
    var rest = Substring(text)
    let parts = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    return parts.joined(separator: "-")
  }
}
