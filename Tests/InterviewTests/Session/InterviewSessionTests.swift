import FHIR
import Foundation
import LineEditor
import Testing

@testable import FormFiller
@testable import Interview

@Suite struct InterviewSessionTests {
  static let form = #"""
    {"linkId":"signs","text":"Signs?","type":"boolean"},
    {"linkId":"page","text":"Get help now.","type":"display",
     "extension":[{"url":"https://intake.example/fhir/StructureDefinition/help-page",
                   "valueCode":"emergency"}],
     "enableWhen":[{"question":"signs","operator":"=","answerBoolean":true}]},
    {"linkId":"name","text":"Name?","type":"string"}
    """#

  private func session(
    _ outcomes: [LineOutcome], output: any TextOutput = MemoryOutput(), idle: IdlePolicy? = nil,
    size: TerminalSize = .usual, isInteractive: Bool = true, items: String = form,
    alerts: TestAlerts? = nil
  ) throws -> (session: InterviewSession, reader: ScriptedReader) {
    let conversation = Conversation(
      Response(to: try Form.test(items)), setting: .test, alerts: alerts)
    let reader = ScriptedReader(outcomes, isInteractive: isInteractive)
    let display = Display(
      presentation: .styled, colour: .off, isInteractive: isInteractive, size: { size })
    return (
      InterviewSession(
        conversation, reader: reader, output: output, display: display, idle: idle,
        alerts: alerts), reader
    )
  }

  @Test(
    arguments: [
      ([.line("2"), .line("Ana"), .line("0")], .ended(.completed)),
      ([.line("2"), .line("stop"), .line("1")], .ended(.stopped)),
      ([.line("2")], .endOfInput),
      ([.disconnected], .disconnected),
      ([.line("2"), .terminated(.hangUp)], .terminated(.hangUp)),
      (
        [
          .interrupted(draft: ""), .redraw(draft: ""), .help(draft: ""), .line(""), .line("2"),
          .back(draft: ""), .line("2"), .line("Ana"), .line("finish"),
        ], .ended(.completed)
      ),
    ] as [([LineOutcome], SessionOutcome)])
  func `comes to its end`(_ outcomes: [LineOutcome], _ expected: SessionOutcome) throws {
    #expect(try session(outcomes).session.run() == expected)
  }

  @Test func `the end of input is never an answer`() throws {
    let (session, _) = try session([])
    _ = session.run()
    #expect(!session.conversation.response.holdsAnswers)
  }

  @Test(arguments: 0...4)
  func `nobody reading ends it without a crash`(_ writes: Int) throws {
    let lines: [LineOutcome] = ["2", "Ana", "x", "0"].map { .line($0) }
    let (session, _) = try session(lines, output: BreakingOutput(after: writes))
    let outcome = session.run()
    #expect(outcome == .outputGone(.readerGone) || outcome == .ended(.completed))
  }

  // MARK: - Nobody types

  static let idle = IdlePolicy(
    beforeWarning: .seconds(180), beforeHiding: .seconds(60), beforeLeaving: .seconds(900))

  @Test func `asks whether the person is there, hides the screen, leaves`() throws {
    let output = MemoryOutput()
    let (session, reader) = try session(
      [
        .line("2"), .idle(draft: "An", after: .noKey), .idle(draft: "An", after: .noKey),
        .idle(draft: "", after: .noKey),
      ], output: output, idle: Self.idle)
    #expect(session.run() == .left)
    #expect(output.text.contains("Are you still there?"))
    #expect(output.text.contains("The screen is hidden."))
    let waits = reader.requests.map { $0.idleLimit?.beforeFirstKey }
    #expect(waits == [.seconds(180), .seconds(180), .seconds(60), .seconds(900)])
    #expect(reader.requests[2].prefill == "An")
  }

  @Test func `any key extends, as often as it is pressed`() throws {
    let pause: [LineOutcome] = [.idle(draft: "A", after: .noKey), .idle(draft: "A", after: .keys)]
    let (session, _) = try session(
      [.line("2")] + (0..<12).flatMap { _ in pause } + [.line("Ana"), .line("0")], idle: Self.idle)
    #expect(session.run() == .ended(.completed))
  }

  @Test func `who comes back to a hidden screen goes on with what was typed`() throws {
    let (session, reader) = try session(
      [
        .line("2"), .idle(draft: "An", after: .noKey), .idle(draft: "An", after: .noKey),
        .line(""), .line("Ana"), .line("0"),
      ], idle: Self.idle)
    #expect(session.run() == .ended(.completed))
    #expect(reader.requests[4].prefill == "An")
  }

  @Test func `nobody is hurried on a page of help`() throws {
    let (session, reader) = try session([.line("1")], idle: Self.idle)
    _ = session.run()
    #expect(reader.requests.map { $0.idleLimit == nil } == [false, true])
  }

  // MARK: - Pages of help

  private static let idleToTheEnd: [LineOutcome] = [
    .idle(draft: "", after: .noKey), .idle(draft: "", after: .noKey),
    .idle(draft: "", after: .noKey),
  ]

  @Test func `who falls silent when asked about danger is shown the page, and is not left`() throws
  {
    let output = MemoryOutput()
    let alerts = TestAlerts()
    let (session, reader) = try session(
      [.line("1"), .line("2")] + Self.idleToTheEnd + [.line(""), .line("2"), .line("")],
      output: output, idle: Self.idle, items: CrisisForm.items, alerts: alerts)
    #expect(session.run() == .endOfInput)
    #expect(output.text.contains("The page acute."))
    #expect(alerts.callCount == 3)
    // The page waits for ever, and then the question is asked again.
    #expect(reader.requests[5].idleLimit == nil)
    let records = session.conversation.response.urgentRecords
    #expect(records.map(\.page) == ["positive", "acute", "calm"])
    #expect(records.dropFirst().allSatisfy { $0.acknowledged != nil })
  }

  @Test func `who falls silent after that page is left`() throws {
    let (session, _) = try session(
      [.line("1"), .line("2")] + Self.idleToTheEnd + [.line("")] + Self.idleToTheEnd,
      idle: Self.idle, items: CrisisForm.items)
    #expect(session.run() == .left)
    #expect(session.conversation.response.urgentRecords.count == 2)
  }

  @Test(arguments: [LineOutcome.endOfInput, .disconnected, .terminated(.hangUp)])
  func `what cuts the question about danger off is recorded, and staff are called`(
    _ cut: LineOutcome
  ) throws {
    let alerts = TestAlerts()
    let (session, _) = try session(
      [.line("1"), .line("2"), cut], items: CrisisForm.items, alerts: alerts)
    _ = session.run()
    let records = session.conversation.response.urgentRecords
    #expect(records.map(\.page) == ["positive", "acute"])
    #expect(alerts.callCount == 2 && records.last?.shown == nil)
  }

  @Test func `calls are repeated while any line is waited for`() throws {
    let alerts = TestAlerts()
    let (session, reader) = try session(
      [.line("1"), .line("2")], items: CrisisForm.items, alerts: alerts)
    _ = session.run()
    #expect(alerts.repeatCount == 0)
    for (index, request) in reader.requests.enumerated() {
      #expect(request.whileWaiting() == .seconds(120))
      #expect(alerts.repeatCount == index + 1)
    }
    #expect(reader.requests.count == 3)
  }

  @Test func `what was typed before a page of help was seen does not take it away`() throws {
    let (session, reader) = try session([.line("1"), .line("")])
    _ = session.run()
    #expect(reader.requests.map(\.typeAhead) == [.kept, .dropped, .kept])
  }

  @Test(arguments: ["2", "stop", "skip", "Ana"])
  func `nothing that is typed before its last page leads away from a page of help`(
    _ line: String
  ) throws {
    let output = MemoryOutput()
    let (session, reader) = try session(
      [.line(""), .line("1"), .line(line)], output: output,
      size: TerminalSize(columns: 40, rows: 8))
    _ = session.run()
    #expect(
      reader.requests.dropFirst(2).map(\.prompt.text)
        == ["Press Enter for more > ", "Press Enter to go on > "])
    #expect(output.text.contains("555 0100"), "the numbers have been on the screen")
  }

  /// A question of several pages on a small screen.
  private func longQuestion(
    _ outcomes: [LineOutcome]
  ) throws -> (output: MemoryOutput, reader: ScriptedReader, session: InterviewSession) {
    let text = (1...30).map { "Line number \($0) of a long text." }.joined(separator: " ")
    let output = MemoryOutput()
    let (session, reader) = try session(
      outcomes, output: output, size: TerminalSize(columns: 40, rows: 8),
      items: #"{"linkId":"agree","text":"\#(text) Do you agree?","type":"boolean"}"#)
    _ = session.run()
    return (output, reader, session)
  }

  @Test(arguments: ["yes", "1", "", "zzz"])
  func `what is typed before the last page of a question waits in its line`(
    _ line: String
  ) throws {
    let (output, reader, session) = try longQuestion(
      [.line(line)] + Array(repeating: .line(""), count: 4))
    #expect(!session.conversation.response.holdsAnswers)
    #expect(output.text.contains("Do you agree?"), "the whole question has been on the screen")
    let last = try #require(reader.requests.first { $0.prompt.text == "> " })
    #expect(last.prefill == line)
  }

  @Test func `a command is followed on every page`() throws {
    let (output, _, _) = try longQuestion([.line("stop")])
    #expect(!output.text.contains("Do you agree?"))
  }

  @Test func `hiding works on every page of help`() throws {
    let (session, reader) = try session(
      [.line("1"), .line("hide"), .line("")], size: TerminalSize(columns: 40, rows: 8))
    _ = session.run()
    #expect(reader.requests.last?.prompt.text == "Press Enter for more > ")
  }

  // MARK: - What is shown

  @Test func `each page clears the screen and what is kept above it`() throws {
    let output = MemoryOutput()
    _ = try session([.line("2")], output: output).session.run()
    #expect(output.text.contains("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
  }

  @Test func `plain text can be chosen on the first page, and nothing is cleared from then on`()
    throws
  {
    let output = MemoryOutput()
    let (session, _) = try session([.line("plain"), .line("2"), .line("Ana")], output: output)
    _ = session.run()
    let pages = output.text.components(separatedBy: "Signs?")
    #expect(pages[0].contains("Type plain.") && pages[0].contains("\u{1B}[2J"))
    #expect(pages.count > 2)
    #expect(pages.dropFirst().allSatisfy { !$0.contains("\u{1B}") })
  }

  @Test func `without an editor the typed lines are written down, and nothing is cleared`() throws {
    let output = MemoryOutput()
    _ = try session([.line("2"), .line("Ana")], output: output, isInteractive: false).session.run()
    #expect(output.text.contains("> 2\n") && output.text.contains("> Ana\n"))
    #expect(!output.text.contains("\u{1B}"))
  }

  @Test func `a long page waits to be read, and what is typed early still counts`() throws {
    let (session, reader) = try session(
      [.line("2"), .line("Ana"), .line("change 2"), .line("Bea")],
      size: TerminalSize(columns: 40, rows: 12))
    _ = session.run()
    #expect(
      session.conversation.response.nodes(linkId: "name").map {
        session.conversation.response.answers(of: $0).map(\.value)
      } == [[.string("Bea")]])
    #expect(reader.requests.count >= 4)
  }
}
