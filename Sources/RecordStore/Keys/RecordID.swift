/// The name of a record: 16 bytes, by chance and never from what the record says.
public struct RecordID: Sendable, Hashable, CustomStringConvertible {
  /// How many bytes it has.
  public static let byteCount = 16

  /// The 16 bytes.
  public let bytes: [UInt8]

  /// Makes a name from its 16 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Array(bytes)
  }

  /// Reads the text form: 32 hexadecimal digits in either case, with the four dashes of a UUID.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12],
      let bytes = RecordStore.bytes(hexadecimal: parts.joined())
    else { return nil }
    self.init(bytes: bytes)
  }

  /// A new name: a random UUID (RFC 9562, version 4), so 122 bits of chance.
  public static func random() -> RecordID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  package static func random(using generator: inout some RandomNumberGenerator) -> RecordID {
    var bytes = randomBytes(byteCount, using: &generator)
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    return RecordID(checked: bytes)
  }

  private init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes as a lower-case UUID.
  public var description: String {
    let digits = Array(bytes.hexadecimal)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }
}
