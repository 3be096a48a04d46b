import Crypto

/// What names a public key: the first 8 bytes of the SHA-256 of its raw form.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
  /// The bytes; always 8.
  public let bytes: [UInt8]

  /// The name of a key in its raw form.
  public init(ofRaw key: some Sequence<UInt8>) {
    bytes = Array(SHA256.hash(data: Array(key)).prefix(8))
  }

  /// Takes a name as it is stored, or nothing when there are not 8 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 8 else { return nil }
    self.bytes = bytes
  }

  /// The name in hexadecimal digits, in groups of four.
  public var description: String {
    let text = bytes.hexadecimal
    return stride(from: 0, to: 16, by: 4).map { String(text.dropFirst($0).prefix(4)) }
      .joined(separator: "-")
  }
}
