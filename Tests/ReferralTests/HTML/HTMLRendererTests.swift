import FHIR
import FormFiller
import Testing

@testable import Referral

@Suite struct HTMLRendererTests {
  @Test func everyTemplateCanBeRead() {
    #expect(PageTemplates.library != nil)
  }

  /// What a person may type to make a page do something.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x", "</style><b>",
    "</textarea><!-- ", "&lt;b&gt; &amp; &#60;", "]]><x>", "{{statement}} {{{style}}} {{> page}}",
    "\"\u{301} onmouseover=x", "<\u{338}script>", "a\u{202E}b\u{2066}c", "\u{1B}[31mred\u{7}",
    "javascript:alert(1)", "<a href=\"https://example.org\">x</a>", "\u{0}null", "<svg/onload=x>",
  ]

  private static let form = #"""
    {"linkId":"name","type":"string","text":"Your name?",
     \#(TestForm.role("patient-name"))},
    {"linkId":"goal","type":"text","text":"Your goal?",\#(TestForm.role("goal"))},
    {"linkId":"medicine","type":"group","repeats":true,"text":"A medicine",
     \#(TestForm.role("medicine")),"item":[
      {"linkId":"medicine.name","type":"string","text":"Its name?",
       \#(TestForm.role("medicine-name"))}]},
    {"linkId":"other","type":"group","text":"Others","item":[
     {"linkId":"site","type":"open-choice","text":"Where?",
      \#(TestForm.role("main-pain-site")),"answerOption":[{"valueString":"Here"}]}]}
    """#

  @Test(arguments: hostile) func hostileAnswersAreWords(_ typed: String) throws {
    var response = Response(to: try TestForm.form(Self.form))
    for linkId in ["name", "goal", "medicine.name", "site"] {
      try response.answer(linkId, .string(typed))
    }
    let reader = PageReader(HTMLRenderer().render(try response.summary()))
    #expect(reader.faults == [])
    let words = PrintableText(typed).line.trimmingSpaces
    #expect(reader.text.components(separatedBy: words) > 4, "\(words)")
    #expect(
      reader.text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
      })
  }

  @Test(arguments: 1...40) func anyFormMakesAPage(seed: Int) throws {
    let (response, _) = try SummaryPropertyTests.sample(seed)
    let summary = try response.summary()
    let reader = PageReader(HTMLRenderer().render(summary))
    #expect(reader.faults == [])
    for entry in summary.sections.flatMap(\.questions) where entry.state == .answered {
      for answer in entry.answers {
        let words = PrintableText(entry.quoted(answer)).line
        #expect(reader.text.contains(words), "\(entry.linkId)")
      }
    }
  }

  @Test func sectionsAndColumnsWithNothingInThemAreLeftOut() throws {
    let section = TestForm.code(.section, "goals", display: "Goals")
    let other = TestForm.code(.section, "sleep", display: "Sleep")
    var response = Response(
      to: try TestForm.form(
        #"""
        \#(Self.form),
        {"linkId":"g","type":"group","text":"Goals",\#(section),"item":[
         {"linkId":"walk","type":"boolean","text":"Walk?"}]},
        {"linkId":"s","type":"group","text":"Sleep",\#(other),"item":[
         {"linkId":"nap","type":"boolean","text":"Nap?"}]}
        """#))
    try response.answer("walk", .boolean(true))
    try response.answer("medicine.name", .string("Aspirin"))
    let content = HTMLRenderer().content(of: try response.summary())
    #expect(content.tables.map(\.columns) == [["Medicine"]])
    #expect(content.tables.flatMap(\.rows).map(\.cells) == [["Aspirin"]])
    #expect(!content.sections.contains { $0.heading == "Sleep" })
    // Named like the section, the group is no heading of its own.
    let goals = try #require(content.sections.first { $0.heading == "Goals" })
    #expect(goals.entries.map(\.label) == ["Walk?"])
  }

  @Test func theSameSummaryGivesTheSamePage() throws {
    let summary = try GoldenCase.summary()
    #expect(HTMLRenderer().render(summary) == HTMLRenderer().render(summary))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }

  /// The parts between words, which are looked for code point by code point.
  fileprivate func components(separatedBy words: String) -> Int {
    let sought = Array(words.unicodeScalars)
    let all = Array(unicodeScalars)
    guard !sought.isEmpty, all.count >= sought.count else { return 1 }
    return 1 + (0...(all.count - sought.count)).count { all[$0...].starts(with: sought) }
  }
}
