import TerminalTesting
import Testing

/// The shipped intake from its first question to the summary.
@Suite struct WholeIntakeTests {
  struct Screen: CustomTestStringConvertible, Sendable {
    let columns: Int
    let rows: Int
    let options: [String]

    var testDescription: String { "\(columns)×\(rows) \(options.joined())" }

    init(_ columns: Int, _ rows: Int, _ options: [String] = []) {
      self.columns = columns
      self.rows = rows
      self.options = options
    }
  }

  private func hold(_ transcript: Transcript, on screen: Screen) throws {
    let folder = try WorkFolder()
    let visit = try Visit(
      ["--output", "out.json"] + screen.options, in: folder,
      size: ScreenSize(columns: screen.columns, rows: screen.rows))
    try visit.answer(transcript.steps)
    #expect(try visit.terminal.waitForExit() == .exited(0))
    #expect(visit.terminal.state == .usual)
    #expect(folder.names == ["out.json", "out.response.json"])
    try SummaryEntries(json: folder.bytes(of: "out.json")).expect(transcript)
    let validation = try Program.run(["validate", "out.response.json"], in: folder)
    #expect(validation.status == .exited(0), "\(validation.output)")
    let text = try Program.run(["summary", "out.response.json"], in: folder).output
    expectEachQuotedOnce(transcript, in: text)
  }

  /// What was typed as free text stands in quotes in the detail of the printed summary, once.
  private func expectEachQuotedOnce(_ transcript: Transcript, in text: String) {
    let detail =
      text.split(separator: "ALL ANSWERS BY SECTION").last?
      .split(separator: "THE QUESTIONS AS THEY WERE ASKED").first ?? ""
    for step in transcript.steps
    where step.outcome == step.typed && step.typed.first?.isNumber == false {
      #expect(detail.split(separator: "\"\(step.typed)\"").count == 2, "\(step.typed)")
    }
  }

  @Test(arguments: [Screen(80, 24), Screen(60, 12), Screen(120, 24), Screen(80, 24, ["--plain"])])
  func fewAnswers(_ screen: Screen) throws { try hold(.few, on: screen) }

  @Test(arguments: [Screen(80, 24), Screen(120, 12), Screen(60, 24, ["--plain"])])
  func manyAnswers(_ screen: Screen) throws { try hold(.many, on: screen) }

  /// From the list of answers an answer is changed: a section opens and is asked, another goes.
  @Test func aChangeOnTheListOpensOneBranchAndClosesAnother() throws {
    let folder = try WorkFolder()
    let visit = try Visit(["--output", "out.json"], in: folder)
    try visit.answer(Transcript.few.steps.dropLast())
    visit.send(try number(of: "Had ketamine before", on: visit))
    try visit.answer("Have you ever had ketamine or Spravato?", with: "no")
    visit.send(try number(of: "Any allergy or bad reaction", on: visit))
    try visit.answer(
      Transcript(
        """
        Has a medicine, food or latex ever made you ill? → yes
        What made you ill? → latex
        What happened? → 1
        Do you want to add one more? → no
        """
      ).steps)
    visit.send(try number(of: "Any allergy or bad reaction", on: visit))
    try visit.answer("Has a medicine, food or latex ever made you ill?", with: "no")
    let list = try visit.read()
    #expect(!list.contains("latex"))
    visit.send("stop")
    try visit.answer("Do you want to stop here?", with: "1")
    #expect(try visit.terminal.waitForExit() == .exited(3))
    let draft = try #require(folder.names.first { $0.hasPrefix("intake-draft-") })

    let later = try Visit(["--output", "out.json", "--from", draft], in: folder)
    later.send(try number(of: "Any allergy or bad reaction", on: later))
    try later.answer("Has a medicine, food or latex ever made you ill?", with: "yes")
    // What was answered before is still there.
    try later.answer("latex", with: "no")
    try later.answer("Check your answers", with: "0")
    #expect(try later.terminal.waitForExit() == .exited(0))
    let entries = try SummaryEntries(json: folder.bytes(of: "out.json")).entries
    #expect(entries.contains { $0.question == "What made you ill?" && $0.outcome == "latex" })
    #expect(
      entries.contains { $0.question.hasPrefix("Have you ever had ketamine") && $0.outcome == "No" }
    )
  }

  /// The number that the list of answers gives a question.
  private func number(of label: String, on visit: Visit) throws -> String {
    let words = try visit.read().split(separator: "\(label):")[0].split(separator: " ")
    return String(try #require(words.last).dropLast())
  }
}
