import Crypto
import CryptoExtras
import Foundation

/// A person's private key, sealed under their passphrase.
///
/// Stored as `01`, log₂ N (1 byte), r (1), p (1), salt (16), and the AES-256-GCM seal of the key's 32
/// bytes with the public key as authenticated data. The key that seals is scrypt (RFC 7914) of the
/// passphrase in UTF-8 and the salt; N = 2¹⁷, r = 8, p = 1 unless another program wrote it.
public struct LockedKey: Sendable, Hashable {
  /// The bytes, as they are stored.
  public let bytes: [UInt8]

  /// Takes a key as it is stored.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Locks a key; takes about a third of a second at the usual costs.
  init(_ key: PrivateKey, with passphrase: Passphrase, costs: Costs) throws(SealError) {
    let salt = [UInt8].random(16)
    let derived = try costs.derivedKey(of: passphrase, salt: salt)
    bytes =
      [1, costs.logarithm, costs.blockSize, costs.parallelism] + salt
      + (try AuthenticatedSeal.seal(
        key.raw, with: derived, associatedData: key.publicKey.bytes))
  }

  /// Unlocks the key.
  ///
  /// - Throws: ``SealError/notAuthentic`` when it is another passphrase, or ``SealError/badCosts`` when
  ///   the stored costs would keep the machine busy for long.
  public func unlock(
    with passphrase: Passphrase, publicKey: PublicKey
  ) throws(SealError) -> PrivateKey {
    guard bytes.count > 20, bytes[0] == 1 else { throw .format }
    let costs = Costs(logarithm: bytes[1], blockSize: bytes[2], parallelism: bytes[3])
    let derived = try costs.derivedKey(of: passphrase, salt: Array(bytes[4..<20]))
    return try PrivateKey(
      raw: AuthenticatedSeal.open(
        Array(bytes[20...]), with: derived, associatedData: publicKey.bytes))
  }

  /// What scrypt costs.
  struct Costs {
    let logarithm: UInt8
    var blockSize: UInt8 = 8
    var parallelism: UInt8 = 1

    func derivedKey(of passphrase: Passphrase, salt: [UInt8]) throws(SealError) -> SymmetricKey {
      guard 10...20 ~= logarithm, blockSize == 8, parallelism == 1 else { throw .badCosts }
      do {
        return try passphrase.withBytes { bytes in
          try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << Int(logarithm),
            blockSize: Int(blockSize), parallelism: Int(parallelism))
        }
      } catch { throw .badCosts }
    }
  }
}
