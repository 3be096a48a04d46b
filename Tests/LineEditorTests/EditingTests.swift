import TerminalTesting
import Testing

/// What is typed on a terminal, and the line that comes back.
@Suite struct EditingTests {
  @Test(arguments: [
    // Text.
    ("plain text\r", "line \"plain text\""),
    ("\r", "line \"\""),
    ("Müller\r", "line \"M{fc}ller\""),
    ("øéßÿ\r", "line \"{f8}{e9}{df}{ff}\""),
    ("山田太郎\r", "line \"{5c71}{7530}{592a}{90ce}\""),
    ("Rene\u{301}e\r", "line \"Ren{e9}e\""),
    ("\u{301}a\r", "line \"a\""),
    ("a\u{308}\u{323}\r", "line \"{1ea1}{308}\""),
    ("a\u{1F600}b\r", "line \"a{1f600}b\""),
    ("ends with a line feed\n", "line \"ends with a line feed\""),

    // Moving and inserting.
    ("山太\u{1B}[D田\r", "line \"{5c71}{7530}{592a}\""),
    ("bc\u{1B}[Da\u{1B}[Cd\r", "line \"bacd\""),
    ("bc\u{1B}ODa\u{1B}OCd\r", "line \"bacd\""),
    ("bc\u{1}a\u{5}d\r", "line \"abcd\""),
    ("bc\u{1B}[Ha\u{1B}[Fd\r", "line \"abcd\""),
    ("bc\u{1B}OHa\u{1B}OFd\r", "line \"abcd\""),
    ("bc\u{1B}[1~a\u{1B}[4~d\r", "line \"abcd\""),
    ("bc\u{1B}[7~a\u{1B}[8~d\r", "line \"abcd\""),
    ("ac\u{1}\u{6}b\r", "line \"abc\""),
    ("one two\u{1B}[1;5D3 \u{1B}[1;5C!\r", "line \"one 3 two!\""),
    ("one two\u{1B}b3 \u{1B}f!\r", "line \"one 3 two!\""),
    ("e\u{301}x\u{1B}[D\u{1B}[Dy\r", "line \"y{e9}x\""),
    ("a\u{1B}[D\u{1B}[D\u{1B}[Db\r", "line \"ba\""),

    // Deleting, by whole characters.
    ("abc\u{7F}\r", "line \"ab\""),
    ("abc\u{8}\r", "line \"ab\""),
    ("xq\u{308}\u{7F}y\r", "line \"xy\""),
    ("\u{7F}\u{7F}a\r", "line \"a\""),
    ("q\u{308}b\u{1}\u{1B}[3~\r", "line \"b\""),
    ("abc\u{1}\u{4}\r", "line \"bc\""),
    ("abc\u{4}\r", "line \"abc\""),
    ("one two\u{17}2\r", "line \"one 2\""),
    ("one two  \u{17}2\r", "line \"one 2\""),
    ("abc\u{1B}[D\u{15}x\r", "line \"x\""),
    ("abcd\u{1B}[D\u{1B}[D\u{B}x\r", "line \"abx\""),

    // Ending otherwise.
    ("so far\u{2}", "back \"so far\""),
    ("so far\u{3}", "interrupted \"so far\""),
    ("so far\u{C}", "redraw \"so far\""),
    ("so far\u{1B}OP", "help \"so far\""),
    ("so far\u{1B}[11~", "help \"so far\""),
    ("so far\u{1B}[[A", "help \"so far\""),
    ("so far\u{1B}", "help \"so far\""),
    ("so\u{1B}[D\u{1B}", "help \"so\""),
    ("\u{4}", "endOfInput"),
  ])
  func keys(_ keys: String, give outcome: String) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send(keys)
    try terminal.expect("=> ")
    try terminal.expect("\n")
    #expect(terminal.lastOutcome == outcome)
  }

  @Test func bytesThatAreNoUTF8BecomeReplacementCharacters() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send([0x4D, 0xFC, 0x6C, 0xE5, 0xB1, 0x0D])
    try terminal.expect("\n=> line \"M{fffd}l{fffd}\"\n")
  }

  @Test func textBeyondTheLimitIsReportedAndCanBeShortened() throws {
    let terminal = try PseudoTerminal.probe("--maximum=5")
    terminal.send("1234567\r")
    try terminal.expect("=> cut \"12345\"\n")
    try terminal.expect("> 12345")
    terminal.send("\u{7F}9\r")
    try terminal.expect("=> line \"12349\"\n")
  }

  @Test func aClearedLineIsNoLongerTooLong() throws {
    let terminal = try PseudoTerminal.probe("--maximum=5")
    terminal.send("1234567\u{15}new\r")
    try terminal.expect("=> line \"new\"\n")
  }

  @Test(arguments: ["Ana Müller", "山田 太郎", String(repeating: "long ", count: 100) + "end"])
  func prefillStandsInTheLineReadyToEdit(_ prefill: String) throws {
    let terminal = try PseudoTerminal.probe("--prefill=\(prefill)", "--prompt=Name> ")
    terminal.send("\u{7F}!\r")
    try terminal.expect("=> line")
    try terminal.expect("!\"")
    #expect(terminal.text.contains("Name> \(prefill.prefix(70))"))
  }

  @Test func aLineBreakInPrefillDoesNotSubmitIt() throws {
    let terminal = try PseudoTerminal.probe("--prefill=two\nlines\u{1B}[31m")
    try terminal.expect("two lines")
    terminal.send("\r")
    try terminal.expect("=> line \"two lines[31m\"\n")
  }

  @Test(arguments: [
    ("?", "help \"\""),
    ("a?\r", "line \"a?\""),
    ("a\u{7F}\r", "line \"\""),
  ])
  func questionMarkAsksForHelpInAnEmptyLine(_ keys: String, _ outcome: String) throws {
    let terminal = try PseudoTerminal.probe("--help-key")
    terminal.send(keys)
    try terminal.expect("=> \(outcome)\n")
  }

  @Test func questionMarkIsTextUnlessAskedFor() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("?\r")
    try terminal.expect("=> line \"?\"\n")
  }
}
