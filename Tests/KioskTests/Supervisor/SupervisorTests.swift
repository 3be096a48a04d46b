import LineEditor
import Testing

@testable import Kiosk

@Suite("The supervisor")
struct SupervisorTests {
  /// Visits that end as a list says, and what the supervisor does.
  final class Fixture: VisitRunner {
    private var causes: [VisitRun.Cause]
    private let messages: [VisitMessage]
    private(set) var starts: [VisitStart] = []
    private(set) var log: [String] = []
    var signal: TerminationSignal?

    init(_ causes: [VisitRun.Cause], messages: [VisitMessage] = []) {
      self.causes = causes
      self.messages = messages
    }

    func run(_ start: VisitStart, take: (VisitMessage) -> Void) -> VisitRun {
      starts.append(start)
      log.append("visit")
      if starts.count == 1 { messages.forEach(take) }
      let cause = causes.isEmpty ? .ended(.kioskStopped) : causes.removeFirst()
      return VisitRun(cause: cause, lifetime: .zero)
    }

    func supervise() -> Supervisor.Ending {
      Supervisor(
        runner: self, clean: { self.log.append("clean") },
        show: { _ in self.log.append("show") },
        pause: {
          self.log.append("pause \($0)")
          return self.signal
        },
        setPrint: { self.log.append("print \($0)") }
      ).run()
    }
  }

  @Test("the terminal is clean before and after each visit")
  func cleaning() {
    let fixture = Fixture([.ended(.next), .crashed(.signal(11)), .ended(.terminated)])
    #expect(fixture.supervise() == .stopped)
    #expect(fixture.log == Array(repeating: ["clean", "visit", "clean"], count: 4).flatMap { $0 })
  }

  @Test(
    "what ends a kiosk",
    arguments: [
      (.ended(.kioskStopped), .stopped), (.ended(.terminalGone), .terminalGone),
      (.kioskTerminated(.hangUp), .terminated(.hangUp)),
      (.kioskTerminated(.terminate), .terminated(.terminate)),
    ] as [(VisitRun.Cause, Supervisor.Ending)])
  func endings(_ cause: VisitRun.Cause, _ ending: Supervisor.Ending) {
    let fixture = Fixture([.ended(.next), cause])
    #expect(fixture.supervise() == ending)
    #expect(fixture.starts.count == 2 && fixture.log.last == "clean")
  }

  @Test("a crash is told to the next visit, and only to that")
  func crash() {
    let fixture = Fixture([.crashed(.status(70)), .ended(.next)])
    _ = fixture.supervise()
    #expect(fixture.starts.map(\.crash) == [nil, .status(70), nil])
  }

  @Test("crash after crash is waited for, longer each time")
  func backOff() {
    let fixture = Fixture(
      [.crashed(.signal(11)), .crashed(.notStarted(2)), .ended(.unusable), .crashed(.signal(6))])
    _ = fixture.supervise()
    #expect(
      fixture.log.filter { $0.hasPrefix("pause") } == [
        "pause 1.0 seconds", "pause 2.0 seconds", "pause 4.0 seconds",
      ])
  }

  @Test("who asks the kiosk to end while it waits is heard")
  func signalWhileWaiting() {
    let fixture = Fixture(Array(repeating: .crashed(.signal(11)), count: 9))
    fixture.signal = .terminate
    #expect(fixture.supervise() == .terminated(.terminate))
    #expect(fixture.starts.count == 2)
  }

  @Test("letters are as usual again for the next person")
  func print() {
    let fixture = Fixture([.ended(.next)], messages: [.print(.large)])
    _ = fixture.supervise()
    #expect(fixture.log.filter { $0.hasPrefix("print") } == ["print large", "print usual"])
  }

  @Test("a test of the call for staff is known to all later visits")
  func alertTest() {
    let test = AlertTest(file: "a.json", device: 1, folder: 2)
    let fixture = Fixture([.ended(.next), .crashed(.signal(9))], messages: [.alertTest(test)])
    _ = fixture.supervise()
    #expect(fixture.starts.map(\.alertTest) == [nil, test, test])
  }
}
