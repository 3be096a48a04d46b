import Crypto

/// How a card of a record is sealed.
///
/// Who writes a record holds public keys only and seals by HPKE (first byte 1). Whoever lists records
/// and holds the private key seals the card anew under a key derived from it (first byte 2), which
/// opens fifty times as fast.
public enum Card {
  private static let byPublicKey: UInt8 = 1
  private static let byDerivedKey: UInt8 = 2
  private static let use = "intake/1/card"

  /// Seals a card so that holders of the private key open it.
  public static func seal(
    _ bytes: [UInt8], of record: RecordID, version: UInt64, to key: PublicKey
  ) throws(SealError) -> [UInt8] {
    [byPublicKey]
      + (try key.seal(Padding.padded(bytes), for: .card(record, version: version)))
  }

  /// Seals a card so that holders of the private key open it fast.
  public static func seal(
    _ bytes: [UInt8], of record: RecordID, version: UInt64, by key: PrivateKey
  ) throws(SealError) -> [UInt8] {
    [byDerivedKey]
      + (try AuthenticatedSeal.seal(
        Padding.padded(bytes), with: key.derivedKey(for: use),
        associatedData: KeyPurpose.card(record, version: version).info))
  }

  /// Whether a card has been sealed for fast opening.
  public static func opensFast(_ sealed: [UInt8]) -> Bool { sealed.first == byDerivedKey }

  /// Opens cards, many with one key.
  public struct Opener {
    private let key: PrivateKey
    private let derivedKey: SymmetricKey

    /// Makes an opener with the private key that the cards were sealed to.
    public init(_ key: PrivateKey) {
      self.key = key
      derivedKey = key.derivedKey(for: use)
    }

    /// Opens a card of either form.
    public func open(
      _ sealed: [UInt8], of record: RecordID, version: UInt64
    ) throws(SealError) -> [UInt8] {
      let purpose = KeyPurpose.card(record, version: version)
      let body = Array(sealed.dropFirst())
      switch sealed.first {
      case byPublicKey: return try Padding.unpadded(key.open(body, for: purpose))
      case byDerivedKey:
        return try Padding.unpadded(
          AuthenticatedSeal.open(body, with: derivedKey, associatedData: purpose.info))
      default: throw .format
      }
    }
  }
}
