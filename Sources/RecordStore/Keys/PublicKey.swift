import Crypto

/// The public half of an X25519 key pair: who holds it can seal for its owner and open nothing.
public struct PublicKey: Sendable, Hashable {
  /// How many bytes it has.
  public static let byteCount = 32

  /// The 32 bytes (RFC 7748).
  public let bytes: [UInt8]
  /// The short name of the key.
  public let id: KeyID

  /// Makes a key from its 32 bytes; nil for any other count, and for points of low order.
  ///
  /// What is sealed to a point of low order, such as 32 zeros, anybody could open; the library does
  /// not look (RFC 9180, 7.1.4).
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(checked: Array(bytes))
    guard !hasLowOrder else { return nil }
  }

  init(_ key: Curve25519.KeyAgreement.PublicKey) {
    self.init(checked: Array(key.rawRepresentation))
  }

  private init(checked bytes: [UInt8]) {
    self.bytes = bytes
    id = KeyID(ofPublicKey: bytes)
  }

  /// Whether every agreement with the key gives zeros; one is enough to know (RFC 7748, 6.1).
  private var hasLowOrder: Bool {
    do {
      let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
      let secret = try Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(with: key)
      return secret.withUnsafeBytes { $0.allSatisfy { $0 == 0 } }
    } catch {
      return true
    }
  }
}
