import Crypto

/// The public half of a device's Ed25519 key, which tells whether the device signed something.
public struct DevicePublicKey: Sendable, Hashable {
  /// How many bytes it has.
  public static let byteCount = 32

  /// The 32 bytes (RFC 8032).
  public let bytes: [UInt8]
  /// The short name of the key.
  public let id: KeyID

  /// Makes a key from its 32 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(checked: Array(bytes))
  }

  init(checked bytes: [UInt8]) {
    self.bytes = bytes
    id = KeyID(ofPublicKey: bytes)
  }

  /// Whether the device signed this head of a chain.
  public func isSigned(_ head: ChainHead, by signature: [UInt8]) -> Bool {
    isSigned(head.signedBytes, by: signature)
  }

  package func isSigned(_ message: [UInt8], by signature: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}
