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
    for step in transcript.steps where step.outcome == step.typed {
      #expect(detail.split(separator: step.typed).count == 2, "\(step.typed)")
    }
  }

  @Test(arguments: [Screen(80, 24), Screen(60, 12), Screen(120, 24), Screen(80, 24, ["--plain"])])
  func fewAnswers(_ screen: Screen) throws { try hold(.few, on: screen) }
}
