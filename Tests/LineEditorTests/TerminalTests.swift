import Testing

@testable import LineEditor

/// What the environment says about a terminal.
@Suite struct TerminalTests {
  @Test(arguments: [
    (["TERM": "xterm"], Terminal.Colour.allowed, Terminal.Presentation.styled, "xterm"),
    (["TERM": "xterm", "NO_COLOR": ""], .allowed, .styled, "xterm"),
    (["TERM": "xterm", "NO_COLOR": "0"], .off, .styled, "xterm"),
    (["TERM": "dumb"], .off, .plain, "dumb"),
    ([:], .off, .plain, "dumb"),
    (["TERM": ""], .off, .plain, "dumb"),
    (["TERM": "emacs"], .off, .plain, "dumb"),
    (["TERM": "linux", "ACCESSIBLE": "1"], .allowed, .plain, "linux"),
    (["TERM": "linux", "ACCESSIBLE": "yes"], .allowed, .plain, "linux"),
    (["TERM": "linux", "ACCESSIBLE": ""], .allowed, .styled, "linux"),
    (["TERM": "linux", "ACCESSIBLE": "0"], .allowed, .styled, "linux"),
    (["TERM": "linux", "ACCESSIBLE": "False"], .allowed, .styled, "linux"),
  ])
  func facts(
    _ environment: [String: String], _ colour: Terminal.Colour,
    _ presentation: Terminal.Presentation, _ kind: String
  ) {
    let terminal = Terminal(
      environment: environment, inputIsTerminal: true, outputIsTerminal: true)
    #expect(terminal.colour == colour)
    #expect(terminal.presentation == presentation)
    #expect(terminal.kind == kind)
    #expect(terminal.isInteractive)
  }

  @Test func aPipeHasNoColourAndIsNotInteractive() {
    let terminal = Terminal(
      environment: ["TERM": "xterm"], inputIsTerminal: true, outputIsTerminal: false)
    #expect(terminal.colour == .off)
    #expect(!terminal.isInteractive)
  }

  @Test(arguments: [
    ([:], 40), (["SSH_TTY": "/dev/pts/1"], 100),
    (["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"], 100),
    (["SSH_TTY": ""], 40),
  ])
  func escapeWaitsLongerOverANetwork(_ environment: [String: String], _ milliseconds: Int) {
    #expect(Terminal(environment: environment).escapeDelay == .milliseconds(milliseconds))
  }

  @Test func aSizeThatIsNotKnownIsTheUsual() {
    #expect(TerminalSize.current(of: -1) == .usual)
    #expect(TerminalSize(columns: 0, rows: -3) == TerminalSize(columns: 1, rows: 1))
  }

  @Test(arguments: [
    ("Answer", Prompt.Style.plain, "Answer ", "Answer "),
    ("Answer> ", .plain, "Answer> ", "Answer> "),
    ("two\nlines>", .plain, "two lines> ", "two lines> "),
    ("Answer>", .bold, "Answer> ", "\u{1}\u{1B}[1m\u{1}Answer>\u{1}\u{1B}[0m\u{1} "),
    ("Über>", .bold, "Über> ", "Über> "),
    ("", .bold, "", ""),
    ("\u{1}\u{1B}[31mred", .plain, "[31mred ", "[31mred "),
  ])
  func prompt(_ text: String, _ style: Prompt.Style, _ shown: String, _ rendered: String) {
    #expect(Prompt(text, style: style).text == shown)
    #expect(Prompt(text, style: style).rendered == rendered)
  }

  @Test func theEnvironmentIsRead() {
    let variables = ProcessEnvironment.variables()
    #expect(variables["PATH"]?.contains("/") == true)
    #expect(!variables.keys.contains("") && !variables.keys.contains { $0.contains("=") })
  }
}
