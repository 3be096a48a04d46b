import FHIR
import FormFiller
import Testing

@testable import Referral

/// How answers are sorted into sections, groups and rows.
@Suite struct SummarySectionTests {
  private static func section(_ code: String) -> String {
    TestForm.code(.section, code, display: "About \(code)")
  }

  @Test func `puts groups of one topic into one section, where the first stands`() throws {
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"g1","type":"group","text":"First",\#(Self.section("pain")),
         "item":[{"linkId":"a","type":"string"},
                 {"linkId":"g2","type":"group","text":"Within",\#(Self.section("sleep")),
                  "item":[{"linkId":"b","type":"string"}]}]},
        {"linkId":"g3","type":"group","text":"Plain","item":[{"linkId":"c","type":"string"}]},
        {"linkId":"d","type":"string"},
        {"linkId":"g4","type":"group","text":"Later",\#(Self.section("pain")),
         "item":[{"linkId":"e","type":"string"}]}
        """#))
    for linkId in ["a", "b", "c", "d", "e"] { try response.answer(linkId, .string(linkId)) }
    let sections = try response.summary().sections
    #expect(
      sections.map(\.title) == ["About pain", "About sleep", "Plain", SummaryWording.ungrouped])
    #expect(sections.map { $0.questions.map(\.linkId) } == [["a", "e"], ["b"], ["c"], ["d"]])
    let system = SummaryCodeSystem.section.rawValue
    #expect(
      sections.map(\.topic) == [
        .code(Coding(system: system, code: "pain")), .code(Coding(system: system, code: "sleep")),
        .group(linkId: "g3"), .ungrouped,
      ])
  }

  @Test func `leaves rows whole, also where something in them names another section`() throws {
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"g","type":"group","text":"Rows","repeats":true,
         "item":[{"linkId":"a","type":"string",\#(Self.section("pain"))}]}
        """#))
    try response.answer("a", .string("one"))
    let sections = try response.summary().sections
    #expect(sections.map(\.title) == ["Rows"])
    guard case .table(let table) = sections.first?.items.first else {
      Issue.record("a repeating group is a table")
      return
    }
    #expect(table.rows.map(\.number) == [1])
  }

  private static let rows = #"""
    {"linkId":"medicine","type":"group","text":"Medicine","repeats":true,"item":[
      {"linkId":"name","type":"string","text":"Name"},
      {"linkId":"often","type":"boolean","text":"Daily"},
      {"linkId":"most","type":"integer","text":"Most",
       "enableWhen":[{"question":"often","operator":"=","answerBoolean":false}]},
      {"linkId":"never","type":"integer","text":"Never",
       "enableWhen":[{"question":"often","operator":"exists","answerBoolean":false}]},
      {"linkId":"why","type":"string","text":"Why"}]}
    """#

  @Test func `makes a table of rows, without columns that nobody was asked`() throws {
    var response = Response(to: try TestForm.form(Self.rows))
    let group = try #require(response.nodes(linkId: "medicine").first)
    try response.apply(
      Change(.addRow, at: response.path(to: group), by: .patient, time: TestForm.now()))
    try response.answer("name", .string("One"))
    try response.answer("often", .boolean(true))
    try response.answer("name", row: 1, .string("Two"))
    try response.answer("often", row: 1, .boolean(false))
    try response.change("most", row: 1, .decline(.askedUnknown))
    let summary = try response.summary()
    guard case .table(let table) = summary.sections.first?.items.first else {
      Issue.record("a repeating group is a table")
      return
    }
    #expect(table.columns.map(\.label) == ["Name", "Daily", "Most"])
    #expect(summary.questions(in: .doesNotKnow).map(\.label) == ["Medicine 2: Most"])
    #expect(
      summary.questions(in: .doesNotKnow).map(\.rows) == [
        [Mention.RowPlace(linkId: "medicine", number: 2)]
      ])
    #expect(summary.answeredNo.map(\.label) == ["Medicine 2: Daily"])
    let lines = TextRenderer().render(summary).split(separator: "\n").map(String.init)
    let heading = try #require(lines.firstIndex { $0.contains("No.  Name") })
    #expect(
      Array(lines[heading..<(heading + 5)]) == [
        "  No.  Name   Daily  Most", "  ---  -----  -----  -----------",
        "  1    \"One\"  Yes", "  2    \"Two\"  No     (not known)",
        "  NOT REACHED: Medicine 1: Why; Medicine 2: Why",
      ])
  }

  @Test func `writes rows that do not fit side by side one below the other`() throws {
    var response = Response(to: try TestForm.form(Self.rows))
    let long = String(repeating: "long ", count: 15) + "end"
    try response.answer("name", .string(long))
    let lines = TextRenderer().render(try response.summary()).split(separator: "\n")
      .map(String.init)
    let heading = try #require(lines.firstIndex { $0.hasPrefix("  Medicine 1") })
    #expect(
      Array(lines[(heading + 1)...(heading + 2)]) == [
        "    Name                        \"long long long long long long long long long",
        "                                long long long long long long end\"",
      ])
  }

  @Test func `attaches what was asked because of an answer to that answer`() throws {
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"q","type":"choice","text":"Which","repeats":true,
         "answerOption":[{"valueString":"Heart"},{"valueString":"Lung"}],
         "item":[{"linkId":"since","type":"date","text":"Since"}]}
        """#))
    try response.answer("q", .string("Heart"), .string("Lung"))
    try response.answer("since", .date(#require(PartialDate("2019"))))
    try response.change("since", row: 1, .decline(.askedUnknown))
    let summary = try response.summary()
    let entry = try #require(summary.sections.flatMap(\.questions).first)
    #expect(entry.answers.map(\.text) == ["Heart", "Lung"])
    #expect(entry.answers.map(\.items.count) == [1, 1])
    #expect(summary.questions(in: .doesNotKnow).map(\.label) == ["Which 2: Since"])
    let lines = TextRenderer().render(summary).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasSuffix("Heart") })
    #expect(
      lines[place..<(place + 4)].map { $0.split(separator: " ").joined(separator: " ") } == [
        "Which Heart", "Since 2019", "Which Lung", "Since (not known)",
      ])
  }

  @Test(
    arguments: [
      (
        .integer(6),
        #","extension":[{"url":"\#(ExtensionURL.unit.rawValue)","valueCoding":{"code":"h"}}]"#,
        "6 h"
      ),
      (.decimal(ExactDecimal(mantissa: 150, scale: 2)), "", "1.50"),
      (.boolean(true), "", "Yes"), (.string(" as typed "), "", " as typed "),
      (.quantity(Quantity(value: ExactDecimal(20), unit: "mg")), "", "20 mg"),
      (
        .coding(Coding(system: "s", code: "c")),
        #","answerOption":[{"valueCoding":{"system":"s","code":"c","display":"As offered"}}]"#,
        "As offered"
      ),
      (
        .coding(Coding(code: "c", display: "As given")),
        #","answerOption":[{"valueCoding":{"code":"c","display":"As offered"}}]"#, "As given"
      ),
    ] as [(AnswerValue, String, String)])
  func `shows values in words`(_ value: AnswerValue, _ rest: String, _ words: String) throws {
    let type =
      switch value {
      case .coding: "choice"
      default: value.kind.rawValue.lowercased()
      }
    var response = Response(to: try TestForm.form(#"{"linkId":"q","type":"\#(type)"\#(rest)}"#))
    try response.answer("q", value)
    #expect(
      try response.summary().sections.flatMap(\.questions).flatMap(\.answers).map(\.text) == [words]
    )
  }

  @Test(arguments: [(nil, []), ("true", ["One", "Two"])] as [(String?, [String])])
  func `quotes what a checklist offered`(_ repeats: String?, _ choices: [String]) throws {
    let response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"q","type":"choice","repeats":\#(repeats ?? "false"),
         "answerOption":[{"valueString":"One"},{"valueString":"Two"}]}
        """#))
    let entry = try #require(try response.summary().sections.flatMap(\.questions).first)
    #expect(entry.choices.map(\.plainText) == choices)
  }
}
