import FHIR
import Testing

/// Text that is refused, with the reason and the place that an editor shows.
@Suite struct JSONReaderErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let reason: JSONError.Reason
    let line: Int
    let column: Int

    init(_ text: String, _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
      self.init(Array(text.utf8), reason, line, column)
    }

    init(_ bytes: [UInt8], _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
      self.bytes = bytes
      self.reason = reason
      self.line = line
      self.column = column
    }

    var testDescription: String { String(decoding: bytes, as: UTF8.self) }
  }

  private func expect(_ test: Case, sourceLocation: SourceLocation = #_sourceLocation) {
    let error = #expect(throws: JSONError.self, sourceLocation: sourceLocation) {
      try JSONDocument(test.bytes)
    }
    #expect(error?.reason == test.reason, sourceLocation: sourceLocation)
    #expect(
      error?.position == SourcePosition(line: test.line, column: test.column),
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    Case("", .unexpectedEnd, 1, 1),
    Case("  \n ", .unexpectedEnd, 2, 2),
    Case("\u{FEFF}", .unexpectedEnd, 1, 1),
    Case("{", .unexpectedEnd, 1, 2),
    Case("{\"a\"", .unexpectedEnd, 1, 5),
    Case("{\"a\":", .unexpectedEnd, 1, 6),
    Case("{\"a\":1", .unexpectedEnd, 1, 7),
    Case("{\"a\":1,", .unexpectedEnd, 1, 8),
    Case("[", .unexpectedEnd, 1, 2),
    Case("[1", .unexpectedEnd, 1, 3),
    Case("[1,", .unexpectedEnd, 1, 4),
    Case("\"ab", .unexpectedEnd, 1, 4),
    Case("\"ab\\", .unexpectedEnd, 1, 4),
    Case("\"ab\\u12", .unexpectedEnd, 1, 4),
    Case("tru", .unexpectedEnd, 1, 4),
    Case("-", .invalidNumber, 1, 1),
  ])
  func endTooSoon(_ test: Case) { expect(test) }

  @Test(arguments: [
    Case("x", .unexpectedCharacter(expected: "a JSON value"), 1, 1),
    Case("'a'", .unexpectedCharacter(expected: "a JSON value"), 1, 1),
    Case("// hi\n1", .unexpectedCharacter(expected: "a JSON value"), 1, 1),
    Case("+1", .unexpectedCharacter(expected: "a JSON value"), 1, 1),
    Case("\u{A0}1", .unexpectedCharacter(expected: "a JSON value"), 1, 1),
    Case("\0", .unexpectedCharacter(expected: "a JSON value"), 1, 1),
    Case("[1,]", .unexpectedCharacter(expected: "a JSON value"), 1, 4),
    Case("[,1]", .unexpectedCharacter(expected: "a JSON value"), 1, 2),
    Case("[1 2]", .unexpectedCharacter(expected: "a comma or ]"), 1, 4),
    Case("[1}", .unexpectedCharacter(expected: "a comma or ]"), 1, 3),
    Case("{a:1}", .unexpectedCharacter(expected: "a name in quotes"), 1, 2),
    Case("{\"a\":1,}", .unexpectedCharacter(expected: "a name in quotes"), 1, 8),
    Case("{\"a\" 1}", .unexpectedCharacter(expected: "a colon"), 1, 6),
    Case("{\n  \"a\":1\n  \"b\":2\n}", .unexpectedCharacter(expected: "a comma or }"), 3, 3),
    Case("trve", .unexpectedCharacter(expected: "true, false or null"), 1, 3),
    Case("nulL", .unexpectedCharacter(expected: "true, false or null"), 1, 4),
    Case("{} {}", .trailingText, 1, 4),
    Case("{}\n,", .trailingText, 2, 1),
    Case("truex", .trailingText, 1, 5),
    Case("{}\0", .trailingText, 1, 3),
    Case("{}\u{FEFF}", .trailingText, 1, 3),
  ])
  func wrongCharacter(_ test: Case) { expect(test) }

  @Test(arguments: [
    "01", "-01", "00", "1.", "-.5", "1.e3", "1e", "1e+", "1E-", "1.2.3", "--1", "-a",
  ])
  func badNumber(_ text: String) {
    expect(Case(text, .invalidNumber, 1, 1))
    expect(Case("[1,\n " + text + "]", .invalidNumber, 2, 2))
  }

  @Test(arguments: [
    Case(#"{"a":1,"a":2}"#, .duplicateMember("a"), 1, 8),
    Case("{\"a\":1,\n \"b\":2,\n \"a\":3}", .duplicateMember("a"), 3, 2),
    // The same name in another spelling.
    Case(#"{"a":1,"\u0061":2}"#, .duplicateMember("a"), 1, 8),
    Case(#"{"é":{"é":1,"é":1}}"#, .duplicateMember("é"), 1, 13),
    Case(#""\x""#, .invalidEscape, 1, 2),
    Case(#""ab\'""#, .invalidEscape, 1, 4),
    Case(#""\u12G4""#, .invalidEscape, 1, 2),
    Case("\"é\u{1}\"", .controlCharacter, 1, 3),
    Case("\"a\nb\"", .controlCharacter, 1, 3),
    Case("\"\0\"", .controlCharacter, 1, 2),
    Case("\"a\\n\u{1F}\"", .controlCharacter, 1, 5),
    Case(#""\ud800""#, .loneSurrogate, 1, 2),
    Case(#""\udc00""#, .loneSurrogate, 1, 2),
    Case(#""x\ud83d\n""#, .loneSurrogate, 1, 3),
    Case(#""\ud83dx""#, .loneSurrogate, 1, 2),
    Case(#""\ud83d\ud83d""#, .loneSurrogate, 1, 2),
    Case(#""\ud83d\u0041""#, .loneSurrogate, 1, 2),
  ])
  func wrongStringOrName(_ test: Case) { expect(test) }

  /// Every kind of ill-formed sequence (Unicode 15, table 3-7).
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
      [0xF0, 0x28, 0x8C, 0xBC], [0xF0, 0x9F, 0x28, 0xBC], [0xF0, 0x9F, 0x98, 0x28],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func notUTF8(_ sequence: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    expect(Case([quote, 0x61] + sequence + [quote], .invalidUTF8, 1, 3))
    // After an escape the text is decoded on another path.
    expect(Case([quote] + Array(#"\n"#.utf8) + sequence + [quote], .invalidUTF8, 1, 4))
    // In a name, and cut off by the end.
    expect(Case(Array("{\"".utf8) + sequence, .invalidUTF8, 1, 3))
  }

  @Test func everyReasonSaysHowToMendIt() {
    let reasons: [JSONError.Reason] = [
      .tooLarge(limit: 1), .tooDeep(limit: 1), .unexpectedEnd, .unexpectedCharacter(expected: "x"),
      .trailingText, .duplicateMember("a"), .invalidUTF8, .loneSurrogate, .invalidEscape,
      .controlCharacter, .invalidNumber,
    ]
    #expect(Set(reasons.map(\.description)).count == reasons.count)
    let error = #expect(throws: JSONError.self) { try JSONDocument("{}\n x") }
    #expect(
      error?.description == "line 2, column 2: text follows the end of the JSON value; remove it")
  }
}
