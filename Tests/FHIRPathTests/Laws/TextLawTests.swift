import SeededRandomness
import Testing

@testable import FHIRPath

/// What holds for texts, whichever they are (FHIRPath 3.0, section 6.6).
@Suite struct TextLawTests {
  @Test(
    arguments: [
      "%s.split(%x).join(%x) = %s", "%s.toChars().join('') & '' = %s",
      "%s.toChars().count() = %s.length()",
      "%s.encode('hex').decode('hex') = %s", "%s.encode('base64').decode('base64') = %s",
      "%s.encode('urlbase64').decode('urlbase64') = %s", "%s.escape('html').unescape('html') = %s",
      "%s.escape('json').unescape('json') = %s", "%s.encode('hex').matchesFull('([0-9a-f]{2})*')",
      "%s.escape('html').matches('[<>\"\\']').not()",
      "%s.escape('json').matches('[\\u0000-\\u001f]').not()",
      "%s.encode('urlbase64').matches('[+/]').not()",
      "(%s & %x).length() = %s.length() + %x.length()",
      "(%s + %x).startsWith(%s)", "(%s + %x).endsWith(%x)", "(%s + %x + %s).contains(%x)",
      "%s.contains(%x) = (%s.indexOf(%x) >= 0)", "%s.contains(%x) = (%s.lastIndexOf(%x) >= 0)",
      "%s.contains(%x) = (%s.split(%x).count() > 1)", "%s.indexOf(%x) <= %s.lastIndexOf(%x)",
      "%s.contains(%x) implies %s.substring(%s.indexOf(%x)).startsWith(%x)",
      "%s.contains(%x) implies %s.substring(%s.lastIndexOf(%x), %x.length()) = %x",
      "%s.replace(%x, %x) = %s", "%s.replace(%x, '') = %s.split(%x).join('') & ''",
      "%s.replaceMatches('.', '$0') = %s", "%s.replaceMatches('(.)(.?)', '$1$2') = %s",
      "%s.matchesFull('.*')",
      "%s.replaceMatches('[^a]', '') = %s.toChars().where($this = 'a').join('') & ''",
      "%s.trim().trim() = %s.trim()", "%s.contains(%s.trim())", "%s.toString() = %s",
      "%s ~ %s.lower()",
      "%s.length() = 0 or %s.substring(0, 1) & %s.substring(1) = %s", "(%s = %x) = (%x = %s)",
      "%s ~ %s",
      "(%s < %x) xor (%s = %x) xor (%s > %x)", "(%s | %x | %s).count() = iif(%s = %x, 1, 2)",
      "%s in (%x | %s)",
      "%s.toChars().sort() ~ %s.toChars()", "(%s = %x) implies (%s ~ %x)",
    ].map(Law.init))
  func `texts`(_ law: Law) throws {
    var random = SeededGenerator(seed: 1)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<150 {
      let separator = Self.text(&random, 1...2)
      try law.check(
        expression, ["s": .string(Self.text(&random, 0...12)), "x": .string(separator)])
    }
  }

  /// The places are those that trying each of them finds.
  @Test func `a text is found where it is`() throws {
    var random = SeededGenerator(seed: 2)
    let law = Law("%s.indexOf(%x) = %first and %s.lastIndexOf(%x) = %last")
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<500 {
      let text = (0..<random.number(0...12)).map { _ in random.pick(from: ["a", "b", "é"]) }
      let wanted = (0..<random.number(0...4)).map { _ in random.pick(from: ["a", "b", "é"]) }
      let places = (0...text.count).filter { text[$0...].starts(with: wanted) }
      try law.check(
        expression,
        [
          "s": .string(text.joined()), "x": .string(wanted.joined()),
          "first": .integer(Int32(places.first ?? -1)), "last": .integer(Int32(places.last ?? -1)),
        ])
    }
  }

  /// What is written in quotes reads back.
  @Test func `a literal is the text`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let text = Self.text(&random, 0...10)
      for quote: Character in ["'", "`"] {
        let literal = QuotedText.quoted(text, by: quote)
        let read = try QuotedText.decoded(Array(literal.utf8)[...])
        #expect(read.utf8.elementsEqual(text.utf8), "\(literal)")
      }
      let values = try FHIRPathExpression(QuotedText.quoted(text, by: "'")).evaluate()
      #expect(values.first?.text?.utf8.elementsEqual(text.utf8) == true)
    }
  }

  /// What was not encoded is not decoded.
  @Test(arguments: [
    "'+f'.decode('hex')", "'0'.decode('hex')", "'zz'.decode('hex')", "'ff'.decode('hex')",
    "'a b='.decode('base64')", "'éé'.decode('base64')",
  ])
  func `what cannot be decoded is nothing`(_ text: String) throws {
    #expect(try FHIRPathExpression(text).evaluate().isEmpty)
  }

  private static let characters = [
    "a", "b", "A", " ", "\t", "\n", "\r", "'", "\"", "\\", "/", "`", "&", "<", ">", "&lt;", "\\n",
    "\\u0041", ",", "$1", ".", "*", "(", "é", "e\u{301}", "ß", "İ", "日", "😀", "\u{0}", "\u{1}",
    "\u{8}", "\u{C}", "\u{2028}", "&amp;", "\\b", "+", "=",
  ]

  private static func text(_ random: inout SeededGenerator, _ length: ClosedRange<Int>) -> String {
    (0..<random.number(length)).map { _ in random.pick(from: characters) }.joined()
  }
}
