import Testing

@testable import LineEditor

/// Columns of text on a terminal.
@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Müller", 6), ("e\u{301}", 1), ("山田", 4), ("a山", 3), ("\u{D55C}", 2),
    ("\u{200B}", 0), ("\u{7}", 0), ("é\u{323}x", 2),
  ])
  func columns(_ text: String, _ columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("short", 10, "short"), ("exactly ten", 11, "exactly ten"), ("too long", 6, "too..."),
    ("山田太郎", 8, "山田太郎"), ("山田太郎", 7, "山田..."), ("山田太郎", 6, "山..."),
    ("abcdef", 2, "ab"), ("abcdef", 0, ""),
    ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 4, "e\u{301}..."),
  ])
  func truncated(_ text: String, _ width: Int, _ expected: String) {
    #expect(TextWidth.truncated(text, to: width) == expected)
    #expect(TextWidth.columns(of: TextWidth.truncated(text, to: width)) <= width)
  }

  @Test(arguments: [("ab", 4, "ab  "), ("山", 4, "山  "), ("long", 2, "long"), ("", 2, "  ")])
  func padded(_ text: String, _ width: Int, _ expected: String) {
    #expect(TextWidth.padded(text, to: width) == expected)
  }
}
