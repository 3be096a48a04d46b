import Crypto

/// The private half of an X25519 key pair.
///
/// Its bytes lie in memory that is overwritten when the last copy of the value goes away.
public struct PrivateKey: Sendable {
  /// How many bytes it has.
  public static let byteCount = 32

  /// The 32 bytes.
  let secret: SymmetricKey
  let agreement: Curve25519.KeyAgreement.PrivateKey
  /// The public half.
  public let publicKey: PublicKey

  /// Makes a new key pair.
  public init() {
    self.init(Curve25519.KeyAgreement.PrivateKey())
  }

  /// Makes a key from its 32 bytes; nil for any other count.
  ///
  /// The caller's copy stays as it is: overwrite it.
  public init?(bytes: [UInt8]) {
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes) else {
      return nil
    }
    self.init(key)
  }

  private init(_ key: Curve25519.KeyAgreement.PrivateKey) {
    agreement = key
    var bytes = Array(key.rawRepresentation)
    secret = SymmetricKey(data: bytes)
    bytes.overwrite()
    publicKey = PublicKey(key.publicKey)
  }
}

extension PrivateKey: CustomStringConvertible, CustomReflectable {
  /// The short name of the key; never the key.
  public var description: String { "private key of \(publicKey.id)" }
  /// Nothing: a dump of a value that holds a key shows no key.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
