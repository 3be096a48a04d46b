import _StringProcessing

/// A regular expression of the `regex` extension, which a whole text has to match.
///
/// Matching goes back and tries again, so that a pattern such as `(a+)+b` can take a time that
/// doubles with every character. Texts and patterns are therefore of limited length.
struct TextPattern {
  private let regex: Regex<AnyRegexOutput>

  /// The greatest length of a pattern, in characters.
  static let longestPattern = 1000

  /// Compiles a pattern; nil when it is not a regular expression or is too long.
  init?(_ pattern: String) {
    guard pattern.utf8.count <= Self.longestPattern, let regex = try? Regex(pattern) else {
      return nil
    }
    self.regex = regex.matchingSemantics(.unicodeScalar)
  }

  static func isValid(_ pattern: String) -> Bool { TextPattern(pattern) != nil }

  /// The length up to which a text is tried, in Unicode scalars.
  ///
  /// That is the item's own limit, though no more than 10,000; 2,000 where it has none.
  static func longestText(maxLength: Int?) -> Int { min(max(maxLength ?? 2000, 0), 10_000) }

  /// Whether the whole text matches; nil when that cannot be told.
  func matches(_ text: String) -> Bool? {
    do { return try regex.wholeMatch(in: text) != nil } catch { return nil }
  }
}
