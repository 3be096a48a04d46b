import Glibc
import TerminalTesting
import Testing

/// Keys that stop, kill or leave other programs, at every kind of prompt of a kiosk.
@Suite struct KioskKeyTests {
  enum Prompt: CaseIterable {
    case start
    case code
    case staffName
    case passphrase
    case staffMenu
    case codePage
    case question
    case helpPage
    case review
    case hidden
    case staffMenuInVisit
    case thanks
  }

  private func reach(_ prompt: Prompt, _ visit: Visit) throws {
    switch prompt {
    case .start: break
    case .code: try visit.answer("Welcome", with: "resume")
    case .staffName: try visit.answer("Welcome", with: "staff")
    case .passphrase:
      try visit.answer("Welcome", with: "staff")
      try visit.answer("your name here", with: KioskMachine.staff)
    case .staffMenu: try visit.unlock()
    case .codePage: try visit.answer("Welcome", with: "")
    case .question: _ = try visit.beginVisit()
    case .helpPage:
      _ = try visit.beginVisit()
      try visit.answer("What is your name?", with: "Ana")
      try visit.answer("Is there danger?", with: "yes")
    case .review:
      _ = try visit.beginVisit()
      try visit.answer("What is your name?", with: "Ana")
      try visit.answer("Is there danger?", with: "review")
    case .hidden:
      _ = try visit.beginVisit()
      try visit.answer("What is your name?", with: "hide")
    case .staffMenuInVisit:
      _ = try visit.beginVisit()
      try visit.unlock()
    case .thanks:
      _ = try visit.beginVisit()
      try visit.answer("What is your name?", with: "Ana")
      try visit.answer("Is there danger?", with: "no")
      try visit.answer("Do you have pets?", with: "no")
      try visit.answer("Check your answers", with: "0")
    }
    _ = try visit.read()
  }

  /// Ctrl-Z, Ctrl-\, Ctrl-C, Ctrl-O, Ctrl-V, Ctrl-S, Ctrl-D, Ctrl-Y, Ctrl-R, Ctrl-X, NUL, Esc x, Esc v.
  private static let keys = [
    "\u{1A}", "\u{1C}", "\u{03}", "\u{0F}", "\u{16}", "\u{13}", "\u{04}", "\u{19}", "\u{12}",
    "\u{18}", "\0", "\u{1B}x", "\u{1B}v",
  ]

  @Test(arguments: Prompt.allCases)
  func noKeyStopsKillsOrLeaves(_ prompt: Prompt) throws {
    let visit = try KioskMachine().start()
    try reach(prompt, visit)
    let supervisor = visit.supervisor
    let visitor = try visit.visitor
    for key in Self.keys {
      visit.type(key)
      try visit.settle()
      #expect(visitor.state.map { "SRD".contains($0) } == true, "\(prompt), \(Array(key.utf8))")
      #expect(supervisor.state.map { "SRD".contains($0) } == true)
      #expect(supervisor.children == [visitor.identifier])
      #expect(visitor.children.isEmpty)
    }
  }

  @Test(arguments: [SIGTSTP, SIGQUIT, SIGTTIN, SIGTTOU, SIGINT])
  func signalsOfTheKeyboardStopNothing(_ signal: Int32) throws {
    let visit = try KioskMachine().start()
    _ = try visit.beginVisit()
    _ = try visit.read()
    let visitor = try visit.visitor
    kill(visitor.identifier, signal)
    visit.terminal.process.signal(signal)
    visit.press("\u{0C}")
    #expect(try visit.read().contains("What is your name?"))
    #expect(visit.supervisor.children == [visitor.identifier])
  }

  @Test func theVisitHasNothingButItsTerminalAndItsStore() throws {
    let machine = try KioskMachine()
    let visit = try machine.start(
      ["--trial"],
      environment: ["EDITOR": "/bin/vi", "PAGER": "/bin/more", "SHELL": "/bin/sh", "A": "b"])
    _ = try visit.beginVisit()
    _ = try visit.read()
    let visitor = try visit.visitor
    #expect(
      Set(visitor.environment.map { String($0.prefix { $0 != "=" }) }) == [
        "TERM", "SWIFT_BACKTRACE", "INTAKE_QUESTIONNAIRES",
        // The C library divides its own variable where it is.
        "GLIBC_TUNABLES", "glibc.malloc.perturb",
      ])
    let targets = try #require(visitor.descriptors, "the kernel does not let us look")
    for (number, target) in targets {
      let isKnown =
        number <= 2
        ? target.hasPrefix("/dev/pts/")
        : target.hasPrefix("pipe:") || target.hasPrefix("anon_inode:")
          || target.hasPrefix(machine.storePath) || target == "/dev/null"
      #expect(isKnown, "\(number): \(target)")
    }
  }
}
