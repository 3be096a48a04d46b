import Crypto

/// The SHA-256 of what records were made with: the questionnaires, rules and vocabularies of the day.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  /// How many bytes it has.
  public static let byteCount = 32

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Makes a hash from its 32 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Array(bytes)
  }

  /// The hash of content.
  public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// The hash as 64 lower-case hexadecimal digits.
  public var description: String { bytes.hexadecimal }
}
