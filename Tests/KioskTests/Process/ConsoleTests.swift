import LineEditor
import TerminalTesting
import Testing

@testable import Kiosk

@Suite("The terminal between two people")
struct ConsoleTests {
  @Test("modes, screen and what is above it are cleared")
  func cleaning() {
    let output = MemoryOutput()
    var screen = Screen(size: ScreenSize(columns: 80, rows: 24))
    screen.show(Array("\u{1B}[?2004h\u{1B}[?1000hsecret\nsecret".utf8))
    Console(output: output, descriptor: -1).clean()
    screen.show(Array(output.text.utf8))
    #expect(screen.description.isEmpty && screen.modes.isDisjoint(with: [2004, 1000]))
    #expect(screen.cursorRow == 0 && screen.cursorColumn == 0)
    #expect(output.text.hasSuffix("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
  }

  @Test("a text is shown without control characters")
  func show() {
    let output = MemoryOutput()
    Console(output: output, descriptor: -1).show("one\ntwo\u{1B}[2J")
    #expect(output.text.hasPrefix(Console.cleaning))
    let text = output.text.dropFirst(Console.cleaning.count)
    #expect(!text.contains("\u{1B}") && text.hasPrefix("one\r\ntwo"))
  }
}
