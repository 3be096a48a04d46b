import TerminalTesting
import Testing

/// A paste is one answer, whatever it holds.
@Suite struct PasteTests {
  @Test(arguments: [
    ("one\rtwo\nthree", "one two three"),
    ("a\tb", "a b"),
    ("a\u{3}b\u{4}c\u{2}d\u{7F}e\u{15}f", "abcdef"),
    ("\u{1B}[31mred\u{1B}[0m", "red"),
    ("a\u{1B}OPb\u{1B}[Dc", "abc"),
    ("a\u{9B}31mb\u{202E}c", "a31mbc"),
    ("Rene\u{301}", "Ren{e9}"),
  ])
  func pasteIsText(_ paste: String, _ line: String) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("<\u{1B}[200~\(paste)\u{1B}[201~>\r")
    try terminal.expect("=> line \"<\(line)>\"\n")
    #expect(terminal.outcomes.count == 1)
  }

  @Test func aPasteMayComeInPieces() throws {
    let terminal = try PseudoTerminal.probe()
    for piece in ["\u{1B}[20", "0~one\r", "two\u{1B}", "[201~\r"] {
      terminal.send(piece)
    }
    try terminal.expect("=> line \"one two\"\n")
  }

  @Test func theTerminalMarksAPasteOnlyWhileALineIsRead() throws {
    let terminal = try PseudoTerminal.probe()
    #expect(terminal.screen.modes.contains(2004))
    terminal.send("\u{4}")
    _ = try terminal.waitForExit()
    #expect(!terminal.screen.modes.contains(2004))
  }

  @Test func nothingIsAskedOfADumbTerminal() throws {
    let terminal = try PseudoTerminal.probe("--bold", environment: ["TERM": "dumb"])
    terminal.send("Müller\u{7F}\r")
    try terminal.expect("=> line \"M{fc}lle\"\n")
    #expect(!terminal.rawOutput.contains(0x1B))
  }

  @Test(arguments: [[], ["--hidden"]])
  func aHugePasteIsCutAndHardlyShown(_ options: [String]) throws {
    let terminal = try PseudoTerminal.probe(options)
    terminal.send("\u{1B}[200~")
    terminal.send([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20))
    terminal.send("\u{1B}[201~\r")
    try terminal.expect(options.isEmpty ? "=> cut 2000 scalars" : "=> cut \"\"")
    #expect(terminal.rawOutput.count < 20_000)
  }

  @Test func aHugeLineWithoutMarksIsCutToo() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20))
    terminal.send("\r")
    try terminal.expect("=> cut 2000 scalars")
    #expect(terminal.rawOutput.count < 20_000)
  }

  @Test func keysPressedEarlyAreKeptOrDropped() throws {
    let keeping = try PseudoTerminal.probe()
    keeping.send("a\rb\r")
    try keeping.expect("=> line \"a\"\n")
    try keeping.expect("=> line \"b\"\n")

    let dropping = try PseudoTerminal.probe("--drop-type-ahead")
    dropping.send("a\rb\r")
    try dropping.expect("=> line \"a\"\n")
    try dropping.expect("> ")
    dropping.send("c\r")
    try dropping.expect("=> line \"c\"\n")
    #expect(dropping.outcomes == ["line \"a\"", "line \"c\""])
  }
}
