import Crypto
import Foundation

/// What a person who works at the clinic types to open their key.
///
/// The only rule is the length: at least 15 characters, counted as Unicode code points of the normal form
/// C (NIST SP 800-63B). Keys are derived from the UTF-8 bytes of that form, so that it does not matter
/// how a keyboard makes an accent. The bytes kept here are overwritten when the last copy of the
/// value goes away; the text that it is made of is the caller's and cannot be overwritten.
public struct Passphrase: Sendable {
  /// How many characters are needed.
  public static let leastCharacters = 15

  let secret: SymmetricKey

  /// Takes a text that is long enough.
  public init(_ text: String) throws(PassphraseError) {
    let normal = text.precomposedStringWithCanonicalMapping
    let count = normal.unicodeScalars.count
    guard count >= Self.leastCharacters else {
      throw .tooShort(characters: count, needed: Self.leastCharacters)
    }
    var bytes = Array(normal.utf8)
    secret = SymmetricKey(data: bytes)
    bytes.overwrite()
  }

  /// Derives a key of 32 bytes.
  func derive(salt: [UInt8], cost: ScryptCost) throws(SealingError) -> SymmetricKey {
    var bytes = secret.withUnsafeBytes { Array($0) }
    defer { bytes.overwrite() }
    return try cost.derive(bytes, salt: salt, as: .personKey)
  }
}

extension Passphrase: CustomStringConvertible, CustomReflectable {
  /// That it is a passphrase; never the passphrase.
  public var description: String { "passphrase" }
  /// Nothing: a dump of a value that holds a passphrase shows none.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
