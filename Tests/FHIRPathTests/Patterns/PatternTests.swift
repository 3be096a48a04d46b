import SeededRandomness
import Testing
import _StringProcessing

@testable import FHIRPath

/// Patterns match just as Swift's own would, in a time proportional to the text.
@Suite struct PatternTests {
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
    ("(?=a)a", "a", true), ("(?=b)a", "a", false), ("(?!b)[ab]", "a", true),
    ("(?!b)[ab]", "b", false), (#"(?=.*\d)(?=.*[a-z]).{2,}"#, "a1", true),
    (#"(?=.*\d)(?=.*[a-z]).{2,}"#, "ab", false), ("(?!.*(?=bc))a.*", "abd", true),
    ("(?!.*(?=bc))a.*", "abc", false), ("(?i)aÉ", "Aé", true), ("(?i)[^a]", "A", false),
    ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false), (#"\bab\b"#, "ab", true),
    (#"a\bb"#, "ab", false), (#"a\Bb"#, "ab", true), ("[[:alpha:]]+", "aé", true),
    ("[[:alpha:]]", "1", false), ("(?s).", "\n", true), ("(?m)a$\n^b", "a\nb", true),
    ("a$\n^b", "a\nb", false), (#"\x41\u00E9"#, "Aé", true), ("e\u{301}", "\u{E9}", false),
  ])
  func `matches the whole text or not`(_ pattern: String, _ text: String, _ expected: Bool) throws {
    #expect(try Pattern(pattern).matchesWhole(text, steps: 10_000) == expected)
    #expect(try Self.swiftMatches(pattern, text) == expected)
  }

  /// Where PCRE and Swift differ, PCRE counts.
  @Test(arguments: [
    ("[[]", "[", true), ("[]a]+", "]a", true), ("a{", "a{", true), ("a{,2}", "a{,2}", true),
    (#"\d"#, "٣", false), ("[a:]", ":", true), ("]", "]", true), ("(?x) a b # c", "ab", true),
    ("(a*)*", "aaa", true), ("(a*)+b", "b", true), ("(?:(?:){1000}){1000}", "", true),
    (#"\x{1F600}"#, "\u{1F600}", true), (#"\pL"#, "a", true), (#"[\b]"#, "\u{8}", true),
    (#"[^<>()[\]\\.,;:\s@"]+"#, "ab", true), ("[[:^digit:]x]", "a", true),
  ])
  func `reads what others read`(_ pattern: String, _ text: String, _ expected: Bool) throws {
    #expect(try Pattern(pattern).matchesWhole(text, steps: 10_000) == expected)
  }

  @Test(arguments: [
    (#"(a)\1"#, "a reference back"), (#"(?<n>a)\k<n>"#, "a reference back"), ("a++", "possessive"),
    ("a*+", "possessive"), ("(?<=a)b", "looking behind"), ("(?<!a)b", "looking behind"),
    ("(?>a)", "this kind of group"), ("[a&&b]", "&&"), ("(", "a ( has no )"), (")", "a ) has no ("),
    ("[a", "a [ has no ]"), ("*", "nothing before it"), ("a**", "two repetitions"),
    ("a{2}{3}", "two repetitions"), ("a{3,2}", "a count"), ("a{10001}", "a count"),
    ("a{99999999999999999999}", "a count"), ("[b-a]", "backwards"), (#"\q"#, "no meaning"),
    (#"\"#, "a backslash"), (#"\u12"#, "digits"), (#"\x{110000}"#, "digits"),
    (#"\p{Klingon}"#, "general category"), ("[[:mood:]]", "[:mood:]"), ("(?<>a)", "name"),
    ("(?<a>b)(?<a>c)", "two groups"), ("((a{100}){100}){100}", "too large"),
    (String(repeating: "(", count: 400), "too deep"),
    (String(repeating: "a", count: 10_001), "longer than"),
  ])
  func `says what is not supported`(_ pattern: String, _ words: String) {
    #expect { try Pattern(pattern) } throws: { error in
      (error as? Pattern.Problem)?.advice.contains(words) == true
    }
  }

  @Test(arguments: [
    "(a+)+b", "(a|a)*b", "(a*)*b", "a*a*a*a*b", "(a|aa)+b", "(.*)*x", "(?=(a+)+b)a", "(a?){30}b",
  ])
  func `takes no longer for a pattern that goes back and forth`(_ pattern: String) throws {
    let text = String(repeating: "a", count: 2000)
    #expect(try Pattern(pattern).matchesWhole(text, steps: 300_000) == false)
  }

  @Test func `stops when there are no more steps`() throws {
    let pattern = try Pattern("(a|b)*c")
    #expect(pattern.matchesWhole(String(repeating: "a", count: 1000), steps: 1000) == nil)
  }

  @Test(arguments: 1...60)
  func `agrees with Swift on random patterns`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed * 1_000_000)
    let pattern = Self.pattern(&random, depth: 3)
    let compiled = try Pattern(pattern)
    let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
    for _ in 0..<8 {
      let text = String((0..<random.number(0...6)).map { _ in random.pick(from: ["a", "b", "-"]) })
      #expect(
        compiled.matchesWhole(text, steps: 100_000) == (try regex.wholeMatch(in: text) != nil),
        "\(pattern) on \(text)")
      // After a repetition that took nothing Swift ends the loop, where JavaScript tries on.
      guard !["??", "(?=", "(?!"].contains(where: pattern.contains) else { continue }
      var search = PatternSearch(compiled, text: text, steps: 100_000)
      #expect(
        try PatternReplacement("<$0>", compiled).replacingAll(in: &search, limit: 1000)
          == text.replacing(regex) { "<\(text[$0.range])>" }, "\(pattern) in \(text)")
    }
  }

  private static func swiftMatches(_ pattern: String, _ text: String) throws -> Bool {
    try Regex(pattern).matchingSemantics(.unicodeScalar).wholeMatch(in: text) != nil
  }

  private static func pattern(_ random: inout SeededGenerator, depth: Int) -> String {
    let parts = (0..<random.number(1...3)).map { _ -> String in
      if depth > 0, random.happens(inHundred: 10) {
        return random.pick(from: ["(?=", "(?!"]) + pattern(&random, depth: depth - 1) + ")"
      }
      let part =
        depth > 0 && random.happens(inHundred: 40)
        ? random.pick(from: ["(", "(?:"]) + pattern(&random, depth: depth - 1) + ")"
        : random.pick(from: ["a", "b", "-", ".", "[ab]", "[^a]", "[a-]", #"\w"#, #"\-"#])
      return part
        + random.pick(from: ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "+?", "??"])
    }
    let sequence = parts.joined()
    guard depth > 0, random.happens(inHundred: 30) else { return sequence }
    return sequence + "|" + pattern(&random, depth: depth - 1)
  }
}
