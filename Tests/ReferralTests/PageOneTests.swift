import FHIR
import FormFiller
import Rules
import SeededRandomness
import Testing

@testable import Referral

/// Page one: what a clinician reads first, and all that there is room for.
@Suite struct PageOneTests {
  @Test func `a person can read it`() throws {
    let lines = TextRenderer().pageOne(of: try RealisticCase.summary()).lines
    #expect(
      lines
        == RealisticCase.pageOne.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init))
  }

  @Test func `the heading is the same in text and on the page`() throws {
    let summary = try Response(to: TestForm.form("")).summary()
    let page = HTMLRenderer().content(of: summary).facts
    let heading = TextRenderer().pageOne(of: summary).lines.drop { !$0.hasPrefix("Name") }
      .prefix { !$0.isEmpty }
    let words = heading.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words == page.map { "\($0.name) \($0.value)" }.joined(separator: " "))
  }

  // MARK: - Too much to say

  /// A form with so many questions of each kind, and a rule on each.
  private static func overfull(_ counts: [(level: String, count: Int)]) throws -> ReferralSummary {
    var items: [String] = []
    var definitions: [TestRules.Definition] = []
    for (level, count) in counts {
      for number in 0..<count {
        let linkId = "\(level)-\(number)"
        items.append(
          #"{"linkId":"\#(linkId)","type":"boolean","text":"Do you have the \#(level) thing number \#(number) now?"}"#
        )
        definitions.append(
          TestRules.Definition(
            linkId, level, TestRules.isYes(linkId), line: "The \(level) thing number \(number)",
            group: "group \(number % 7)", notAnswered: "\(linkId) LEFT OPEN"))
      }
    }
    let rest = (0..<60).map { number in
      #"{"linkId":"rest-\#(number)","type":"boolean","text":"Is the other thing number \#(number) so?"}"#
    }
    let medicines = #"""
      {"linkId":"m","type":"group","repeats":true,"text":"Medicine",\#(TestForm.role("medicine")),"item":[
       {"linkId":"n","type":"string",\#(TestForm.role("medicine-name"))}]}
      """#
    let form = try TestForm.form((items + rest + [medicines]).joined(separator: ","))
    var response = Response(to: form)
    for definition in definitions {
      // The last of each level stay open.
      let number = Int(definition.id.split(separator: "-")[1]) ?? 0
      if number % 5 == 4 {
        try response.change(definition.id, .decline(.askedUnknown))
      } else {
        try response.answer(definition.id, .boolean(true))
      }
    }
    for number in 0..<60 {
      let actions: [Change.Action] = [
        .set([.boolean(false)]), .clear, .decline(.askedUnknown), .decline(.askedDeclined),
      ]
      try response.change("rest-\(number)", actions[number % 4])
    }
    let group = try #require(response.nodes(linkId: "m").first)
    for row in 0..<12 {
      if row > 0 {
        try response.apply(
          Change(.addRow, at: response.path(to: group), by: .patient, time: TestForm.now()))
      }
      try response.answer("n", row: row, .string("Medicine with a long name, number \(row)"))
    }
    return try response.summary(.stopped, rules: try TestRules.book(definitions, for: form))
  }

  @Test(
    arguments: [
      [("urgent", 5), ("high", 5), ("medium", 20), ("low", 10)],
      [("urgent", 10), ("high", 10), ("medium", 30), ("low", 30)],
      [("urgent", 5), ("high", 40), ("medium", 40), ("low", 10)],
      [("urgent", 40), ("high", 40), ("medium", 40), ("low", 40)],
    ])
  func `it has at most 50 lines however much there is to say`(
    _ counts: [(level: String, count: Int)]
  ) throws {
    let summary = try Self.overfull(counts)
    let lines = TextRenderer().pageOne(of: summary).lines
    #expect(lines.count <= 50)
    // The room there is is used.
    #expect(lines.count >= 46)
    #expect(lines.allSatisfy { TextWidth.columns($0) <= 80 })
    let findings = try #require(summary.findings)
    let urgent = findings.raised(.urgent).count + findings.notAssessed(.urgent).count
    #expect(lines.contains("URGENT (\(urgent))"))
    // What does not stand there is counted.
    func count(_ mark: String, _ heading: String) throws -> (shown: Int, more: Int) {
      let start = try #require(lines.firstIndex { $0.hasPrefix(heading) })
      let block = lines[(start + 1)...].prefix {
        $0.hasPrefix(mark) || $0.hasPrefix("  ") || $0.hasPrefix("---")
      }
      let more = block.first { $0.hasPrefix("  and ") }?.split(separator: " ").compactMap {
        Int($0)
      }
      return (block.filter { $0.hasPrefix(mark) }.count, more?.first ?? 0)
    }
    let shownUrgent = try count("! ", "URGENT")
    #expect(shownUrgent.shown + shownUrgent.more == urgent)
    #expect(shownUrgent.shown >= min(urgent, 5))
    let shownHigh = try count("- ", "HIGH")
    #expect(shownHigh.shown + shownHigh.more == findings.raised(.high).count)
    #expect(shownHigh.shown >= min(findings.raised(.high).count, 3))
    let page = lines.words
    #expect(page.contains("MEDIUM (\(findings.raised(.medium).count))"))
    for heading in ["ASKED, ANSWERED NO (15)", "SKIPPED (15)", "PREFERRED NOT TO SAY (15)"] {
      #expect(page.contains(heading))
    }
    #expect(page.contains("see detail"))
  }

  @Test func `urgent and high stand whole as long as anything else can give way`() throws {
    let lines = TextRenderer().pageOne(
      of: try Self.overfull([("urgent", 5), ("high", 10), ("medium", 40), ("low", 40)])
    ).lines
    #expect(lines.filter { $0.hasPrefix("! ") }.count == 5)
    #expect(lines.filter { $0.hasPrefix("- ") }.count == 8)
    #expect(lines.filter { $0.hasPrefix("- The high thing") && $0.hasSuffix("\"Yes\"") }.count == 8)
  }

  // MARK: - Whatever there is

  @Test(arguments: 1...60)
  func `it has at most 50 lines of 80 columns for any form, answers and rules`(
    _ seed: Int
  ) throws {
    let form = try RandomForm.form(seed: seed)
    var answers = RandomAnswers(seed: seed)
    let response = try answers.response(to: form)
    var random = SeededGenerator(seed: seed)
    let levels = ["urgent", "high", "medium", "low"]
    let definitions = form.items.filter(\.isQuestion).map { item in
      TestRules.Definition(
        "rule-\(item.linkId)", random.pick(levels) ?? "low",
        "%resource.descendants().where(linkId = '\(item.linkId)').answer.value.exists()",
        line: "Line of \(item.linkId) " + (random.pick(HostileText.all) ?? ""),
        notAnswered: random.pick(HostileText.all) ?? "")
    }
    let rules = try TestRules.book(definitions, for: form)
    for disclosure in TestForm.disclosures {
      let summary = try response.summary(disclosure: disclosure, rules: rules)
      let page = TextRenderer().pageOne(of: summary)
      #expect(page.lines.count <= 50)
      let text = TextRenderer().render(summary)
      #expect(text.hasPrefix(page.text))
      for line in text.split(separator: "\n") {
        #expect(TextWidth.columns(line) <= 80)
        #expect(line.last != " ")
      }
      #expect(!text.unicodeScalars.contains(where: SummaryPropertyTests.isForbidden))
      #expect(try SchemaCheck().faults(in: JSONRenderer().document(summary).root) == [])
      #expect(
        !JSONRenderer().render(summary).unicodeScalars.contains {
          $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        })
    }
  }
}
