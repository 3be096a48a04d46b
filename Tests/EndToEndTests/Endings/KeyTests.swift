import TerminalTesting
import Testing

/// Keys that end or stop other programs.
@Suite struct KeyTests {
  private func visit(in folder: WorkFolder, _ options: [String] = []) throws -> Visit {
    try folder.write(Forms.short, to: "form.json")
    return try Visit(["interview", "form.json", "--output", "out.txt"] + options, in: folder)
  }

  @Test(arguments: [[], ["--plain"]])
  func controlCAsksAgainAndKeepsTheLine(_ options: [String]) throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder, options)
    _ = try visit.read()
    visit.type("An")
    try visit.terminal.expectScreen("the line") { $0.rows[$0.cursorRow] == "> An" }
    visit.press("\u{03}")
    let again = try visit.read()
    #expect(again.contains("To stop here, type stop."))
    #expect(again.contains("What is your name?"))
    try visit.terminal.expectScreen("the line") { $0.rows[$0.cursorRow] == "> An" }
    visit.send("a")
    try visit.answer("Do you have pets?", with: "no")
    try visit.answer("Check your answers", with: "0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    #expect(try folder.text(of: "out.response.json").contains("\"Ana\""))
  }

  /// Ctrl-Z, Ctrl-\, Ctrl-S, Ctrl-Q, Ctrl-V, Ctrl-O, Ctrl-X and NUL.
  @Test(arguments: ["\u{1A}", "\u{1C}", "\u{13}", "\u{11}", "\u{16}", "\u{0F}", "\u{18}", "\0"])
  func otherControlKeysDoNothing(_ key: String) throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder)
    _ = try visit.read()
    visit.type("A\(key)na")
    try visit.terminal.expectScreen("the line") { $0.rows[$0.cursorRow] == "> Ana" }
    visit.send("")
    try visit.answer("Do you have pets?", with: "no")
    try visit.answer("Check your answers", with: "0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    #expect(try folder.text(of: "out.response.json").contains("\"Ana\""))
  }

  /// Signals from the keyboard's job control, sent by another process, stop nothing either.
  @Test(arguments: [Int32(20), 3, 2])
  func signalsOfTheKeyboardStopNothing(_ signal: Int32) throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder)
    _ = try visit.read()
    visit.terminal.process.signal(signal)
    visit.send("Ana")
    // SIGINT asks again, as Ctrl-C does.
    let next = try visit.read()
    #expect(next.contains("Do you have pets?") || next.contains("To stop here, type stop."))
  }

  @Test func controlDOnAnEmptyLineIsTheEndOfTheInput() throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder)
    try visit.answer("What is your name?", with: "Ana")
    _ = try visit.read()
    visit.press("\u{04}")
    #expect(try visit.terminal.waitForExit() == .exited(3))
    #expect(visit.terminal.state == .usual)
    #expect(folder.names.count == 2)
  }
}
