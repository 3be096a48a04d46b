import FHIR
import Testing

@testable import FormFiller

/// A change is read exactly as it was written.
@Suite struct ChangeJSONTests {
  static let time = "2026-03-27T09:30:15.250+05:30"

  static let path = ItemPath([
    ItemPath.Step(linkId: "rows \"of\" \\ ünits", instance: InstanceID(number: 12)),
    ItemPath.Step(linkId: "", instance: InstanceID(number: 3)),
    ItemPath.Step(linkId: "question"),
  ])

  static func change(
    _ action: Change.Action, at path: ItemPath = path, by author: Change.Author = .patient,
    time: String = time, reason: String? = nil
  ) throws -> Change {
    Change(
      action, at: path, by: author, time: try #require(PartialDateTime(time)), reason: reason)
  }

  static func bytes(of change: Change) -> [UInt8] {
    JSONWriter(.compact).bytes(of: JSONBuilder.object { $0.addMembers(of: change) }.root)
  }

  static func reread(_ change: Change) throws -> Change {
    try #require(Change(try JSONDocument(bytes(of: change)).root))
  }

  /// Values of every type, with what is easily lost: digits, precision, members, letters.
  static let values: [AnswerValue] =
    [.boolean(true), .boolean(false), .integer(.max), .integer(.min), .integer(0)]
    + ["0", "-0.25", "1.50", "1.5", "0.000", "12345678901234567890123456789012345678"]
    .compactMap { ExactDecimal($0) }.map { .decimal($0) }
    + ["2020", "2020-02", "2020-02-29"].compactMap { PartialDate($0) }.map { .date($0) }
    + [
      "2020", "2020-02", "2020-02-29", "2020-02-29T10:20", "2020-02-29T10:20:00",
      "2020-02-29T10:20:30.500", "2020-02-29T10:20Z", "2020-02-29T10:20:00Z",
      "2020-02-29T10:20-11:30", "2020-02-29T23:59:60+14:00",
    ].compactMap { PartialDateTime($0) }.map { .dateTime($0) }
    + ["10:20", "10:20:00", "10:20:30", "10:20:30.0", "00:00:09.5"].compactMap { TimeOfDay($0) }
    .map { .time($0) }
    + [TimeOfDay(hour: 7)].compactMap { $0 }.map { .time($0) }
    + [
      "", " ", "plain", "e\u{301}", "é", "\u{0}\u{1}\t\r\n\u{1B}[2J\u{7F}\u{85}\u{9B}", "\"\\/",
      "\u{202E}\u{2028}\u{1F9D1}\u{200D}\u{2695}\u{10FFFF}",
    ].flatMap { [.string($0), .uri($0)] }
    + [
      .coding(Coding()), .coding(Coding(system: "s", version: "1", code: "c", display: "")),
      .quantity(Quantity()),
      .quantity(
        Quantity(
          value: ExactDecimal("2.50"), comparator: "<", unit: "mg", system: Quantity.ucum,
          code: "mg")),
      .reference(Reference()), .reference(Reference(reference: "a/1", type: "a", display: "d")),
      .attachment(Attachment()),
      .attachment(
        Attachment(contentType: "text/plain", url: "u", data: "AA==", size: 1, title: "t")),
    ]

  @Test func `the table holds a value of every type`() {
    #expect(Set(Self.values.map(\.kind)) == Set(AnswerValue.Kind.allCases))
    #expect(Self.values.count >= 50)
  }

  @Test(arguments: values) func `a value comes back as it was`(_ value: AnswerValue) throws {
    let change = try Self.change(.set([value]))
    let again = try Self.reread(change)
    #expect(again == change)
    guard case .set(let values) = again.action, let same = values.first else {
      Issue.record("no value")
      return
    }
    // Two values can be equal without having the same digits or letters.
    #expect(String(reflecting: same) == String(reflecting: value))
    #expect(Self.bytes(of: again) == Self.bytes(of: change))
  }

  static let actions: [Change.Action] =
    [
      .set(values), .decline(.askedUnknown), .decline(.askedDeclined), .clear, .addRow, .removeRow,
    ] + HelpPageEvent.allCases.map { .note($0) }

  @Test(arguments: actions) func `an action comes back as it was`(_ action: Change.Action) throws {
    let change = try Self.change(action)
    #expect(try Self.reread(change) == change)
  }

  @Test(arguments: [Change.Author.patient, .helper, .staff, .form], [nil, "", "a slip"])
  func `author and reason come back`(_ author: Change.Author, _ reason: String?) throws {
    let change = try Self.change(.clear, by: author, reason: reason)
    #expect(try Self.reread(change) == change)
  }

  @Test(arguments: ["2026", "2026-03-27", "2026-03-27T09:30", "2026-03-27T09:30:00Z", time])
  func `the time comes back as far as it was known`(_ time: String) throws {
    let change = try Self.change(.clear, time: time)
    #expect(String(reflecting: try Self.reread(change).time) == String(reflecting: change.time))
  }

  @Test func `it is written as it is written down`() throws {
    let change = try Self.change(
      .set([.string("Ana"), .time(try #require(TimeOfDay("10:20")))]),
      at: ItemPath([
        ItemPath.Step(linkId: "rows", instance: InstanceID(number: 2)),
        ItemPath.Step(linkId: "name"),
      ]), by: .helper, time: "2026-03-27T09:30:00Z", reason: "asked")
    #expect(
      String(decoding: Self.bytes(of: change), as: UTF8.self)
        == #"{"action":"set","path":[{"linkId":"rows","instance":2},{"linkId":"name"}],"#
        + #""values":[{"valueString":"Ana"},{"valueTime":"10:20"}],"author":"helper","#
        + #""time":"2026-03-27T09:30:00Z","reason":"asked"}"#)
  }

  static let start = #""path":[{"linkId":"a"}],"author":"patient","time":"2026-03-27T09:30:00Z""#

  @Test(arguments: [
    "{}", "[]", #"{"action":"clear"}"#, #"{\#(start)}"#, #"{"action":"jump",\#(start)}"#,
    #"{"action":"set",\#(start)}"#, #"{"action":"set","values":[],\#(start)}"#,
    #"{"action":"set","values":[{"valueString":"a"},{}],\#(start)}"#,
    #"{"action":"set","values":[{"valueMoney":1}],\#(start)}"#,
    #"{"action":"set","values":[{"valueInteger":1.5}],\#(start)}"#,
    #"{"action":"decline",\#(start)}"#, #"{"action":"decline","absence":"no",\#(start)}"#,
    #"{"action":"note","event":"gone",\#(start)}"#,
    #"{"action":"clear","path":[],"author":"patient","time":"2026"}"#,
    #"{"action":"clear","path":[{"instance":1}],"author":"patient","time":"2026"}"#,
    #"{"action":"clear","path":[{"linkId":"a","instance":"1"}],"author":"patient","time":"2026"}"#,
    #"{"action":"clear","path":[{"linkId":"a"}],"author":"nobody","time":"2026"}"#,
    #"{"action":"clear","path":[{"linkId":"a"}],"author":"patient","time":"27.3.2026"}"#,
    #"{"action":"clear","path":[{"linkId":"a"}],"author":"patient"}"#,
  ]) func `what is no change is not taken for one`(_ text: String) throws {
    #expect(Change(try JSONDocument(text).root) == nil)
  }
}
