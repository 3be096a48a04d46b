import TerminalTesting

extension PseudoTerminal {
  /// Starts the program that reads lines by the line editor and prints what came of each.
  static func probe(
    _ arguments: String..., environment: [String: String] = [:],
    size: ScreenSize = ScreenSize(columns: 80, rows: 24), standardOutput: String? = nil
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      executable: BuiltProduct.path("LineEditorProbe"), arguments: arguments,
      environment: environment, size: size, standardOutput: standardOutput)
    if standardOutput == nil {
      try terminal.expect("ready\n")
      try terminal.expect("> ")
    }
    return terminal
  }
}
