import Crypto

/// AES-256-GCM as it is used everywhere here: `01`, `01`, nonce (12), ciphertext, tag (16).
///
/// The first byte is the version of the form, the second the algorithm. Nonces are random: a counter
/// would be used twice with another text when a program ends between sealing and saving.
enum AuthenticatedSeal {
  private static let version: [UInt8] = [1, 1]

  static func seal(
    _ bytes: [UInt8], with key: SymmetricKey, associatedData: [UInt8]
  ) throws(SealError) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(bytes, using: key, authenticating: associatedData)
      return version + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    } catch { throw .badKey }
  }

  static func open(
    _ sealed: [UInt8], with key: SymmetricKey, associatedData: [UInt8]
  ) throws(SealError) -> [UInt8] {
    guard sealed.count >= 30, Array(sealed.prefix(2)) == version else { throw .format }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: sealed[2..<14]), ciphertext: sealed[14..<(sealed.count - 16)],
        tag: sealed[(sealed.count - 16)...])
      return Array(try AES.GCM.open(box, using: key, authenticating: associatedData))
    } catch { throw .notAuthentic }
  }
}
