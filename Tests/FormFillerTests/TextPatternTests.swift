import FormGenerator
import SeededRandomness
import Testing
import _StringProcessing

@testable import FormFiller

/// Patterns are matched in a time proportional to the text, and just as Swift's own would be.
@Suite struct TextPatternTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("abc", "abc", true), ("abc", "ab", false),
    ("abc", "abcd", false), ("a|bc", "bc", true), ("a|bc", "abc", false), ("a|b|", "", true),
    ("a*", "aaaa", true), ("a+", "", false), ("a?b", "b", true), ("a{2}", "aa", true),
    ("a{2}", "aaa", false), ("a{2,}", "aaaa", true), ("a{1,3}", "aaaa", false),
    ("a{0}", "", true), ("(ab)+", "ababab", true), ("(?:ab)+?", "ababa", false),
    (".", "é", true), (".", "\n", false), ("[abc]+", "cab", true), ("[^abc]", "d", true),
    ("[^abc]", "a", false), ("[a-f0-9]+", "beef", true), ("[a-]+", "a-", true),
    (#"[\d\-.]+"#, "1-2.3", true), (#"[^\s]+(\s[^\s]+)*"#, "two words", true),
    (#"[^\s]+(\s[^\s]+)*"#, "two  words", false), (#"[\S]+"#, "a b", false),
    (#"\d{3}-\d{4}"#, "555-1234", true), (#"\w+"#, "José_3", true), (#"\w+"#, "a b", false),
    (#"\p{Lu}\p{L}+"#, "Éa", true), (#"\P{L}"#, "a", false), (#"\."#, "a", false),
    ("^ab$", "ab", true), ("a^b", "ab", false), ("a$b", "ab", false), ("^(a|b$)+", "ab", true),
  ])
  func `matches the whole text or not`(_ pattern: String, _ text: String, _ expected: Bool) throws {
    let compiled = try #require(TextPattern(pattern))
    #expect(compiled.isLinear)
    #expect(compiled.matches(text) == expected)
    #expect(try Self.swiftMatches(pattern, text) == expected)
  }

  @Test(arguments: [#"(a)\1"#, "(?=a)a", "(?i)a", "a++", #"\bab"#, "[[:alpha:]]", "[a&&b]"])
  func `leaves what is not regular to Swift`(_ pattern: String) throws {
    let compiled = try #require(TextPattern(pattern))
    #expect(!compiled.isLinear)
    for text in ["a", "aa", "ab", "A"] {
      #expect(compiled.matches(text) == (try Self.swiftMatches(pattern, text)))
    }
  }

  @Test(arguments: ["(a+)+b", "(a|a)*b", "(a*)*b", "a*a*a*a*b", "(a|aa)+b", "(.*)*x"])
  func `takes no longer for a pattern that goes back and forth`(_ pattern: String) throws {
    let text = String(repeating: "a", count: 2000)
    #expect(try #require(TextPattern(pattern)).matches(text) == false)
  }

  @Test(arguments: 1...300)
  func `agrees with Swift on random patterns`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let pattern = Self.pattern(&random, depth: 3)
    let compiled = try #require(TextPattern(pattern), "\(pattern)")
    #expect(compiled.isLinear, "\(pattern)")
    for _ in 0..<20 {
      let text = String((0..<random.number(0...5)).map { _ in random.pick(from: ["a", "b", "-"]) })
      #expect(
        compiled.matches(text) == (try Self.swiftMatches(pattern, text)), "\(pattern) on \(text)")
    }
  }

  private static func swiftMatches(_ pattern: String, _ text: String) throws -> Bool {
    try Regex(pattern).matchingSemantics(.unicodeScalar).wholeMatch(in: text) != nil
  }

  private static func pattern(_ random: inout SeededGenerator, depth: Int) -> String {
    let parts = (0..<random.number(1...3)).map { _ -> String in
      let part =
        depth > 0 && random.happens(inHundred: 40)
        ? "(\(pattern(&random, depth: depth - 1)))"
        : random.pick(from: ["a", "b", "-", ".", "[ab]", "[^a]", "[a-]", #"\w"#, #"\-"#])
      return part + random.pick(from: ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "+?"])
    }
    let sequence = parts.joined()
    guard depth > 0, random.happens(inHundred: 30) else { return sequence }
    return sequence + "|" + pattern(&random, depth: depth - 1)
  }
}
