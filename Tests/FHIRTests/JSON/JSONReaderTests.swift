import FHIR
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    (#""""#, ""), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u65E5""#, "Aé日"), (#""\ud83d\ude00!""#, "😀!"),
    (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""é\n日😀""#, "é\n日😀"), (#""\u0000""#, "\0"), ("\"\u{7F}\u{FFFF}\"", "\u{7F}\u{FFFF}"),
  ])
  func strings(_ source: String, _ text: String) throws {
    let root = try JSONDocument(source).root
    #expect(root.string.map { Array($0.utf8) } == Array(text.utf8))
    #expect(root.kind == .string)
  }

  @Test(arguments: [
    "0", "-0", "10", "0.50", "-1.0", "1e5", "1E+05", "2.50e-3", "123456789012345678901234567890",
  ])
  func numbersKeepTheirText(_ source: String) throws {
    let root = try JSONDocument(" \(source)\n").root
    #expect(root.kind == .number)
    #expect(root.numberText == source)
    #expect(root.decimal == ExactDecimal(source))
    #expect(JSONWriter(.compact).text(of: root) == source)
  }

  @Test func wordsAndTheirValues() throws {
    let root = try JSONDocument("[true,false,null,1,\"t\"]").root
    #expect(root.elements.map(\.boolean) == [true, false, nil, nil, nil])
    #expect(root.elements.map(\.kind) == [.boolean, .boolean, .null, .number, .string])
    #expect(root.elements.map(\.integer) == [nil, nil, nil, 1, nil])
    #expect(root.elements.map(\.string) == [nil, nil, nil, nil, "t"])
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    let root = try JSONDocument("\u{FEFF}{\"a\":\n 1}").root
    #expect(root["a"]?.integer == 1)
    #expect(root.position == SourcePosition(line: 1, column: 1))
    #expect(root["a"]?.position == SourcePosition(line: 2, column: 2))
  }

  @Test func positionsCountScalars() throws {
    let root = try JSONDocument("{\"é😀\": [1,\r\n\t{\"x\": true}]}").root
    let list = try #require(root["é😀"])
    #expect(list.position == SourcePosition(line: 1, column: 8))
    let inner = try #require(list.elements.last?["x"])
    #expect(inner.position == SourcePosition(line: 2, column: 8))
    #expect(inner.position.description == "line 2, column 8")
    #expect(list.position < inner.position)
  }

  @Test func membersAreFoundByName() throws {
    let root = try JSONDocument(#"{"a":1,"b":{"c":2},"\u0064":3,"é":4}"#).root
    #expect(root["a"]?.integer == 1)
    #expect(root["c"] == nil)
    #expect(root["b"]?["c"]?.integer == 2)
    #expect(root["d"]?.integer == 3)
    #expect(root.member(named: "é")?.integer == 4)
    #expect(root.member(named: "z") == nil)
    #expect(root["a"]?["a"] == nil)
    #expect(root.children.map(\.name) == ["a", "b", "d", "é"])
    #expect(root.name == nil)
  }

  @Test func aValueAloneCountsAsAList() throws {
    let root = try JSONDocument(#"{"one":"x","many":["x","y"],"none":[]}"#).root
    #expect(root["one"]?.elements.map(\.string) == ["x"])
    #expect(root["many"]?.elements.map(\.string) == ["x", "y"])
    #expect(root["none"]?.elements.count == 0)
  }

  // MARK: - Limits

  @Test func depth() throws {
    let nested = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSONDocument(nested(128)).root.kind == .array)
    let error = #expect(throws: JSONError.self) { try JSONDocument(nested(129)) }
    #expect(error?.reason == .tooDeep(limit: 128))
    #expect(error?.position == SourcePosition(line: 1, column: 129))
    // Siblings do not add up.
    #expect(try JSONDocument("[[],[],[]]", limits: JSONLimits(depth: 2)).root.elements.count == 3)
  }

  @Test func size() throws {
    #expect(try JSONDocument("[1,2]", limits: JSONLimits(bytes: 5)).root.elements.count == 2)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument("[1,23]", limits: JSONLimits(bytes: 5))
    }
    #expect(error?.reason == .tooLarge(limit: 5))
    #expect(error?.position == SourcePosition(line: 1, column: 1))
  }

  /// Were each name compared with all before it, this would not come to an end.
  @Test func anObjectOfAHundredThousandMembers() throws {
    let members = (0..<100_000).map { "\"name\($0)\":\($0)" }
    let root = try JSONDocument("{" + members.joined(separator: ",") + "}").root
    #expect(root.member(named: "name99999")?.integer == 99_999)
    #expect(root.children.reduce(into: 0) { count, _ in count += 1 } == 100_000)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument("{" + members.joined(separator: ",") + ",\"name7\":0}")
    }
    #expect(error?.reason == .duplicateMember("name7"))
  }
}
