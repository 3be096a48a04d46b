import SeededRandomness
import Testing

@testable import Referral

/// How text is made fit to be shown, measured and wrapped.
@Suite struct PrintableTextTests {
  @Test(
    arguments: [
      ("plain", ["plain"]), ("", [""]), ("a\tb", ["a b"]), ("a\nb", ["a", "b"]),
      ("a\r\nb\rc", ["a", "b", "c"]), ("a\u{2028}b\u{85}c\u{0B}d", ["a", "b", "c", "d"]),
      ("\u{1B}[31mred", ["\u{FFFD}[31mred"]), ("\u{9B}2J", ["\u{FFFD}2J"]),
      ("a\u{0}b\u{7F}", ["a\u{FFFD}b\u{FFFD}"]), ("\u{202E}abc\u{202C}", ["abc"]),
      ("\u{2066}\u{2067}\u{2068}x\u{2069}\u{200E}\u{200F}\u{61C}", ["x"]),
      ("\u{FEFF}a\u{200B}b\u{AD}c", ["abc"]), ("\u{E0041}\u{E007F}x", ["x"]),
      ("क्\u{200D}ष", ["क्\u{200D}ष"]), ("é 痛 😀", ["é 痛 😀"]), ("\n", ["", ""]),
    ])
  func `shows nothing that acts on a terminal`(_ text: String, _ lines: [String]) {
    #expect(PrintableText(text).lines.map(scalars) == lines.map(scalars))
  }

  /// Swift's strings are equal by what they mean; here every scalar counts.
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(
    arguments: [
      ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("痛み", 4), ("한국어", 6),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇫🇷", 2), ("❤️", 2),
      ("©", 1), ("ﾊﾟ", 2), ("！", 2), ("नमस्ते", 4), ("Ж", 1), ("\u{FFFD}", 1), ("1️⃣", 2),
    ])
  func `counts columns`(_ text: String, _ columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }

  @Test(
    arguments: [
      ("", 5, [""]), ("abc", 5, ["abc"]), ("ab cd ef", 5, ["ab cd", "ef"]),
      ("abcdefgh", 5, ["abcde", "fgh"]), ("ab cdefghij", 5, ["ab", "cdefg", "hij"]),
      ("  ab cd", 5, ["  ab", "cd"]), ("a  b", 5, ["a  b"]), ("abcde   fg", 5, ["abcde", "fg"]),
      ("痛痛痛", 5, ["痛痛", "痛"]), ("ab  ", 5, ["ab"]), ("a\n\nb", 5, ["a", "", "b"]),
      ("      abc", 5, ["abc"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
  func `wraps at spaces, and within words that are too wide`(
    _ text: String, _ width: Int, _ lines: [String]
  ) {
    #expect(PrintableText(text).wrapped(to: width) == lines)
  }

  @Test(arguments: 1...60)
  func `wrapping loses nothing but spaces and keeps within the width`(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text += random.pick(HostileText.all + [" ", "  ", "word", "\n"]) ?? ""
    }
    let width = Int.random(in: 2...90, using: &random)
    let printable = PrintableText(text)
    let wrapped = printable.wrapped(to: width)
    #expect(wrapped.allSatisfy { TextWidth.columns($0) <= max(width, 2) })
    #expect(wrapped.joined().filter { $0 != " " } == printable.lines.joined().filter { $0 != " " })
  }
}
