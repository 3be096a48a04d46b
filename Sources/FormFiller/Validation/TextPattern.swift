import _StringProcessing

/// A regular expression of the `regex` extension, which a whole text has to match.
struct TextPattern {
  private let regex: Regex<AnyRegexOutput>

  /// Compiles a pattern; nil when it is not a regular expression.
  init?(_ pattern: String) {
    guard let regex = try? Regex(pattern) else { return nil }
    self.regex = regex.matchingSemantics(.unicodeScalar)
  }

  static func isValid(_ pattern: String) -> Bool { TextPattern(pattern) != nil }

  /// Whether the whole text matches; nil when that cannot be told.
  func matches(_ text: String) -> Bool? {
    do { return try regex.wholeMatch(in: text) != nil } catch { return nil }
  }
}
