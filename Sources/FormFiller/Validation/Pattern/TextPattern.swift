import _StringProcessing

/// A regular expression of the `regex` extension, which a whole text has to match.
///
/// Swift's own matching goes back and tries again, so that with `(a+)+b` sixteen characters take a
/// second and each further one twice as long. Patterns are therefore matched by following all ways at
/// once, which takes a time proportional to the text; only what goes beyond regular languages
/// (references back, looking ahead) is left to Swift.
struct TextPattern {
  private let regex: Regex<AnyRegexOutput>
  private let program: PatternProgram?

  /// The greatest length of a pattern, in bytes.
  static let longestPattern = 1000

  /// Compiles a pattern; nil when it is not a regular expression or is too long.
  init?(_ pattern: String) {
    guard pattern.utf8.count <= Self.longestPattern, let regex = try? Regex(pattern) else {
      return nil
    }
    self.regex = regex.matchingSemantics(.unicodeScalar)
    var parser = PatternParser(pattern)
    program = parser.parse().flatMap { PatternProgram($0) }
  }

  static func isValid(_ pattern: String) -> Bool { TextPattern(pattern) != nil }

  /// Whether matching takes a time that is proportional to the text.
  var isLinear: Bool { program != nil }

  /// The length up to which a text is tried, in Unicode scalars.
  ///
  /// That is the item's own limit, though no more than 10,000; 2,000 where it has none.
  static func longestText(maxLength: Int?) -> Int { min(max(maxLength ?? 2000, 0), 10_000) }

  /// Whether the whole text matches; nil when that cannot be told.
  func matches(_ text: String) -> Bool? {
    if let program { return program.matches(text) }
    do { return try regex.wholeMatch(in: text) != nil } catch { return nil }
  }
}
