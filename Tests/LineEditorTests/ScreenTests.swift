import TerminalTesting
import Testing

/// The screen that tests look at shows what a terminal would show.
@Suite struct ScreenTests {
  @Test(arguments: [
    ("abc", ["abc", "", ""], 0, 3), ("ab\r\ncd", ["ab", "cd", ""], 1, 2),
    ("ab\ncd", ["ab", "  cd", ""], 1, 4), ("abc\rX", ["Xbc", "", ""], 0, 1),
    ("abc\u{8}\u{8}X", ["aXc", "", ""], 0, 2), ("a\tb", ["a       b", "", ""], 0, 9),
    // Wrapping: the cursor stays at the margin until one more character comes.
    ("0123456789", ["0123456789", "", ""], 0, 9),
    ("0123456789\r\nx", ["0123456789", "x", ""], 1, 1),
    ("0123456789a", ["0123456789", "a", ""], 1, 1), ("012345678山", ["012345678", "山", ""], 1, 2),
    ("山e\u{301}x", ["山e\u{301}x", "", ""], 0, 4),
    // Scrolling.
    ("a\r\nb\r\nc\r\nd", ["b", "c", "d"], 2, 1),
    // Movement and erasing.
    ("abcdef\u{1B}[3DX", ["abcXef", "", ""], 0, 4), ("abc\u{1B}[2GX", ["aXc", "", ""], 0, 2),
    ("a\r\nb\u{1B}[AX", ["aX", "b", ""], 0, 2), ("\u{1B}[2;3HX\u{1B}[H", ["", "  X", ""], 0, 0),
    ("abcdef\u{1B}[4G\u{1B}[K", ["abc", "", ""], 0, 3),
    ("abcdef\u{1B}[4G\u{1B}[1K", ["    ef", "", ""], 0, 3),
    ("ab\r\ncd\u{1B}[A\u{1B}[J", ["ab", "", ""], 0, 2), ("ab\u{1B}[2J", ["", "", ""], 0, 2),
    ("abcdef\u{1B}[2G\u{1B}[2P", ["adef", "", ""], 0, 1),
    ("abcdef\u{1B}[2G\u{1B}[2@", ["a  bcdef", "", ""], 0, 1),
    // What is not shown.
    ("\u{1B}[1mbold\u{1B}[0m", ["bold", "", ""], 0, 4),
    ("\u{1B}]0;title\u{7}x", ["x", "", ""], 0, 1), ("a\u{7}b", ["ab", "", ""], 0, 2),
  ])
  func shows(_ output: String, _ rows: [String], _ row: Int, _ column: Int) {
    var screen = Screen(size: ScreenSize(columns: 10, rows: 3))
    screen.show(output.utf8)
    #expect(screen.rows == rows)
    #expect(screen.cursorRow == row)
    #expect(screen.cursorColumn == column)
  }

  @Test func modesAreRemembered() {
    var screen = Screen(size: ScreenSize(columns: 10, rows: 3))
    screen.show("\u{1B}[?2004h\u{1B}[?25;7h\u{1B}[?7l".utf8)
    #expect(screen.modes == [2004, 25])
  }

  @Test func anotherSizeKeepsTheCursorsRow() {
    var screen = Screen(size: ScreenSize(columns: 10, rows: 3))
    screen.show("one\r\ntwo\r\nthree".utf8)
    screen.resize(to: ScreenSize(columns: 4, rows: 2))
    #expect(screen.rows == ["two", "thre"])
    #expect(screen.cursorRow == 1)
  }

  @Test func aMissingTextIsReportedWithTheScreen() throws {
    let terminal = try PseudoTerminal(executable: "/bin/echo", arguments: ["hello"])
    try terminal.expect("hello")
    let error = #expect(throws: PseudoTerminalError.self) {
      try terminal.expect("hello", within: .milliseconds(1))
    }
    #expect(error.map { "\($0)" }?.contains("The screen:\nhello") == true)
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
