/// The code with which a person goes on with their draft: `LLLL-SSSS-SSSS-SSSC`.
///
/// Four public symbols find the draft, eleven secret ones (55 bits) open it, and the last is a check.
public struct ResumeCode: Sendable, Equatable, CustomStringConvertible {
  private let values: [UInt8]

  /// Makes a new code from the system's random numbers.
  public static func random() -> ResumeCode {
    let values = [UInt8].random(15).map { $0 & 31 }
    return ResumeCode(values: values + [Crockford.check(of: values)])
  }

  private init(values: [UInt8]) { self.values = values }

  /// Reads a code as somebody typed it: in any case, with or without dashes, O for 0, I or L for 1.
  ///
  /// - Throws: ``ResumeCodeError``.
  public init(typed: String) throws(ResumeCodeError) {
    guard let values = Crockford.values(of: typed) else { throw .otherSymbols }
    guard values.count == 16 else { throw .length(values.count) }
    guard Crockford.isWhole(values) else { throw .check }
    self.values = values
  }

  /// The public part, by which the store finds the draft.
  public var locator: String { Crockford.text(Array(values.prefix(4))) }

  /// The secret part, one symbol a byte.
  var secret: [UInt8] { Array(values[4..<15]) }

  /// The code in groups of four.
  public var description: String { Crockford.text(values) }
}

/// What is wrong with a typed code; the code itself is not said.
public enum ResumeCodeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is a symbol that no code has.
  case otherSymbols
  /// There are not 16 symbols.
  case length(Int)
  /// A symbol is wrong, or two have changed places.
  case check

  /// What to do, in words.
  public var description: String {
    switch self {
    case .otherSymbols: "A code has only letters and digits, like 7K2M-93QX-4TDA-8WEB."
    case .length(let count): "A code has 16 letters and digits. You typed \(count)."
    case .check: "One of the letters or digits is not right. Check the code and type it again."
    }
  }
}
