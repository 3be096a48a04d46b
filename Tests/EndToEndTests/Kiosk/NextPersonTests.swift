import TerminalTesting
import Testing

/// Nothing of one person is in reach of the next.
@Suite struct NextPersonTests {
  private static let canary = Array(KioskMachine.canary.utf8)

  /// A first person answers all, and the next sits down.
  private func secondPerson(_ machine: KioskMachine, _ options: [String] = []) throws -> Visit {
    let visit = try machine.start(["--trial"] + options)
    _ = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    try visit.answer("Is there danger?", with: "no")
    try visit.answer("Do you have pets?", with: "yes")
    try visit.answer("Check your answers", with: "0")
    try visit.answer("Thank you.", with: "")
    _ = try visit.read()
    return visit
  }

  @Test(arguments: [[], ["--plain"]])
  func theScreenHoldsNothingOfTheFirst(_ options: [String]) throws {
    let visit = try secondPerson(KioskMachine(), options)
    #expect(visit.terminal.screen.contains("Press Enter to begin"))
    #expect(!visit.terminal.screen.contains(KioskMachine.canary))
    // What is kept above the screen was cleared after the last that the first person saw.
    let output = visit.terminal.rawOutput
    let lastSeen = output.lastRange(of: Self.canary)?.upperBound ?? 0
    #expect(output[lastSeen...].containsSequence(Array("\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8)))
  }

  /// Ctrl-Y, Ctrl-P, up, Ctrl-R, Alt-., TAB, Ctrl-_, Esc x, and commands that show answers.
  @Test func noKeyBringsItBack() throws {
    let visit = try secondPerson(KioskMachine())
    let before = visit.terminal.rawOutput.count
    visit.send("resume")
    _ = try visit.read()
    visit.type("\u{19}\u{10}\u{1B}[A\u{12}\u{1B}.\t\u{1F}\u{1B}x\u{18}\u{18}")
    visit.send("")
    try visit.answer("", with: "")
    for line in ["\u{19}", "\u{1B}[A", "review", "change 1", "back", ":progress", ":why"] {
      try visit.answer("", with: line)
    }
    _ = try visit.read()
    #expect(!visit.terminal.rawOutput[before...].containsSequence(Self.canary))
  }

  @Test func noProcessRemembersIt() throws {
    let visit = try secondPerson(KioskMachine())
    for process in [visit.supervisor, try visit.visitor] {
      // Without the right to look, nobody else can look either.
      if let isThere = process.memoryContains(Self.canary) { #expect(!isThere) }
    }
  }

  @Test func theProcessOfTheFirstIsGone() throws {
    let machine = try KioskMachine()
    let visit = try machine.start()
    _ = try visit.read()
    let first = try visit.visitor.identifier
    visit.send("")
    _ = try visit.read()
    visit.send("")
    try visit.answer("What is your name?", with: KioskMachine.canary)
    try visit.answer("Is there danger?", with: "stop")
    try visit.answer("stop", with: "1")
    try visit.answer("", with: "")
    _ = try visit.read()
    #expect(try visit.visitor.identifier != first)
    #expect(visit.supervisor.children.count == 1)
  }
}

extension RandomAccessCollection where Element: Equatable {
  func containsSequence(_ other: [Element]) -> Bool { firstRange(of: other) != nil }

  func lastRange(of other: [Element]) -> Range<Index>? { ranges(of: other).last }
}
