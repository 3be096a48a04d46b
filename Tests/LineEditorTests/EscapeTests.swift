import Glibc
import SeededRandomness
import TerminalTesting
import Testing

/// No key leads out of the line: to another editor, to earlier text, to libedit's own commands.
@Suite struct EscapeTests {
  @Test(arguments: [
    "\u{0}", "\u{7}", "\u{E}", "\u{F}", "\u{10}", "\u{11}", "\u{12}", "\u{13}", "\u{14}", "\u{16}",
    "\u{18}", "\u{18}\u{18}", "\u{19}", "\u{1A}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{1F}",
    "\u{0}\u{7}", "\u{16}\u{7}", "\u{12}\u{7}",
    "\u{1B}x", "\u{1B}v", "\u{1B}1\u{1B}5", "\u{1B}y", "\u{1B}p", "\u{1B}u", "\u{1B}l", "\u{1B}c",
    "\u{1B}.", "\u{1B}:",
    "\u{1B}[A", "\u{1B}[B", "\u{1B}OA", "\u{1B}OB", "\u{1B}[5~", "\u{1B}[99;99R", "\u{1B}[<0;1;1M",
    "\u{1B}[?1;2c", "\u{1B}[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15~", "\u{1B}OQ", "\u{1B}[[B",
    "\u{1B}]0;title\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}Pq\u{1B}\\",
    "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{FEFF}",
  ])
  func keyIsDropped(_ key: String) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("ab")
    try terminal.expect("ab")
    terminal.send("\(key)c\r")
    try terminal.expect("=> line \"abc\"\n")
  }

  @Test func deletedTextDoesNotComeBack() throws {
    for option in ["--one-reader", "--reader-for-each-line"] {
      let terminal = try PseudoTerminal.probe(option)
      for keys in [
        "secret\u{15}\r", "secret\u{17}\u{19}\u{1B}y\u{B}\u{19}\r",
        "\u{10}\u{1B}[A\u{12}secret\u{15}\u{19}\r",
      ] {
        terminal.send(keys)
        try terminal.expect("=> line \"\"\n")
        try terminal.expect("> ")
      }
    }
  }

  /// Every way that was seen to start `$EDITOR` or to list and change libedit's settings.
  @Test(arguments: [
    "answer\u{1B}v", "\u{1B}xbind -v\rx\u{1B}v", "\u{1B}xhistory list\r", "\u{1B}xedit off\r",
    "\u{18}\u{5}", "\u{1B}:bind\r", "\u{1B}\u{5}",
  ])
  func noProcessAndNoFileIsMade(_ keys: String) throws {
    let folder = try TemporaryFolder()
    let marker = folder.path + "/started"
    let editor = try folder.write("editor", "#!/bin/sh\ntouch \(marker)\n", mode: 0o700)
    let before = TemporaryFolder.names(in: "/tmp", startingWith: "histedit")
    let terminal = try PseudoTerminal.probe(
      environment: ["EDITOR": editor, "VISUAL": editor, "SHELL": editor, "TMPDIR": folder.path])
    terminal.send(keys)
    terminal.send("done\r")
    try terminal.expect("done\"\n")
    #expect(!terminal.text.contains("ed-insert"))
    #expect(terminal.childProcesses.isEmpty)
    #expect(access(marker, F_OK) == -1)
    #expect(TemporaryFolder.names(in: "/tmp", startingWith: "histedit") == before)
    #expect(TemporaryFolder.names(in: folder.path, startingWith: "") == ["editor"])
  }

  @Test func editrcIsNotRead() throws {
    let folder = try TemporaryFolder()
    let settings = "bind -s x EVIL\nbind -v\nedit off\n"
    let named = try folder.write("settings", settings, mode: 0o600)
    _ = try folder.write(".editrc", settings, mode: 0o600)
    let terminal = try PseudoTerminal.probe(environment: ["HOME": folder.path, "EDITRC": named])
    terminal.send("axb\r")
    try terminal.expect("=> line \"axb\"\n")
  }

  /// A terminal whose own characters are letters must not turn these letters into commands.
  @Test func charactersOfTheTerminalDoNotMatter() throws {
    let probe = BuiltProduct.path("LineEditorProbe")
    let script = "stty erase e kill k werase r lnext n; exec '\(probe)'"
    let terminal = try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
    try terminal.expect("> ")
    for key in "kitchen runner" { terminal.send(String(key)) }
    terminal.send("\r")
    try terminal.expect("=> line \"kitchen runner\"\n")
    terminal.setEraseAndKillCharacters(erase: "a", kill: "b")
    terminal.send("\r")
    try terminal.expect("=> line \"\"\n")
    for key in "cabbage" { terminal.send(String(key)) }
    terminal.send("\r")
    try terminal.expect("=> line \"cabbage\"\n")
  }

  @Test func noCoreFileIsWritten() throws {
    let terminal = try PseudoTerminal.probe()
    let limits = try TemporaryFolder.contents(of: "/proc/\(terminal.process.identifier)/limits")
    let line = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(line?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
  }

  @Test func aChildStartsWithTheUsualSignals() throws {
    let result = try PipedProcess(
      executable: BuiltProduct.path("LineEditorProbe"), arguments: ["--start-child"],
      input: .bytes([]))
    #expect(result.status == .exited(0))
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains("SigBlk:\t0000000000000000"))
    let ignored = lines.first { $0.hasPrefix("SigIgn:") }?.split(separator: "\t").last
    let bits = try #require(ignored.flatMap { UInt64($0, radix: 16) })
    #expect(bits & 1 << (13 - 1) == 0)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [Int])
  func randomBytesNeitherCrashNorReachAnAnswer(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let terminal = try PseudoTerminal.probe("--maximum=100")
    // Without Ctrl-D, which ends the program as it should.
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
      .filter { $0 != 0x04 }
    terminal.send(bytes)
    // Ends whatever key or paste is half done.
    terminal.send("\u{1B}\\\u{1B}[201~\u{3}")
    terminal.send("\u{15}done\r")
    try terminal.expect("=> line \"done\"\n")
    #expect(!terminal.outcomes.contains { $0.contains("{1b}") })
    for outcome in terminal.outcomes { #expect(!Self.holdsUnsafeScalar(outcome), "\(outcome)") }
  }

  private static func holdsUnsafeScalar(_ outcome: String) -> Bool {
    outcome.split(separator: "{").dropFirst().contains { part in
      guard let value = UInt32(part.prefix { $0 != "}" }, radix: 16) else { return true }
      return value < 0x20 || 0x7F...0x9F ~= value || 0x202A...0x202E ~= value
    }
  }
}
