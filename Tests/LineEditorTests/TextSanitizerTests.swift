import SeededRandomness
import Testing

@testable import LineEditor

/// Text that is safe to store and to show.
@Suite struct TextSanitizerTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("Müller", "Müller"), ("a b  c ", "a b  c "),
    ("e\u{301}", "\u{E9}"), ("A\u{30A}", "\u{C5}"), ("\u{212B}", "\u{C5}"),
    ("d\u{307}\u{323}", "\u{1E0D}\u{307}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
    ("\u{301}a", "a"), ("\u{200E}\u{301}\u{302}a", "a"), ("\u{301}", ""),
    ("a\u{0}b\u{7}c\u{1B}[31md\u{7F}e", "abc[31mde"), ("a\u{9B}b\u{80}c", "abc"),
    ("a\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}b", "ab"),
    ("a\u{2066}\u{2067}\u{2068}\u{2069}b", "ab"), ("a\u{200E}\u{200F}\u{61C}b", "ab"),
    ("\u{FEFF}a\u{FEFF}", "a"), ("a\u{E0041}\u{E007F}b", "ab"), ("a\tb", "a b"), ("a\nb", "a b"),
    ("a\r\nb", "a b"),
    ("a\rb", "a b"), ("a\u{85}b", "a b"), ("a\u{2028}b\u{2029}c", "a b c"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩\u{200D}👩", "👩\u{200D}👩"),
  ])
  func oneLine(_ text: String, _ expected: String) {
    let result = TextSanitizer.sanitized(text)
    #expect(Array(result.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("a\nb", "a\nb"), ("a\r\nb\r\n", "a\nb\n"), ("a\rb", "a\nb"), ("a\u{2028}b", "a\nb"),
    ("a\n\nb\u{1B}[2J", "a\n\nb[2J"),
  ])
  func severalLines(_ text: String, _ expected: String) {
    #expect(TextSanitizer.sanitized(text, lineBreaks: .kept) == expected)
  }

  @Test(arguments: Array(1...100) as [Int])
  func twiceIsTheSameAsOnce(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    // Ranges with controls, combining marks, direction marks and Hangul.
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x2FF, 0x300...0x36F, 0x600...0x6FF, 0x1100...0x11FF, 0x2000...0x206F, 0xFE00...0xFEFF,
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<60 {
      guard let range = ranges.randomElement(using: &random) else { continue }
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        view.append(scalar)
      }
    }
    let once = TextSanitizer.sanitized(String(view))
    let twice = TextSanitizer.sanitized(once)
    #expect(Array(once.unicodeScalars) == Array(twice.unicodeScalars))
    #expect(once.unicodeScalars.allSatisfy { TextSanitizer.isSafe($0) })
  }
}
