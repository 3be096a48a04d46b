/// Why a text is no passphrase.
public enum PassphraseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It has fewer characters than it needs.
  case tooShort(characters: Int, needed: Int)

  /// The error in words: what and how to mend it; never the passphrase.
  public var description: String {
    switch self {
    case .tooShort(let characters, let needed):
      "the passphrase has \(characters) characters and needs \(needed); take several words"
    }
  }
}
