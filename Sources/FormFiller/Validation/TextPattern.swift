import FHIRPath

/// A regular expression of the `regex` extension, which a whole text has to match.
struct TextPattern {
  private let pattern: Pattern

  /// The greatest length of a pattern, in bytes.
  private static let longestPattern = 1000
  /// How many parts of the pattern may be looked at in the places of the text together.
  private static let mostSteps = 50_000_000

  /// Reads a pattern.
  init(_ text: String) throws(Pattern.Problem) {
    guard text.utf8.count <= Self.longestPattern else {
      throw Pattern.Problem(
        advice: "it is longer than \(Self.longestPattern) characters; shorten it")
    }
    pattern = try Pattern(text)
  }

  /// What is wrong with a pattern and what to write instead; nil when it is right.
  static func problem(with text: String) -> String? {
    do {
      _ = try TextPattern(text)
      return nil
    } catch {
      return error.advice
    }
  }

  /// The length up to which a text is tried, in Unicode scalars.
  ///
  /// That is the item's own limit, though no more than 10,000; 2,000 where it has none.
  static func longestText(maxLength: Int?) -> Int { min(max(maxLength ?? 2000, 0), 10_000) }

  /// Whether the whole text matches; nil when that takes too long to be told.
  func matches(_ text: String) -> Bool? {
    pattern.matchesWhole(text, steps: Self.mostSteps)
  }
}
