import FHIR
import SeededRandomness
import Testing

/// What is read is written back the same.
@Suite struct JSONLosslessTests {
  @Test(arguments: 1...200 as ClosedRange<Int>)
  func randomDocumentsReadBack(seed: Int) throws {
    var random = RandomJSON(seed: seed)
    let text = random.text()
    let document = try JSONDocument(text)
    #expect(JSONWriter(.compact).text(of: document.root) == text)
    let indented = JSONWriter(.indented).bytes(of: document.root)
    let again = try JSONDocument(indented)
    #expect(again.root == document.root)
    #expect(JSONWriter(.compact).text(of: again.root) == text)
    #expect(JSONWriter(.indented).bytes(of: again.root) == indented)
  }

  /// Bytes at random places are changed, left out or put in: the reader refuses or reads, and what
  /// it reads is the same when it is written and read again.
  @Test(arguments: 1...60 as ClosedRange<Int>)
  func changedBytesNeverCrash(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var random = RandomJSON(seed: seed)
    let original = Array(random.text().utf8)
    var accepted = 0
    for _ in 0..<100 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        Self.change(&bytes, using: &generator)
      }
      guard let document = try? JSONDocument(bytes) else { continue }
      accepted += 1
      let written = JSONWriter(.compact).bytes(of: document.root)
      let again = try? JSONDocument(written)
      #expect(again?.root == document.root)
      #expect(again.map { JSONWriter(.compact).bytes(of: $0.root) } == written)
    }
    #expect(accepted < 100)
  }

  private static func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &generator)
    let telling = Array("{}[]\",:\\u0e-.\u{FEFF}".utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
    case 1: bytes[place] = telling.randomElement(using: &generator) ?? 0
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(telling.randomElement(using: &generator) ?? 0, at: place)
    default: bytes.removeLast(bytes.count - place)
    }
  }

  @Test(arguments: [
    // Order of members, unknown members and element siblings.
    #"{"z":1,"a":2,"_a":{"id":"x","extension":[{"url":"u","valueCode":"c"}]},"unknown":[null,{}]}"#,
    #"{"given":["a",null],"_given":[null,{"id":"b"}]}"#,
    #"[1.50,1.5,1.0e2,-0,-0.0,1E400]"#,
    #"{"":{"":""}}"#,
  ])
  func shapesThatAreEasilyLost(_ text: String) throws {
    #expect(JSONWriter(.compact).text(of: try JSONDocument(text).root) == text)
  }

  /// Terminals obey control characters of seven and of eight bits; JSON may hold them as escapes.
  @Test func noControlCharacterIsWritten() throws {
    for control in (UInt8(0x7F)..<0xA0).map(Unicode.Scalar.init) {
      let root = try JSONDocument("\"\(Character(control))\"").root
      #expect(JSONWriter().bytes(of: root).allSatisfy { 0x20..<0x7F ~= $0 || $0 == 0x0A })
      #expect(try JSONDocument(JSONWriter().text(of: root)).root.string == String(control))
    }
    let first = try JSONDocument("\"\u{A0}\"").root
    #expect(JSONWriter(.compact).text(of: first) == "\"\u{A0}\"")
  }

  @Test func layouts() throws {
    let root = try JSONDocument(#"{ "a" : [ ], "b":{},"c":[1,{"d":"x\u0009"}]}"#).root
    #expect(JSONWriter(.compact).text(of: root) == #"{"a":[],"b":{},"c":[1,{"d":"x\t"}]}"#)
    let indented = """
      {
        "a": [],
        "b": {},
        "c": [
          1,
          {
            "d": "x\\t"
          }
        ]
      }

      """
    #expect(JSONWriter().text(of: root) == indented)
  }

  @Test(arguments: [
    ("[1,2]", "[1, 2]", true), ("[1,2]", "[1]", false), ("[1]", "[1,2]", false),
    ("[1]", "[1.0]", false), ("{\"a\":1}", "{\"b\":1}", false), ("null", "false", false),
    ("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", false), ("\"\\u0041\"", "\"A\"", true),
    ("true", "false", false), ("[]", "{}", false),
  ])
  func equality(_ left: String, _ right: String, _ isEqual: Bool) throws {
    #expect((try JSONDocument(left).root == JSONDocument(right).root) == isEqual)
  }
}
