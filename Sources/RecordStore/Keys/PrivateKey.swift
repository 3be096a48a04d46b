import Crypto
import Foundation

/// The private half of an X25519 key pair.
///
/// Its memory is overwritten when the last copy goes.
public struct PrivateKey: Sendable {
  private let key: SymmetricKey
  /// The public half.
  public let publicKey: PublicKey

  /// Makes a new pair from the system's random numbers.
  public init() {
    let pair = Curve25519.KeyAgreement.PrivateKey()
    key = SymmetricKey(data: pair.rawRepresentation)
    // A key that the library has made has its 32 bytes.
    publicKey = PublicKey(of: pair)
  }

  /// Takes a private key in its raw form of 32 bytes.
  ///
  /// - Throws: ``SealError/badKey``.
  public init(raw: [UInt8]) throws(SealError) {
    do {
      let pair = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw)
      key = SymmetricKey(data: raw)
      publicKey = PublicKey(of: pair)
    } catch { throw .badKey }
  }

  /// The 32 bytes, to be sealed or written on a recovery sheet.
  var raw: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Opens what was sealed to the public half for a purpose.
  ///
  /// - Throws: ``SealError`` when the bytes were changed, or were sealed for something else.
  public func open(_ sealed: [UInt8], for purpose: KeyPurpose) throws(SealError) -> [UInt8] {
    guard sealed.count >= 48 else { throw .format }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw),
        ciphersuite: PublicKey.ciphersuite, info: Data(purpose.info + publicKey.id.bytes),
        encapsulatedKey: Data(sealed[..<32]))
      return Array(try recipient.open(sealed[32...]))
    } catch { throw .notAuthentic }
  }

  /// Opens the key of a record.
  public func unwrap(_ wrap: [UInt8], of record: RecordID) throws(SealError) -> RecordKey {
    try RecordKey(raw: open(wrap, for: .recordKey(record)))
  }

  /// Seals a private key to a person or to the recovery key.
  public func sealed(to recipient: PublicKey) throws(SealError) -> [UInt8] {
    try recipient.seal(raw, for: .privateKey(publicKey.id))
  }

  /// Opens a private key that was sealed to this one.
  public func openKey(_ sealed: [UInt8], named id: KeyID) throws(SealError) -> PrivateKey {
    let key = try PrivateKey(raw: open(sealed, for: .privateKey(id)))
    guard key.publicKey.id == id else { throw .badKey }
    return key
  }

  /// A key for one use that only holders of this one know: HKDF-SHA256 without salt.
  func derivedKey(for use: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array(use.utf8), outputByteCount: 32)
  }
}

extension PublicKey {
  init(of pair: Curve25519.KeyAgreement.PrivateKey) {
    bytes = Array(pair.publicKey.rawRepresentation)
  }
}
