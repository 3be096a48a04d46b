import Crypto
import Foundation

/// What opens cards, and seals them again so that they open fast.
///
/// It is derived from a private key once and then opens many cards.
public struct CardKey: Sendable {
  private let privateKey: PrivateKey
  private let derived: SymmetricKey

  /// Derives it.
  public init(_ privateKey: PrivateKey) {
    self.privateKey = privateKey
    derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: privateKey.secret,
      info: Array("intake/1/card-key".utf8) + privateKey.publicKey.id.bytes, outputByteCount: 32)
  }

  /// Opens a card in either form.
  ///
  /// Throws ``SealingError/refused(_:)`` when it was changed or is the card of another place.
  public func open(_ sealed: [UInt8], at place: CardPlace) throws(SealingError) -> [UInt8] {
    guard let first = sealed.first else { throw .malformed(.card) }
    guard let form = CardForm(rawValue: first) else {
      throw .unknownVersion(.card, version: first)
    }
    var padded: [UInt8]
    switch form {
    case .byWriter:
      padded = try HPKEBox.open(
        sealed.dropFirst(), with: privateKey, info: privateKey.publicKey.cardInfo,
        authenticating: place.authenticated, as: .card)
    case .byReader:
      padded = try AESBox.open(
        sealed.dropFirst(), with: derived, authenticating: place.authenticated, as: .card)
    }
    defer { padded.overwrite() }
    return try Padding.unpad(padded, as: .card)
  }

  /// Seals a card in the form that opens fast.
  ///
  /// Throws ``SealingError/tooLarge(_:limit:)`` for more than 64 MB.
  public func seal(_ card: [UInt8], at place: CardPlace) throws(SealingError) -> [UInt8] {
    try seal(card, at: place, nonce: randomBytes(AESBox.nonceCount))
  }

  package func seal(
    _ card: [UInt8], at place: CardPlace, nonce: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    var padded = try Padding.pad(card, as: .card)
    defer { padded.overwrite() }
    let context = place.authenticated
    return try [CardForm.byReader.rawValue]
      + AESBox.seal(padded, with: derived, nonce: nonce, authenticating: context, as: .card)
  }
}

extension PublicKey {
  fileprivate var cardInfo: [UInt8] { Array("intake/1/card".utf8) + id.bytes }

  /// Seals a card in the form that needs the public key only.
  ///
  /// Throws ``SealingError/unusableKey(_:)`` for a public key that is none and
  /// ``SealingError/tooLarge(_:limit:)`` for more than 64 MB.
  public func seal(card: [UInt8], at place: CardPlace) throws(SealingError) -> [UInt8] {
    var padded = try Padding.pad(card, as: .card)
    defer { padded.overwrite() }
    let context = place.authenticated
    return try [CardForm.byWriter.rawValue]
      + HPKEBox.seal(padded, to: self, info: cardInfo, authenticating: context, as: .card)
  }
}
