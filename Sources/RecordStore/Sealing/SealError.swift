/// A reason why sealed bytes do not open; nothing is said of what they hold.
public enum SealError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bytes are too short, or of a version that is not known.
  case format
  /// The bytes were changed, belong elsewhere, or were sealed with another key.
  case notAuthentic
  /// A key has the wrong length or is none.
  case badKey
  /// The costs of a passphrase's key are outside what is taken.
  case badCosts

  /// The error in words.
  public var description: String {
    switch self {
    case .format: "sealed bytes have a form that this version does not know"
    case .notAuthentic: "sealed bytes were changed or belong to another place or key"
    case .badKey: "a key has the wrong form"
    case .badCosts: "a sealed key asks for more work than is allowed"
    }
  }
}
