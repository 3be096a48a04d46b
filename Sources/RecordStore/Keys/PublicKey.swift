import Crypto
import Foundation

/// The public half of an X25519 key pair, to which anybody can seal.
///
/// HPKE base mode of RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Sealed bytes are
/// the encapsulated key (32), the ciphertext and its tag (16); `info` is the purpose followed by the
/// receiving key's name, and there is no further authenticated data.
public struct PublicKey: Sendable, Hashable {
  /// The raw form; always 32 bytes.
  public let bytes: [UInt8]

  static let ciphersuite = HPKE.Ciphersuite(
    kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

  /// Takes a key in its raw form.
  ///
  /// A point of low order is refused (RFC 7748, 6.1): what is sealed to it anybody could open.
  ///
  /// - Throws: ``SealError/badKey`` when it is none that can be sealed to.
  public init(bytes: some Sequence<UInt8>) throws(SealError) {
    self.bytes = Array(bytes)
    guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: self.bytes),
      let secret = try? Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(
        with: key),
      secret.withUnsafeBytes({ $0.contains { $0 != 0 } })
    else { throw .badKey }
  }

  /// What names the key.
  public var id: KeyID { KeyID(ofRaw: bytes) }

  /// Seals bytes so that only the private half opens them, for one purpose.
  ///
  /// - Throws: ``SealError/badKey`` when the key is none that can be sealed to.
  public func seal(_ bytes: [UInt8], for purpose: KeyPurpose) throws(SealError) -> [UInt8] {
    do {
      var sender = try HPKE.Sender(
        recipientKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: self.bytes),
        ciphersuite: Self.ciphersuite, info: Data(purpose.info + id.bytes))
      return Array(sender.encapsulatedKey) + Array(try sender.seal(bytes))
    } catch { throw .badKey }
  }

  /// Seals a record's key: 80 bytes.
  public func wrap(_ key: RecordKey, of record: RecordID) throws(SealError) -> [UInt8] {
    try seal(key.raw, for: .recordKey(record))
  }
}
