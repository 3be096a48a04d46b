import Crypto

/// A record's key, sealed under a resume code.
///
/// `sealed` is `01 | nonce 12 | ciphertext 32 | tag 16`: version 1 is AES-256-GCM under
/// `scrypt(secret, salt 16 | record 16, N = 2^15, r = 8, p = 1, 32 bytes)`, where the secret is the ASCII text of
/// the 11 symbols of the code after the locator, letters in upper case; what is authenticated is
/// `"intake-resume-1" | record 16`.
///
/// Making and opening take about 75 ms and 32 MB; both may be called on any thread.
public struct ResumeWrap: Sendable, Hashable {
  /// The salt: 16 random bytes.
  public let salt: [UInt8]
  /// The sealed key: 61 bytes.
  public let sealed: [UInt8]

  private static let version: UInt8 = 1

  /// Takes a wrap as it was stored; its form is looked at when it is opened.
  public init(salt: [UInt8], sealed: [UInt8]) {
    self.salt = salt
    self.sealed = sealed
  }

  /// Seals a record's key under a code, with a new salt.
  public static func make(
    of key: RecordKey, for record: RecordID, code: ResumeCode
  ) throws(SealingError) -> ResumeWrap {
    try make(
      of: key, for: record, code: code, salt: randomBytes(16), nonce: randomBytes(AESBox.nonceCount)
    )
  }

  package static func make(
    of key: RecordKey, for record: RecordID, code: ResumeCode, salt: [UInt8], nonce: [UInt8]
  ) throws(SealingError) -> ResumeWrap {
    let derived = try derive(code, salt: salt, record: record)
    return try seal(key, for: record, under: derived, salt: salt, nonce: nonce)
  }

  static func seal(
    _ key: RecordKey, for record: RecordID, under derived: SymmetricKey, salt: [UInt8],
    nonce: [UInt8]
  ) throws(SealingError) -> ResumeWrap {
    let box = try key.secret.withSecret { bytes throws(SealingError) in
      try AESBox.seal(
        bytes, with: derived, nonce: nonce, authenticating: context(record), as: .resumeWrap)
    }
    return ResumeWrap(salt: salt, sealed: [version] + box)
  }

  /// Opens the record's key with the code.
  ///
  /// Throws ``SealingError/refused(_:)`` for another code or another record.
  public func open(_ code: ResumeCode, for record: RecordID) throws(SealingError) -> RecordKey {
    try checkForm()
    return try open(under: Self.derive(code, salt: salt, record: record), for: record)
  }

  func open(under derived: SymmetricKey, for record: RecordID) throws(SealingError) -> RecordKey {
    try checkForm()
    var bytes = try AESBox.open(
      sealed.dropFirst(), with: derived, authenticating: Self.context(record), as: .resumeWrap)
    guard let key = RecordKey(taking: &bytes) else { throw .malformed(.resumeWrap) }
    return key
  }

  private func checkForm() throws(SealingError) {
    guard let first = sealed.first, salt.count == 16 else { throw .malformed(.resumeWrap) }
    guard first == Self.version else { throw .unknownVersion(.resumeWrap, version: first) }
    guard sealed.count == 1 + RecordKey.byteCount + AESBox.overhead else {
      throw .malformed(.resumeWrap)
    }
  }

  static func derive(
    _ code: ResumeCode, salt: [UInt8], record: RecordID
  ) throws(SealingError) -> SymmetricKey {
    var secret = code.secret
    defer { secret.overwrite() }
    return try ScryptCost.resumeCode.derive(secret, salt: salt + record.bytes, as: .resumeWrap)
  }

  private static func context(_ record: RecordID) -> [UInt8] {
    Array("intake-resume-1".utf8) + record.bytes
  }
}
