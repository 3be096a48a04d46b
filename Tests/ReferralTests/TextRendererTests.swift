import FHIR
import FormFiller
import Testing

@testable import Referral

/// The summary as plain text.
@Suite struct TextRendererTests {
  @Test func `writes a small summary exactly so`() throws {
    let text = TextRenderer().render(try GoldenCase.summary())
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        == (GoldenCase.text + "\n").split(separator: "\n", omittingEmptySubsequences: false))
  }

  @Test(arguments: 1...20)
  func `page one of the intake has at most 50 lines`(_ seed: Int) throws {
    var answers = RandomAnswers(seed: seed)
    let response = try answers.response(to: TestForm.intake())
    for status in [QuestionnaireResponse.Status.inProgress, .completed] {
      let summary = try response.summary(status)
      let lines = TextRenderer().pageOne(of: summary).lines
      #expect(lines.count <= 50)
    }
  }

  @Test func `a long name leaves room for what is urgent`() throws {
    var response = Response(
      to: try TestForm.form(#"{"linkId":"q","type":"string",\#(TestForm.role("patient-name"))}"#))
    let name = String(repeating: "long ", count: 2000)
    try response.answer("q", .string(name))
    let page = TextRenderer().pageOne(of: try response.summary())
    #expect(page.lines.count <= 20)
    #expect(page.text.contains("[...]"))
    let whole = TextRenderer().render(try response.summary()).part(after: SummaryWording.detail)
    #expect(whole.occurrences(of: "long") == 2000)
  }

  @Test func `page one says that nothing was urgent, if nothing was`() throws {
    let response = Response(to: try TestForm.form(#"{"linkId":"q","type":"boolean"}"#))
    let lines = TextRenderer().pageOne(of: try response.summary()).lines
    #expect(lines.contains("URGENT: no answer opened a help page."))
  }

  @Test(
    arguments: [
      ("draft", "DRAFT, not approved"), ("active", "Test, version 1"), ("retired", "retired"),
    ])
  func `says where the questionnaire stands`(_ status: String, _ words: String) throws {
    let form = try TestForm.form(#"{"linkId":"q","type":"boolean"}"#, status: status)
    let lines = TextRenderer().pageOne(of: try Response(to: form).summary()).lines
    let line = try #require(lines.first { $0.hasPrefix("Form ") })
    #expect(line.hasSuffix(words))
  }

  @Test func `shows a long answer whole, below its question`() throws {
    var response = Response(to: try TestForm.form(#"{"linkId":"q","type":"text","text":"Why"}"#))
    let words = (0..<2000).map { "w\($0)" }
    try response.answer("q", .string(words.joined(separator: " ")))
    let text = TextRenderer().render(try response.summary())
    let shown = text.split { $0 == " " || $0 == "\n" || $0 == "\"" }.map(String.init)
    #expect(shown.filter { words.contains($0) } == words)
    let lines = text.split(separator: "\n")
    let question = try #require(lines.firstIndex(of: "  Why"))
    #expect(lines[question + 1].hasPrefix("      \"w0 w1 "))
  }

  @Test(arguments: [(18, true), (17, false)])
  func `a table is laid out where it fits`(_ width: Int, _ fits: Bool) {
    let table = TextTable(
      headings: ["No.", "Name", ""], rows: [["1", "痛み ab", "rest"].map { PrintableText($0) }],
      width: width)
    #expect((table != nil) == fits)
    let lines = ["No.  Name", "---  -------  ----", "1    痛み ab  rest"]
    #expect(table?.lines == (fits ? lines : nil))
  }

  @Test(arguments: [
    "eligib", "risk", "recommend", "suitab", "should", "contraindicat", "mild", "unsafe", "must ",
  ])
  func `has no words of its own that judge`(_ word: String) throws {
    // The words of a random form are neutral, so that all others are the summary's.
    for seed in 1...20 {
      var answers = RandomAnswers(seed: seed)
      let response = try answers.response(to: RandomForm.form(seed: seed))
      let summary = try response.summary(.completed, disclosure: .withoutSensitive)
      #expect(!TextRenderer().render(summary).lowercased().contains(word))
      let texts = JSONRenderer().document(summary).root.texts
      #expect(!texts.contains { $0.lowercased().contains(word) })
    }
  }

  @Test func `no answer can look like a heading`() throws {
    var response = Response(to: try TestForm.form(#"{"linkId":"q","type":"text","text":"Why"}"#))
    for text in ["a\nURGENT\n------", "\u{1B}[2J\rURGENT", String(repeating: "b\n", count: 20)] {
      try response.answer("q", .string(text))
      let lines = TextRenderer().render(try response.summary()).split(separator: "\n")
      #expect(lines.filter { $0.hasPrefix("URGENT") }.count == 1)
      #expect(!lines.contains { $0.hasPrefix("b") })
    }
  }
}

extension JSONNode {
  /// All strings in a value, at any depth.
  fileprivate var texts: [String] { [string].compactMap { $0 } + children.flatMap(\.texts) }
}
