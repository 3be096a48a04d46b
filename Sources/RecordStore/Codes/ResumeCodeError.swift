/// Why a typed resume code is none.
public enum ResumeCodeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A symbol is neither a letter of a code nor a digit; its position counts from 1.
  case unknownSymbol(position: Int)
  /// There are more or fewer symbols than 16.
  case wrongLength(symbols: Int)
  /// A symbol is wrong, or two are swapped.
  case mistyped

  /// The error in words: what and how to mend it; never the code.
  public var description: String {
    switch self {
    case .unknownSymbol(let position):
      "symbol \(position) of the code is not one that codes have; type letters and digits only"
    case .wrongLength(let symbols):
      "a code has 16 letters and digits; these are \(symbols)"
    case .mistyped:
      "one letter or digit of the code is wrong, or two are swapped; compare it with the paper"
    }
  }
}
