import Crypto
import CryptoExtras
import Foundation

/// The key of a draft, sealed under its resume code.
///
/// The key that seals is scrypt (RFC 7914) of the code's eleven secret values, one a byte, with the
/// salt's 16 bytes and the record's 16 as salt, N = 2¹⁵, r = 8, p = 1; the seal is AES-256-GCM with
/// `intake/1/resume` and the record as authenticated data.
public struct ResumeWrap: Sendable, Hashable {
  /// The salt; 16 bytes.
  public let salt: [UInt8]
  /// The sealed key.
  public let sealed: [UInt8]

  /// Takes a wrap as it is stored.
  public init(salt: [UInt8], sealed: [UInt8]) {
    self.salt = salt
    self.sealed = sealed
  }

  /// Seals a key; takes about 75 ms and needs nothing but what it is given, so that another thread can
  /// do it.
  public static func make(
    of key: RecordKey, for record: RecordID, code: ResumeCode
  ) throws(SealError) -> ResumeWrap {
    let salt = [UInt8].random(16)
    return ResumeWrap(
      salt: salt,
      sealed: try AuthenticatedSeal.seal(
        key.raw, with: derivedKey(code, salt, record), associatedData: place(record)))
  }

  /// Opens the key with the code.
  ///
  /// - Throws: ``SealError/notAuthentic`` when it is another code.
  public func open(for record: RecordID, code: ResumeCode) throws(SealError) -> RecordKey {
    try RecordKey(
      raw: AuthenticatedSeal.open(
        sealed, with: Self.derivedKey(code, salt, record), associatedData: Self.place(record)))
  }

  private static func place(_ record: RecordID) -> [UInt8] {
    Array("intake/1/resume".utf8) + record.bytes
  }

  private static func derivedKey(
    _ code: ResumeCode, _ salt: [UInt8], _ record: RecordID
  ) throws(SealError) -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: code.secret, salt: salt + record.bytes, outputByteCount: 32, rounds: 1 << 15,
        blockSize: 8, parallelism: 1)
    } catch { throw .badCosts }
  }
}
