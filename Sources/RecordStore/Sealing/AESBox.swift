import Crypto
import Foundation

/// AES-256-GCM: `nonce 12 | ciphertext | tag 16`.
///
/// Nonces are random, not counted: a crash between sealing and storing would use a counted one twice.
enum AESBox {
  /// How many bytes a box is longer than what is in it.
  static let overhead = 28
  /// How many bytes a nonce has.
  static let nonceCount = 12

  static func seal(
    _ message: some DataProtocol, with key: SymmetricKey, nonce: [UInt8],
    authenticating context: [UInt8], as subject: SealingError.Subject
  ) throws(SealingError) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(
        message, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: context)
      return nonce + box.ciphertext + box.tag
    } catch {
      throw .unusableKey(subject)
    }
  }

  static func open(
    _ box: some Collection<UInt8>, with key: SymmetricKey, authenticating context: [UInt8],
    as subject: SealingError.Subject
  ) throws(SealingError) -> [UInt8] {
    guard box.count >= overhead else { throw .malformed(subject) }
    do {
      let sealed = try AES.GCM.SealedBox(combined: Array(box))
      return Array(try AES.GCM.open(sealed, using: key, authenticating: context))
    } catch {
      throw .refused(subject)
    }
  }
}
