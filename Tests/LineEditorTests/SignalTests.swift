import Glibc
import TerminalTesting
import Testing

/// Whatever ends or interrupts the reading, the terminal is given back as it was found.
@Suite struct SignalTests {
  @Test(
    arguments: [
      (SIGTERM, "terminated terminate", ProcessEnding.exited(143)),
      (SIGHUP, "terminated hangUp", ProcessEnding.exited(129)),
    ], [[], ["--hidden"]])
  func endingSignal(
    _ signal: (number: Int32, outcome: String, status: ProcessEnding), _ options: [String]
  ) throws {
    let terminal = try PseudoTerminal.probe(options)
    terminal.send("half an answer")
    terminal.process.signal(signal.number)
    try terminal.expect("=> \(signal.outcome)\n")
    #expect(try terminal.waitForExit() == signal.status)
    #expect(terminal.state == .usual)
    #expect(!terminal.screen.modes.contains(2004))
  }

  @Test(arguments: [SIGTSTP, SIGQUIT])
  func ignoredSignal(_ number: Int32) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("ab")
    try terminal.expect("ab")
    terminal.process.signal(number)
    terminal.send("c\r")
    try terminal.expect("=> line \"abc\"\n")
    // The kernel does not stop a program whose session has no shell, so the mask is looked at too.
    #expect(try terminal.blockedSignals & 1 << UInt64(number - 1) != 0)
  }

  @Test func interruptKeepsTheDraft() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("ab")
    try terminal.expect("ab")
    terminal.process.signal(SIGINT)
    try terminal.expect("=> interrupted \"ab\"\n")
    try terminal.expect("> ab")
    terminal.send("c\r")
    try terminal.expect("=> line \"abc\"\n")
  }

  @Test func aResumedProgramShowsTheQuestionAgain() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("ab")
    try terminal.expect("ab")
    terminal.process.signal(SIGSTOP)
    terminal.process.signal(SIGCONT)
    try terminal.expect("=> redraw \"ab\"\n")
  }

  @Test func anotherSizeIsTakenOver() throws {
    let terminal = try PseudoTerminal.probe("--prompt=Answer> ")
    let draft = "one two three four five six seven eight nine ten"
    terminal.send(draft)
    try terminal.expect("ten")
    terminal.resize(to: ScreenSize(columns: 30, rows: 24))
    try terminal.expect("=> redraw \"\(draft)\"\n")
    try terminal.expectScreen("the line wrapped at 30 columns") {
      $0.rows.contains("Answer> one two three four fiv")
        && $0.rows.contains("e six seven eight nine ten")
    }
    // The cursor finds the first row, so libedit knows where the rows end now.
    terminal.send("\u{1}X")
    try terminal.expectScreen("the wrapped line moved by one") {
      $0.rows.contains("Answer> Xone two three four fi")
        && $0.rows.contains("ve six seven eight nine ten")
    }
    terminal.resize(to: ScreenSize(columns: 60, rows: 24))
    try terminal.expect("=> redraw \"X\(draft)\"\n")
    try terminal.expectScreen("the line on one row again") {
      $0.rows.contains("Answer> X\(draft)")
    }
    terminal.send("!\r")
    try terminal.expect("=> line \"X\(draft)!\"\n")
  }

  @Test(arguments: [[], ["--hidden"]])
  func aTerminalThatIsGoneEndsTheProgram(_ options: [String]) throws {
    let terminal = try PseudoTerminal.probe(options)
    terminal.send("half")
    terminal.closeMaster()
    let status = try terminal.waitForExit()
    // Both the signal and the end of the input tell; either may come first.
    #expect([.exited(129), .exited(2)].contains(status))
  }

  @Test(arguments: [[], ["--hidden"], ["--reader-for-each-line"]])
  func theTerminalIsGivenBackAtTheEnd(_ options: [String]) throws {
    let terminal = try PseudoTerminal.probe(options)
    terminal.send("a\r")
    try terminal.expect("=> line \"a\"\n")
    try terminal.expect("> ")
    #expect(terminal.state != .usual)
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.state == .usual)
    #expect(!terminal.screen.modes.contains(2004))
  }

  @Test func theTerminalIsGivenBackByExitAlone() throws {
    let terminal = try PseudoTerminal.probe("--exit-without-closing")
    #expect(terminal.state != .usual)
    terminal.send("a\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.state == .usual)
  }

  /// Keys pressed while the program works are neither shown nor acted on by the kernel.
  @Test func keysWaitUnseenBetweenLines() throws {
    let terminal = try PseudoTerminal.probe("--stop-after-line")
    terminal.send("a\r")
    try terminal.expect("=> line \"a\"\n")
    #expect(!terminal.state.echoes)
    #expect(!terminal.state.collectsLines)
    #expect(!terminal.state.sendsSignals)
    #expect(!terminal.state.stopsOutput)
    #expect(!terminal.screen.modes.contains(2004))
  }

  @Test func controlSDoesNotFreezeTheScreen() throws {
    let terminal = try PseudoTerminal.probe()
    #expect(!terminal.state.stopsOutput)
    terminal.send("\u{13}a\r")
    try terminal.expect("=> line \"a\"\n")
  }

  @Test func noKeyForTooLongIsItsOwnOutcome() throws {
    let terminal = try PseudoTerminal.probe("--idle=50")
    try terminal.expect("=> idle \"\" noKey\n")
    try terminal.expect("=> idle \"\" noKey\n")
  }

  @Test func keysStartTheWaitAgainAndTheDraftIsKept() throws {
    let terminal = try PseudoTerminal.probe("--idle=60000,50")
    terminal.send("ab")
    try terminal.expect("=> idle \"ab\" keys\n")
    terminal.send("\u{1B}[A")
    try terminal.expect("=> idle \"ab\" keys\n")
  }

  @Test func hiddenInputIsIdleWithoutADraft() throws {
    let terminal = try PseudoTerminal.probe("--idle=60000,50", "--hidden")
    terminal.send("secret")
    try terminal.expect("=> idle \"\" keys\n")
  }

  // MARK: - What is done while a line is waited for

  private func bells(_ terminal: PseudoTerminal) -> Int {
    terminal.rawOutput.count { $0 == 0x07 }
  }

  @Test(arguments: [[], ["--hidden"]])
  func whatIsDoneWhileWaitingDisturbsNoLine(_ options: [String]) throws {
    let terminal = try PseudoTerminal.probe(["--ring-every=1"] + options)
    terminal.send("ab")
    let before = bells(terminal)
    try terminal.expectScreen("bells") { _ in self.bells(terminal) >= before + 4 }
    terminal.send("c")
    let later = bells(terminal)
    try terminal.expectScreen("more bells") { _ in self.bells(terminal) >= later + 4 }
    terminal.send("\r")
    try terminal.expect("=> line \"abc\"\n")
  }

  @Test func whatIsDoneWhileWaitingIsNoKey() throws {
    let terminal = try PseudoTerminal.probe("--ring-every=1", "--idle=350")
    try terminal.expect("=> idle \"\" noKey\n")
    #expect(bells(terminal) >= 2)
  }

  @Test func whatIsDoneWhileWaitingNeverKeepsTheMachineBusy() throws {
    let terminal = try PseudoTerminal.probe("--ring-every=0", "--idle=350")
    try terminal.expect("=> idle \"\" noKey\n")
    // Once before each of the few waits of that time.
    #expect(bells(terminal) < 12)
  }
}
