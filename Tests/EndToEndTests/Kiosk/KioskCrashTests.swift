import Glibc
import TerminalTesting
import Testing

/// A crash shows nothing, loses nothing, and the next person can begin.
@Suite struct KioskCrashTests {
  /// Words of a crash report.
  private static let reports = [
    "Crash", "Backtrace", "backtrace", "Press space", "Fatal error", "Segmentation", "core dumped",
    "Thread 0",
  ]

  @Test(arguments: [SIGSEGV, SIGKILL, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func aCrashStartsAgainOnACleanScreen(_ signal: Int32) throws {
    let machine = try KioskMachine()
    let visit = try machine.start(["--trial"], environment: ["SWIFT_BACKTRACE": "enable=yes"])
    let code = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    _ = try visit.read()
    visit.type("half an answ")
    try visit.strike(signal)
    let page = try visit.read()
    #expect(page.contains("The program had to start again."))
    #expect(!visit.terminal.screen.contains(KioskMachine.canary))
    for word in Self.reports { #expect(!visit.terminal.text.contains(word), "\(word)") }
    #expect(machine.folder.names(in: "store").allSatisfy { !$0.contains("core") })

    // Nothing that was saved is lost: the code goes on where it was.
    visit.send("resume")
    try visit.answer("code", with: code)
    let welcome = try visit.read()
    #expect(welcome.contains("had stopped"), "\(welcome)")
    visit.send("")
    try visit.answer("Is there danger?", with: "review")
    #expect(try visit.read().contains(KioskMachine.canary))
  }

  @Test func crashAfterCrashStillStartsAgain() throws {
    let visit = try KioskMachine().start()
    for _ in 0..<3 {
      _ = try visit.read()
      try visit.strike(SIGKILL)
    }
    #expect(try visit.read().contains("had to start again"))
  }

  @Test func theTerminalIsCleanWhateverTheVisitLeft() throws {
    let visit = try KioskMachine().start()
    _ = try visit.read()
    visit.type("half")
    try visit.strike(SIGKILL)
    _ = try visit.read()
    visit.send("")
    // The half line is gone, and keys are read as ever.
    #expect(try visit.read().contains("code"))
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func whoEndsTheKioskEndsTheVisitFirst(_ signal: Int32, _ status: Int32) throws {
    let machine = try KioskMachine()
    let visit = try machine.start()
    let code = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    _ = try visit.read()
    visit.terminal.process.signal(signal)
    #expect(try visit.terminal.waitForExit() == .exited(status))
    #expect(visit.terminal.state == .usual)
    #expect(!visit.terminal.screen.contains(KioskMachine.canary))
    #expect(visit.supervisor.children.isEmpty)

    let next = try machine.start()
    try next.answer("Press Enter to begin", with: "resume")
    try next.answer("code", with: code)
    try next.answer("", with: "")
    #expect(try next.read().contains("Is there danger?"))
  }

  @Test func aTerminalThatGoesAwayEndsAll() throws {
    let visit = try KioskMachine().start()
    _ = try visit.beginVisit()
    _ = try visit.read()
    let visitor = try visit.visitor.identifier
    visit.terminal.closeMaster()
    _ = try visit.terminal.waitForExit()
    #expect(ProcessFacts(visitor).state == nil)
  }

  @Test func aVisitDoesNotOutliveItsSupervisor() throws {
    let visit = try KioskMachine().start()
    _ = try visit.beginVisit()
    _ = try visit.read()
    let visitor = try visit.visitor
    visit.terminal.process.signal(SIGKILL)
    _ = try visit.terminal.waitForExit()
    try visit.terminal.expectScreen("the end of the visit") { _ in
      [nil, "Z"].contains(visitor.state)
    }
  }
}
