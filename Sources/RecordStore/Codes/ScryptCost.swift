import Crypto
import CryptoExtras

/// How much work it is to try one secret (scrypt, RFC 7914).
public struct ScryptCost: Sendable, Hashable {
  /// The logarithm to base 2 of the number of rounds N.
  public let logarithmOfRounds: UInt8
  /// The block size r.
  public let blockSize: UInt8
  /// The parallelism p.
  public let parallelism: UInt8

  /// For resume codes: N = 2^15, r = 8, p = 1, about 75 ms and 32 MB.
  static let resumeCode = ScryptCost(trusted: 15)
  /// For passphrases: N = 2^17, r = 8, p = 1, about 320 ms and 128 MB.
  public static let passphrase = ScryptCost(trusted: 17)

  private init(trusted logarithmOfRounds: UInt8) {
    self.logarithmOfRounds = logarithmOfRounds
    blockSize = 8
    parallelism = 1
  }

  /// Takes a cost as it was stored; nil when it is too low to protect or too high to bear.
  ///
  /// N from 2^14 to 2^18 with r = 8 and p from 1 to 4, so at most 256 MB and about 3 s.
  public init?(logarithmOfRounds: UInt8, blockSize: UInt8, parallelism: UInt8) {
    guard (14...18).contains(logarithmOfRounds), blockSize == 8, (1...4).contains(parallelism)
    else { return nil }
    self.logarithmOfRounds = logarithmOfRounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// Derives a key of 32 bytes.
  func derive(
    _ secret: [UInt8], salt: [UInt8], as subject: SealingError.Subject
  ) throws(SealingError) -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: secret, salt: salt, outputByteCount: 32, rounds: 1 << Int(logarithmOfRounds),
        blockSize: Int(blockSize), parallelism: Int(parallelism))
    } catch {
      throw .outOfMemory(subject)
    }
  }
}
