import Crypto
import Foundation

/// HPKE (RFC 9180) with the one suite of this room.
///
/// Base mode, DHKEM(X25519, HKDF-SHA256) / HKDF-SHA256 / AES-256-GCM, one message for each
/// encapsulated key: `encapsulated key 32 | ciphertext | tag 16`.
enum HPKEBox {
  /// How many bytes a box is longer than what is in it.
  static let overhead = 48

  private static let suite = HPKE.Ciphersuite(
    kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
  private static let encapsulatedCount = 32

  static func seal(
    _ message: some DataProtocol, to key: PublicKey, info: [UInt8], authenticating context: [UInt8],
    as subject: SealingError.Subject
  ) throws(SealingError) -> [UInt8] {
    do {
      let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.bytes)
      var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: suite, info: Data(info))
      return try Array(sender.encapsulatedKey) + sender.seal(message, authenticating: context)
    } catch {
      throw .unusableKey(subject)
    }
  }

  static func open(
    _ box: some Collection<UInt8>, with key: PrivateKey, info: [UInt8],
    authenticating context: [UInt8], as subject: SealingError.Subject
  ) throws(SealingError) -> [UInt8] {
    guard box.count >= overhead else { throw .malformed(subject) }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key.agreement, ciphersuite: suite, info: Data(info),
        encapsulatedKey: Data(box.prefix(encapsulatedCount)))
      let sealed = Array(box.dropFirst(encapsulatedCount))
      return Array(try recipient.open(sealed, authenticating: context))
    } catch {
      throw .refused(subject)
    }
  }
}
