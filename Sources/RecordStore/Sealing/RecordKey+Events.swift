/// Events: `01 | 01 | nonce 12 | ciphertext | tag 16`.
///
/// The first byte is the version of the form, the second the cipher (01: AES-256-GCM). The plaintext is
/// padded: `count u32be | bytes | zeros` up to a multiple of 64. What is authenticated with it is
/// `"intake-evt-1" | record 16 | seq u64be | previous hash 32`.
extension RecordKey {
  private static let header: [UInt8] = [1, 1]

  /// Seals an event for its place.
  ///
  /// Throws ``SealingError/tooLarge(_:limit:)`` for more than 64 MB.
  public func seal(_ event: [UInt8], at place: EventPlace) throws(SealingError) -> [UInt8] {
    try seal(event, at: place, nonce: randomBytes(AESBox.nonceCount))
  }

  package func seal(
    _ event: [UInt8], at place: EventPlace, nonce: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    var padded = try Padding.pad(event, as: .event)
    defer { padded.overwrite() }
    let context = place.authenticated
    return try Self.header
      + AESBox.seal(padded, with: secret, nonce: nonce, authenticating: context, as: .event)
  }

  /// Opens an event at its place.
  ///
  /// Throws ``SealingError/refused(_:)`` when a byte of it was changed or it belongs to another place.
  public func open(_ sealed: [UInt8], at place: EventPlace) throws(SealingError) -> [UInt8] {
    guard sealed.count > Self.header.count else { throw .malformed(.event) }
    guard sealed[0] == Self.header[0] else {
      throw .unknownVersion(.event, version: sealed[0])
    }
    guard sealed[1] == Self.header[1] else {
      throw .unknownVersion(.event, version: sealed[1])
    }
    var padded = try AESBox.open(
      sealed.dropFirst(Self.header.count), with: secret, authenticating: place.authenticated,
      as: .event)
    defer { padded.overwrite() }
    return try Padding.unpad(padded, as: .event)
  }
}
