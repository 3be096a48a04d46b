import FHIR
import LineEditor
import Testing

@testable import FormFiller
@testable import Interview

/// Screens that strangers come by, and that staff can come to.
@Suite struct SharedScreenTests {
  private static let idle = IdlePolicy(
    beforeWarning: .seconds(180), beforeHiding: .seconds(60), afterWarning: .leaves)
  private static let silent = LineOutcome.idle(draft: "", after: .noKey)

  /// A session, and a clock that each line moves on by so many seconds.
  private func session(
    _ outcomes: [LineOutcome], items: String = InterviewSessionTests.form, seconds: Int = 1,
    output: MemoryOutput = MemoryOutput(), banner: String? = nil, staff: Staff? = nil
  ) throws -> InterviewSession {
    let conversation = Conversation(Response(to: try Form.test(items)), setting: .test)
    let start = ContinuousClock.now
    let reader = ScriptedReader(outcomes)
    return InterviewSession(
      conversation, reader: reader, output: output,
      display: Display(
        presentation: .styled, colour: .off, isInteractive: true, banner: banner, size: { .usual }),
      idle: Self.idle, staff: staff,
      instant: { start + .seconds(seconds * reader.requests.count) })
  }

  final class Staff: StaffAccess {
    private let answer: AfterStaff
    private(set) var count = 0

    init(_ answer: AfterStaff) { self.answer = answer }

    func isAsked(by line: String) -> Bool { line == ":staff" }

    func open() -> AfterStaff {
      count += 1
      return answer
    }
  }

  @Test func `who does not answer the warning has left`() throws {
    let output = MemoryOutput()
    let session = try session([.line("2"), Self.silent, Self.silent], output: output)
    #expect(session.run() == .left)
    #expect(!output.text.contains("The screen is hidden."))
  }

  @Test func `a screen that the person hid waits longer`() throws {
    let session = try session([.line("2"), .line("hide"), Self.silent])
    #expect(session.run() == .left)
  }

  /// The form asks, the page of help stands for as long as is said, and somebody presses Enter.
  @Test(arguments: [(1, false), (239, false), (240, false), (241, true), (3600, true)])
  func `whoever comes to a page of help that stood for long sees no question`(
    _ seconds: Int, _ leaves: Bool
  ) throws {
    let output = MemoryOutput()
    let session = try session(
      [.line("1"), .line(""), .line("Ana")], seconds: seconds, output: output)
    #expect(session.run() == (leaves ? .left : .endOfInput))
    #expect(output.text.contains("Name?") != leaves)
    #expect(session.conversation.response.urgentRecords.allSatisfy { $0.acknowledged != nil })
  }

  @Test func `the page that comes because nobody types leads to no question`() throws {
    let output = MemoryOutput()
    let session = try session(
      [.line("1"), .line("2"), Self.silent, Self.silent, .line("")], items: CrisisForm.items,
      output: output)
    #expect(session.run() == .left)
    let afterPage = output.text.split(separator: "The page acute.").dropFirst()
    #expect(!afterPage.isEmpty && afterPage.allSatisfy { !$0.contains("Now?") })
  }

  @Test func `staff come in at every page, and the question comes again`() throws {
    let staff = Staff(.goesOn)
    let session = try session(
      [
        .line(":staff"), .line("1"), .line(":staff"), .line(""), .line(":staff"), .line("Ana"),
        .line(":staff"), .line("0"),
      ], staff: staff)
    #expect(session.run() == .ended(.completed))
    #expect(staff.count == 4)
  }

  @Test(
    arguments: [
      (.ends, .endedByStaff), (.terminated(.terminate), .terminated(.terminate)),
      (.disconnected, .disconnected),
    ] as [(AfterStaff, SessionOutcome)])
  func `what staff do ends the session`(_ answer: AfterStaff, _ outcome: SessionOutcome) throws {
    #expect(try session([.line("2"), .line(":staff")], staff: Staff(answer)).run() == outcome)
  }

  @Test func `where no staff can come, their word is no command`() throws {
    let output = MemoryOutput()
    _ = try session([.line(":staff")], output: output).run()
    #expect(output.text.contains("is not a word we know"))
  }

  @Test func `a banner stands above every page, and pages stay on the screen`() throws {
    let output = MemoryOutput()
    let session = try session(
      [.line("1"), .line(""), .line("Ana"), .line("0")], output: output, banner: "TRIAL")
    #expect(session.run() == .ended(.completed))
    let pages = output.text.split(separator: "\u{1B}[H\u{1B}[2J\u{1B}[3J")
    #expect(pages.count >= 5 && pages.allSatisfy { $0.hasPrefix("TRIAL\n\n") })
    #expect(
      pages.allSatisfy { $0.split(separator: "\n", omittingEmptySubsequences: false).count <= 24 })
  }
}
