import FHIR
import Testing

@Suite struct AnswerValueTests {
  /// A value of each type, as JSON writes it.
  static let samples: [(AnswerValue.Kind, String)] = [
    (.boolean, "true"), (.decimal, "1.50"), (.integer, "-7"), (.date, #""2019-03""#),
    (.dateTime, #""2019-03-27T14:30:00+02:00""#), (.time, #""14:30:00""#), (.string, #""a\nb""#),
    (.uri, #""urn:x""#),
    (.attachment, #"{"contentType":"image/png","data":"AAAA","url":"u","size":3,"title":"t"}"#),
    (.coding, #"{"system":"s","version":"1","code":"c","display":"d"}"#),
    (.quantity, #"{"value":70.50,"comparator":"<","unit":"kg","system":"s","code":"kg"}"#),
    (.reference, #"{"reference":"Patient/1","type":"Patient","display":"d"}"#),
  ]

  @Test func eachTypeReadsAndWrites() throws {
    #expect(Self.samples.map(\.0) == AnswerValue.Kind.allCases)
    for (kind, json) in Self.samples {
      let text = #"{"value\#(kind.rawValue)":\#(json)}"#
      let node = try JSONDocument(text).root
      let value = try #require(node.choiceValue("value"))
      #expect(value.kind == kind)
      let written = JSONBuilder.object { $0.add("value", value) }
      #expect(JSONWriter(.compact).text(of: written.root) == text)
      #expect(node.choiceMember("value")?.kind == kind)
      #expect(node.choiceMember("answer") == nil)
    }
  }

  @Test(arguments: [
    #"{"valueInteger":1.5}"#, #"{"valueInteger":"1"}"#, #"{"valueBoolean":"true"}"#,
    #"{"valueDate":"2019-13"}"#,
    #"{"valueDateTime":"soon"}"#, #"{"valueTime":"25:00:00"}"#, #"{"valueString":1}"#,
    #"{"valueCoding":"c"}"#,
    #"{"valueDecimal":1e300}"#, #"{"valueMoney":{}}"#, #"{"values":1,"value":2,"value1":3}"#, "{}",
  ])
  func notAValue(_ text: String) throws {
    #expect(try JSONDocument(text).root.choiceValue("value") == nil)
  }

  @Test func namesThatOnlyLookLikeAValue() throws {
    let node = try JSONDocument(
      #"{"_valueString":{},"values":[],"valueMoney":{},"valueString":"a"}"#
    ).root
    let member = try #require(node.choiceMember("value"))
    #expect(member.kind == nil)
    #expect(member.node.name == "valueMoney")
  }

  static func decimal(_ text: String) -> AnswerValue { .decimal(ExactDecimal(text) ?? 0) }
  static func date(_ text: String) -> AnswerValue {
    PartialDate(text).map { .date($0) } ?? .string(text)
  }
  static func dateTime(_ text: String) -> AnswerValue {
    PartialDateTime(text).map { .dateTime($0) } ?? .string(text)
  }
  static func time(_ text: String) -> AnswerValue {
    TimeOfDay(text).map { .time($0) } ?? .string(text)
  }
  static func kilograms(_ value: Int, _ unit: String = "kg") -> AnswerValue {
    .quantity(Quantity(value: ExactDecimal(value), system: Quantity.ucum, code: unit))
  }

  @Test(
    arguments: [
      (.integer(1), .integer(1), .same), (.integer(1), decimal("1.00"), .same),
      (decimal("0.5"), .integer(1), .ascending),
      (decimal("1.50"), decimal("1.5"), .same), (.integer(1), .string("1"), .undecidable),
      (.integer(1), kilograms(1), .undecidable), (.boolean(false), .boolean(true), .undecidable),
      (date("2019-03"), date("2019-04-01"), .ascending),
      (date("2019"), date("2019-04"), .undecidable),
      (date("2019-03-27"), dateTime("2019-03-28T10:00:00Z"), .ascending),
      (date("2019-03-27"), dateTime("2019-03-27T10:00:00Z"), .undecidable),
      (date("2019-03-27"), dateTime("2019-03-27"), .same),
      (date("2019-03-27"), time("10:00"), .undecidable),
      (time("10:00"), time("09:59"), .descending), (.string("a"), .string("b"), .ascending),
      (.string("a"), .string("B"), .descending), (.string("a"), .string("a"), .same),
      // Text is compared as it is stored.
      (.string("\u{E9}"), .string("e\u{301}"), .descending),
      (.uri("urn:a"), .uri("urn:b"), .ascending),
      (.string("urn:a"), .uri("urn:a"), .undecidable), (kilograms(1), kilograms(1000, "g"), .same),
      (kilograms(1), kilograms(1, "m"), .undecidable),
      (.coding(Coding(code: "a")), .coding(Coding(code: "a")), .undecidable),
    ] as [(AnswerValue, AnswerValue, PartialOrdering)])
  func ordering(_ left: AnswerValue, _ right: AnswerValue, _ expected: PartialOrdering) {
    #expect(left.ordering(against: right) == expected)
    #expect(right.ordering(against: left) == expected.reversed)
    if expected != .undecidable { #expect(left.means(right) == (expected == .same)) }
  }

  @Test(
    arguments: [
      (.boolean(true), .boolean(true), true), (.boolean(true), .boolean(false), false),
      (.boolean(true), .string("true"), false),
      // A missing system on either side matches any; display and version do not count.
      (
        .coding(Coding(system: "s", code: "a", display: "A")),
        .coding(Coding(system: "s", version: "2", code: "a")), true
      ),
      (.coding(Coding(system: "s", code: "a")), .coding(Coding(code: "a")), true),
      (.coding(Coding(system: "s", code: "a")), .coding(Coding(system: "t", code: "a")), false),
      (.coding(Coding(system: "s", code: "a")), .coding(Coding(system: "s", code: "A")), false),
      (.coding(Coding(system: "s", code: "a")), .coding(Coding(system: "s")), false),
      (.coding(Coding(display: "other")), .coding(Coding(display: "other")), true),
      (.coding(Coding(display: "other")), .coding(Coding(display: "else")), false),
      (.coding(Coding(code: "a")), .string("a"), false),
      // Undecidable is not the same.
      (date("2019"), date("2019-04"), false), (kilograms(1), kilograms(1, "m"), false),
      (kilograms(1), .integer(1), false),
      (
        .reference(Reference(reference: "Patient/1")),
        .reference(Reference(reference: "Patient/1", display: "x")), true
      ),
      (
        .reference(Reference(reference: "Patient/1")),
        .reference(Reference(reference: "Patient/2")), false
      ),
      (.attachment(Attachment(url: "u")), .attachment(Attachment(url: "u")), true),
      (.attachment(Attachment(url: "u")), .attachment(Attachment(url: "u", title: "t")), false),
    ] as [(AnswerValue, AnswerValue, Bool)])
  func means(_ left: AnswerValue, _ right: AnswerValue, _ expected: Bool) {
    #expect(left.means(right) == expected)
    #expect(right.means(left) == expected)
    #expect(left.means(left))
  }

  @Test(arguments: [
    ("Patient/1", "Patient"), ("https://example.org/fhir/Patient/1", "Patient"),
    ("Patient/1/_history/2", "Patient"),
    ("#contained", nil), ("urn:uuid:1", nil), ("1/2", nil), ("https://example.org", nil),
  ])
  func targetTypes(_ reference: String, _ type: String?) {
    #expect(Reference(reference: reference).targetType == type)
    #expect(Reference(reference: reference, type: "Group").targetType == type ?? "Group")
  }

  @Test(arguments: [("", 0), ("AA==", 1), ("AAA=", 2), ("AAAA", 3), ("AAAAAA==", 4)])
  func attachmentSizes(_ data: String, _ count: Int) {
    #expect(Attachment(data: data).byteCount == count)
    #expect(Attachment(data: data, size: 9).byteCount == 9)
    #expect(Attachment(url: "u").byteCount == nil)
  }

  @Test(arguments: [
    ("https://a.example/x", "https://a.example/x", nil),
    ("https://a.example/x|1.0", "https://a.example/x", "1.0"),
    ("u|", "u", nil), ("u|a|b", "u", "a|b"), ("", "", nil),
  ])
  func canonicals(_ text: String, _ url: String, _ version: String?) {
    let canonical = Canonical(text)
    #expect(canonical.url == url)
    #expect(canonical.version == version)
    #expect(Canonical(canonical.description) == canonical)
  }
}
