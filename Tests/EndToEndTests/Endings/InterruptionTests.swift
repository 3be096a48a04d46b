import Glibc
import TerminalTesting
import Testing

/// Wherever an interview is cut off, it goes on from there with nothing lost.
@Suite struct InterruptionTests {
  enum Ending: CaseIterable {
    case terminated
    case hungUp
    case terminalClosed
  }

  /// The draft is cut off at each question and gone on with, from the first to the last.
  @Test(arguments: Ending.allCases)
  func theNextVisitStartsAtTheQuestionThatWasCutOff(_ ending: Ending) throws {
    let folder = try WorkFolder()
    let steps = Transcript.few.steps
    for (index, step) in steps.enumerated() {
      let draft = index == 0 ? [] : ["--from", "draft.json"]
      let visit = try Visit(["--output", "out.json"] + draft, in: folder)
      try visit.answer(step.question, with: step.typed)
      guard index < steps.count - 1 else {
        #expect(try visit.terminal.waitForExit() == .exited(0))
        break
      }
      _ = try visit.read()
      end(visit.terminal, by: ending)
      #expect(try visit.terminal.waitForExit() == .exited(3))
      // A terminal that is gone has no state left to restore.
      if ending != .terminalClosed { #expect(visit.terminal.state == .usual) }
      if index == 0 {
        let name = try #require(folder.names.first { $0.hasPrefix("intake-draft-") })
        #expect(rename(folder.path(name), folder.path("draft.json")) == 0)
      }
      #expect(folder.names == ["draft.json"])
      #expect(try folder.permissions(of: "draft.json") == 0o600)
    }
    try SummaryEntries(json: folder.bytes(of: "out.json")).expect(.few)
  }

  private func end(_ terminal: PseudoTerminal, by ending: Ending) {
    switch ending {
    case .terminated: terminal.process.signal(SIGTERM)
    case .hungUp: terminal.process.signal(SIGHUP)
    case .terminalClosed: terminal.closeMaster()
    }
  }

  enum Source: CaseIterable {
    case pipe
    case file
  }

  /// The input ends after each of the lines, and the rest comes in another run.
  @Test(arguments: [Transcript.few], Source.allCases)
  func theEndOfTheInputIsNoAnswer(_ transcript: Transcript, _ source: Source) throws {
    let lines = transcript.steps.map { $0.typed + "\n" }
    for count in 0..<lines.count {
      let folder = try WorkFolder()
      let first = try run(lines[..<count], from: source, in: folder, draft: nil)
      #expect(first.status == .exited(3))
      let draft = folder.names.first { $0.hasPrefix("intake-draft-") }
      #expect((draft == nil) == (count == 0))
      if let draft { #expect(try folder.permissions(of: draft) == 0o600) }
      let second = try run(lines[count...], from: source, in: folder, draft: draft)
      #expect(second.status == .exited(0), "after \(count) lines: \(second.output)")
      try SummaryEntries(json: folder.bytes(of: "out.json")).expect(transcript)
    }
  }

  private func run(
    _ lines: ArraySlice<String>, from source: Source, in folder: WorkFolder, draft: String?
  ) throws -> PipedProcess {
    var arguments = ["--output", "out.json"] + (draft.map { ["--from", $0] } ?? [])
    if source == .file {
      arguments += ["--answers", try folder.write(lines.joined(), to: "lines.txt")]
    }
    return try Program.run(
      arguments, in: folder, input: source == .pipe ? lines.joined() : "")
  }
}
