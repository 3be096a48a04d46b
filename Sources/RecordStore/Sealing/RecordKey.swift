import Crypto

/// The key of one record: 32 random bytes that its events are sealed with.
///
/// The bytes lie in memory that is overwritten when the last copy of the value goes away.
public struct RecordKey: Sendable {
  /// How many bytes it has.
  public static let byteCount = 32

  let secret: SymmetricKey

  /// Makes a new key.
  public static func random() -> RecordKey { RecordKey(SymmetricKey(size: .bits256)) }

  init(_ secret: SymmetricKey) { self.secret = secret }

  /// Makes a key from its 32 bytes and overwrites them; nil for any other count.
  init?(taking bytes: inout [UInt8]) {
    defer { bytes.overwrite() }
    guard bytes.count == Self.byteCount else { return nil }
    secret = SymmetricKey(data: bytes)
  }
}

extension RecordKey: CustomStringConvertible, CustomReflectable {
  /// That it is a key; never the key.
  public var description: String { "record key" }
  /// Nothing: a dump of a value that holds a key shows no key.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
