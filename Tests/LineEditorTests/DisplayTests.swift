import TerminalTesting
import Testing

/// What a person sees while a line is edited.
@Suite struct DisplayTests {
  @Test(arguments: [
    ("plain", [], "plain> ", 7), ("bold", ["--bold"], "bold> ", 6),
    ("日本", ["--bold"], "日本> ", 6), ("Über", ["--bold"], "Über> ", 6),
  ])
  func thePromptLeavesTheCursorInItsPlace(
    _ prompt: String, _ options: [String], _ shown: String, _ column: Int
  ) throws {
    let terminal = try PseudoTerminal.probe(["--prompt=\(prompt)> "] + options)
    try terminal.expectScreen("the prompt") { $0.rows.contains(shown.trimmed) }
    try terminal.expectScreen("the cursor after it") { $0.cursorColumn == column }
    terminal.send("ab\u{1B}[D\u{7F}c")
    try terminal.expectScreen("the edited line") { $0.rows.contains("\(shown)cb") }
    #expect(terminal.screen.cursorColumn == column + 1)
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], true), (["TERM": "xterm-256color", "NO_COLOR": "1"], false),
    (["TERM": "dumb"], false), (["TERM": ""], false), (["TERM": "no-such-terminal"], true),
  ])
  func boldIsUsedWhereAllowed(_ environment: [String: String], _ isBold: Bool) throws {
    let terminal = try PseudoTerminal.probe("--bold", environment: environment)
    terminal.send("a\r")
    try terminal.expect("=> line \"a\"\n")
    let output = String(decoding: terminal.rawOutput, as: UTF8.self)
    #expect(output.contains("\u{1B}[1m") == isBold)
    #expect(!output.contains("No entry"), "libedit complains about the terminal")
  }

  /// A screen reader speaks what is written, so a key is echoed without drawing the line again.
  @Test(arguments: ["dumb", "xterm-256color"])
  func aTypedCharacterIsAllThatIsWritten(_ kind: String) throws {
    let terminal = try PseudoTerminal.probe(environment: ["TERM": kind])
    let before = terminal.rawOutput.count
    for character in "abü山" {
      terminal.send(String(character))
      try terminal.expect(String(character))
    }
    #expect(terminal.rawOutput[before...].elementsEqual("abü山".utf8))
  }

  @Test func aLongLineWraps() throws {
    let size = ScreenSize(columns: 40, rows: 12)
    let terminal = try PseudoTerminal.probe(size: size)
    terminal.send(String(repeating: "0123456789", count: 9))
    try terminal.expectScreen("three rows") {
      $0.rows.contains("> " + String(repeating: "0123456789", count: 4).prefix(38))
        && $0.rows.contains("890123456789")
    }
    terminal.send("\u{1}山\u{5}!\r")
    try terminal.expect("=> line \"{5c71}012345")
  }

  @Test func aWideCharacterIsNotSplitAtTheMargin() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(columns: 11, rows: 12))
    terminal.send("山田太郎山田")
    try terminal.expectScreen("the fifth on the next row") {
      $0.rows.contains("> 山田太郎") && $0.rows.contains("山田")
    }
    terminal.send("\u{7F}\r")
    try terminal.expect("=> line \"{5c71}{7530}{592a}{90ce}{5c71}\"")
  }

  @Test func whatFollowsALineStandsBelowAllOfIt() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(columns: 20, rows: 12))
    terminal.send("0123456789012345678901234\u{1}\u{2}")
    try terminal.expect("=> back \"0123456789")
    try terminal.expectScreen("the outcome below the line") { screen in
      let rows = screen.rows
      guard let first = rows.firstIndex(of: "> 012345678901234567") else { return false }
      return rows[first + 1] == "8901234" && rows[first + 2].hasPrefix("=> back")
    }
  }

  @Test func aShortMatchIsCompleted() throws {
    let terminal = try PseudoTerminal.probe("--complete")
    terminal.send("as\t")
    try terminal.expectScreen("the completed line") { $0.rows.contains("> aspirin") }
    terminal.send("!\r")
    try terminal.expect("=> line \"aspirin!\"\n")
  }

  @Test func severalMatchesAreListedWithTheirExplanations() throws {
    let terminal = try PseudoTerminal.probe("--complete")
    terminal.send("ib\t\t")
    try terminal.expectScreen("the list and the line below") { screen in
      let rows = screen.rows
      guard let first = rows.firstIndex(of: "  ibuprofen         for pain") else { return false }
      return rows[first + 1] == "  ibuprofen retard" && rows[first + 2] == "> ibuprofen"
    }
    terminal.send(" 400\r")
    try terminal.expect("=> line \"ibuprofen 400\"\n")
  }

  @Test func aListThatIsTooLongSaysSo() throws {
    let terminal = try PseudoTerminal.probe(
      "--complete", size: ScreenSize(columns: 40, rows: 12))
    terminal.send("many\t\t")
    try terminal.expect("many 7")
    try terminal.expect("and 33 more")
    try terminal.expectScreen("the line at the end") { $0.contains("> many") }
  }

  @Test func withoutAMatchNothingHappens() throws {
    let terminal = try PseudoTerminal.probe("--complete")
    terminal.send("\txyz\t\r")
    try terminal.expect("=> line \"xyz\"\n")
    #expect(!terminal.rawOutput.contains(0x07))
  }

  @Test func hiddenInputIsNotShown() throws {
    let terminal = try PseudoTerminal.probe("--hidden", "--prompt=Code> ")
    terminal.send("hunter3\u{7F}2\r")
    try terminal.expect("=> line \"hunter2\"\n")
    let shown = terminal.text.split(separator: "\n").first { $0.hasPrefix("Code> ") }
    #expect(shown == "Code> ")
    #expect(terminal.screen.rows.contains("Code>"))
  }

  @Test(arguments: [
    ("a\u{15}b\r", "line \"b\""), ("\u{1B}[200~pass\rword\u{1B}[201~\r", "line \"pass word\""),
    ("x\u{2}", "back \"\""), ("x\u{3}", "interrupted \"\""), ("x\u{1B}", "help \"\""),
    ("x\u{4}\u{C}y\r", "line \"xy\""), ("\u{4}", "endOfInput"),
  ])
  func hiddenInputKnowsTheSameKeys(_ keys: String, _ outcome: String) throws {
    let terminal = try PseudoTerminal.probe("--hidden")
    terminal.send(keys)
    try terminal.expect("=> \(outcome)\n")
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
