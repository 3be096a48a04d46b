import Crypto
import Foundation

/// The words with which somebody who works at the clinic unlocks their key.
///
/// Kept in memory that is overwritten when the last copy goes. Two ways of typing the same letter
/// are the same (Unicode normal form C).
public struct Passphrase: Sendable {
  private let text: SymmetricKey

  /// The fewest letters.
  public static let leastLength = 15

  /// Takes a passphrase that is to be set.
  ///
  /// - Throws: ``PassphraseError/tooShort``.
  public init(new text: String) throws(PassphraseError) {
    guard text.precomposedStringWithCanonicalMapping.count >= Self.leastLength else {
      throw .tooShort
    }
    self.init(typed: text)
  }

  /// Takes what somebody typed to unlock, whatever its length.
  public init(typed text: String) {
    self.text = SymmetricKey(data: Array(text.precomposedStringWithCanonicalMapping.utf8))
  }

  /// Whether the same was typed twice.
  public func isSame(as other: Passphrase) -> Bool { text == other.text }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try text.withUnsafeBytes(body)
  }
}

/// Why a passphrase cannot be set.
public enum PassphraseError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are fewer than 15 letters.
  case tooShort

  /// What to do, in words.
  public var description: String {
    "A passphrase has at least \(Passphrase.leastLength) letters. Four or five words that do not "
      + "belong together are easy to remember."
  }
}
