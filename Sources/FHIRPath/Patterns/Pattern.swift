/// A regular expression, which a limit on steps can interrupt.
///
/// A matcher of its own rather than the standard library's `Regex`, because that cannot be
/// stopped: `(a+)+$` on a long text would hang. It knows classes, ranges, groups, look-ahead,
/// back-references, greedy and lazy repetition, anchors, and `\d \w \s \b`; text is a sequence of
/// Unicode scalars, and `.` takes line ends too, as FHIRPath asks.
struct Pattern: Sendable {
  /// What is wrong with an expression, in words.
  struct Problem: Error {
    let advice: String
  }

  indirect enum Node: Sendable {
    case scalar(Unicode.Scalar)
    case any
    case set(ScalarSet)
    case sequence([Node])
    case alternatives([Node])
    case group(Node, number: Int)
    case repetition(Node, least: Int, most: Int, isLazy: Bool)
    case start
    case end
    case boundary(isNegated: Bool)
    case lookAhead(Node, isNegated: Bool)
    case backReference(Int)
  }

  let root: Node
  /// The names of groups, by their number.
  let groupNames: [String: Int]
  let groupCount: Int
  let ignoresCase: Bool
  /// Whether `^` and `$` stand at the ends of lines too.
  let isMultiline: Bool

  /// Reads an expression; flags are `i` for any case and `m` for lines.
  init(_ text: String, flags: String = "") throws(Problem) {
    for flag in flags where flag != "i" && flag != "m" {
      throw Problem(advice: "there is no flag \(flag); use i or m")
    }
    var reader = PatternReader(text)
    root = try reader.read()
    groupNames = reader.groupNames
    groupCount = reader.groupCount
    ignoresCase = flags.contains("i")
    isMultiline = flags.contains("m")
  }
}

/// A set of scalars, as in brackets.
struct ScalarSet: Sendable {
  enum Category: Sendable {
    case digit
    case word
    case space
  }

  var ranges: [ClosedRange<Unicode.Scalar>] = []
  var categories: [(Category, isNegated: Bool)] = []
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isIn =
      ranges.contains { $0.contains(scalar) }
      || categories.contains { Self.isOne(scalar, $0.0) != $0.isNegated }
    return isIn != isNegated
  }

  static func isOne(_ scalar: Unicode.Scalar, _ category: Category) -> Bool {
    switch category {
    case .digit: "0"..."9" ~= scalar
    case .space: scalar.properties.isWhitespace
    case .word:
      scalar == "_"
        || (scalar.isASCII
          ? Lexer.isLetterOrDigit(UInt8(scalar.value)) : scalar.properties.isAlphabetic)
    }
  }
}
