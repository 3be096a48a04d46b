import Crypto

/// What names the forms, rules and vocabularies that a record was made with: the SHA-256 of their bytes.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// The bytes; always 32.
  public let bytes: [UInt8]

  /// The hash of content.
  public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// Takes a hash as it is stored, or nothing when there are not 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The hash in hexadecimal digits.
  public var description: String { bytes.hexadecimal }
}
