import Crypto

/// The private key of a person, sealed under their passphrase: 80 bytes.
///
/// `01 | log2 N u8 | r u8 | p u8 | salt 16 | nonce 12 | ciphertext 32 | tag 16`: AES-256-GCM under
/// `scrypt(passphrase, salt 16, N, r, p, 32 bytes)`, where the passphrase is UTF-8 in normal form C. What is
/// authenticated is `"intake-person-1" | the first 20 bytes | public key 32`.
public struct SealedPrivateKey: Sendable, Hashable {
  /// The sealed key as it is stored.
  public let bytes: [UInt8]
  /// The public half, which is stored beside it.
  public let publicKey: PublicKey

  private static let version: UInt8 = 1
  private static let saltCount = 16
  private static let headerCount = 4 + saltCount

  /// Takes a sealed key as it was stored; its form is looked at when it is opened.
  public init(bytes: [UInt8], publicKey: PublicKey) {
    self.bytes = bytes
    self.publicKey = publicKey
  }

  /// Seals a private key under a passphrase, with a new salt; about 320 ms and 128 MB.
  public static func make(
    of key: PrivateKey, passphrase: Passphrase, cost: ScryptCost = .passphrase
  ) throws(SealingError) -> SealedPrivateKey {
    try make(
      of: key, passphrase: passphrase, cost: cost, salt: randomBytes(saltCount),
      nonce: randomBytes(AESBox.nonceCount))
  }

  package static func make(
    of key: PrivateKey, passphrase: Passphrase, cost: ScryptCost, salt: [UInt8], nonce: [UInt8]
  ) throws(SealingError) -> SealedPrivateKey {
    let derived = try passphrase.derive(salt: salt, cost: cost)
    let header = [version, cost.logarithmOfRounds, cost.blockSize, cost.parallelism] + salt
    let box = try key.secret.withSecret { bytes throws(SealingError) in
      try AESBox.seal(
        bytes, with: derived, nonce: nonce, authenticating: context(header, key.publicKey),
        as: .personKey)
    }
    return SealedPrivateKey(bytes: header + box, publicKey: key.publicKey)
  }

  /// Opens the private key with the passphrase; the time is that of making it.
  ///
  /// Throws ``SealingError/refused(_:)`` for another passphrase, and ``SealingError/malformed(_:)`` for a stored
  /// cost out of bounds before any work is done.
  public func open(_ passphrase: Passphrase) throws(SealingError) -> PrivateKey {
    let cost = try storedCost()
    let salt = Array(bytes[4..<Self.headerCount])
    return try open(under: passphrase.derive(salt: salt, cost: cost))
  }

  func open(under derived: SymmetricKey) throws(SealingError) -> PrivateKey {
    _ = try storedCost()
    var secret = try AESBox.open(
      bytes.dropFirst(Self.headerCount), with: derived,
      authenticating: Self.context(Array(bytes.prefix(Self.headerCount)), publicKey),
      as: .personKey)
    defer { secret.overwrite() }
    guard let key = PrivateKey(bytes: secret), key.publicKey == publicKey else {
      throw .malformed(.personKey)
    }
    return key
  }

  /// The cost that it was sealed with.
  ///
  /// Throws ``SealingError/malformed(_:)`` when it is out of bounds or the bytes are not a sealed key.
  public func storedCost() throws(SealingError) -> ScryptCost {
    guard let first = bytes.first else { throw .malformed(.personKey) }
    guard first == Self.version else { throw .unknownVersion(.personKey, version: first) }
    guard bytes.count == Self.headerCount + PrivateKey.byteCount + AESBox.overhead,
      let cost = ScryptCost(
        logarithmOfRounds: bytes[1], blockSize: bytes[2], parallelism: bytes[3])
    else { throw .malformed(.personKey) }
    return cost
  }

  private static func context(_ header: [UInt8], _ key: PublicKey) -> [UInt8] {
    Array("intake-person-1".utf8) + header + key.bytes
  }
}
