import TerminalTesting
import Testing

@Suite struct TerminalLineEditorEditingTests {
  @Test(arguments: [
    ("Müller\r", "line \"M{fc}ller\"")
  ])
  func typedKeys(_ keys: String, give outcome: String) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send(keys)
    try terminal.expect("=> \(outcome)\n")
  }
}
