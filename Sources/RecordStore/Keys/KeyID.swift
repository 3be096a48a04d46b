import Crypto

/// The short name of a public key: the first 8 bytes of the SHA-256 of its 32 bytes.
///
/// It tells keys apart; it is no proof that a key is somebody's.
public struct KeyID: Sendable, Hashable, CustomStringConvertible {
  /// How many bytes it has.
  public static let byteCount = 8

  /// The 8 bytes.
  public let bytes: [UInt8]

  /// Makes a name from its 8 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Array(bytes)
  }

  init(ofPublicKey key: [UInt8]) {
    bytes = Array(SHA256.hash(data: key).prefix(Self.byteCount))
  }

  /// The bytes as 16 hexadecimal digits in groups of four, such as `1f2e-9a00-b7c4-55d1`.
  public var description: String {
    let digits = Array(bytes.hexadecimal)
    return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
      .joined(separator: "-")
  }
}
