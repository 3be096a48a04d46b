/// A regular expression, matched in a time proportional to the text.
///
/// A matcher of its own rather than the standard library's `Regex`, because that goes back and tries
/// again and cannot be stopped: `(a+)+$` on a long text would hang. This one follows all ways at once,
/// needs no deep stack, and ends at a number of steps.
///
/// The language is that of PCRE as far as it describes regular languages: classes, ranges, `\p{L}`,
/// `[:alpha:]`, groups with and without number or name, greedy and lazy repetition, anchors, `\b`,
/// looking ahead, and options as in `(?i)`. References back, looking behind, and possessive repetition
/// are reported as not supported. Text is a sequence of Unicode scalars.
public struct Pattern: Sendable {
  /// What is wrong with an expression.
  public struct Problem: Error, Equatable, Sendable {
    /// What is wrong and what to write instead.
    public let advice: String

    /// Makes a problem.
    public init(advice: String) { self.advice = advice }
  }

  /// How an expression is read.
  public struct Options: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes options from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Letters match whether they are upper or lower case; `(?i)`.
    public static let ignoresCase = Options(rawValue: 1)
    /// `^` and `$` stand at the ends of lines too; `(?m)`.
    public static let isMultiline = Options(rawValue: 2)
    /// `.` takes line ends too; `(?s)`.
    public static let dotTakesLineEnds = Options(rawValue: 4)
    /// Space, and what stands behind `#`, means nothing outside of brackets; `(?x)`.
    public static let ignoresSpace = Options(rawValue: 8)
  }

  let program: PatternProgram
  /// The numbers of the groups that have names.
  let groupNames: [String: Int]
  let groupCount: Int

  /// Reads an expression.
  ///
  /// - Throws: `Problem` when it is not a regular expression, is not supported, or is too large.
  public init(_ text: String, options: Options = []) throws(Problem) {
    var reader = PatternReader(text, options: options)
    let root = try reader.read()
    groupNames = reader.groupNames
    groupCount = reader.groupCount
    program = try PatternProgram(root)
  }

  /// Reads an expression as FHIRPath has it: `.` takes line ends; flags are `i` and `m`.
  init(_ text: String, flags: String) throws(Problem) {
    var options: Options = [.dotTakesLineEnds]
    for flag in flags.unicodeScalars {
      guard let option = Options(flag: flag), [.ignoresCase, .isMultiline].contains(option) else {
        throw Problem(advice: "there is no flag \(flag); use i or m")
      }
      options.insert(option)
    }
    try self.init(text, options: options)
  }

  /// Whether the whole text matches; nil when that takes more than so many steps.
  ///
  /// A step is one part of the expression looked at in one place of the text.
  public func matchesWhole(_ text: String, steps: Int) -> Bool? {
    var search = PatternSearch(self, text: text, steps: steps)
    return try? search.matchesWhole()
  }
}

extension Pattern.Options {
  /// The option that a letter stands for.
  init?(flag: Unicode.Scalar) {
    switch flag {
    case "i": self = .ignoresCase
    case "m": self = .isMultiline
    case "s": self = .dotTakesLineEnds
    case "x": self = .ignoresSpace
    default: return nil
    }
  }
}
