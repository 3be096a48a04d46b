import Crypto

/// The key of one record: 32 random bytes that seal its events.
///
/// Its memory is overwritten when the last copy goes.
public struct RecordKey: Sendable {
  let key: SymmetricKey

  /// Makes a new key from the system's random numbers.
  public init() { key = SymmetricKey(size: .bits256) }

  init(raw: [UInt8]) throws(SealError) {
    guard raw.count == 32 else { throw .badKey }
    key = SymmetricKey(data: raw)
  }

  /// The 32 bytes, to be sealed at once to somebody.
  var raw: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Seals an event for its place, padded to a multiple of 64 bytes.
  ///
  /// - Throws: ``SealError/badKey``.
  public func seal(_ event: [UInt8], at place: EventPlace) throws(SealError) -> [UInt8] {
    try AuthenticatedSeal.seal(
      Padding.padded(event), with: key, associatedData: place.associatedData)
  }

  /// Opens an event at its place.
  ///
  /// - Throws: ``SealError`` when the bytes were changed or stood elsewhere.
  public func open(_ sealed: [UInt8], at place: EventPlace) throws(SealError) -> [UInt8] {
    try Padding.unpadded(
      AuthenticatedSeal.open(sealed, with: key, associatedData: place.associatedData))
  }
}
