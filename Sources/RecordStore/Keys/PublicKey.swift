import Crypto

/// The public half of an X25519 key pair: who holds it can seal for its owner and open nothing.
public struct PublicKey: Sendable, Hashable {
  /// How many bytes it has.
  public static let byteCount = 32

  /// The 32 bytes (RFC 7748).
  public let bytes: [UInt8]
  /// The short name of the key.
  public let id: KeyID

  /// Makes a key from its 32 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(checked: Array(bytes))
  }

  init(_ key: Curve25519.KeyAgreement.PublicKey) {
    self.init(checked: Array(key.rawRepresentation))
  }

  private init(checked bytes: [UInt8]) {
    self.bytes = bytes
    id = KeyID(ofPublicKey: bytes)
  }
}
