import TerminalTesting

extension PseudoTerminal {
  /// Starts the program that reads lines by the line editor and prints what came of each.
  static func probe(
    _ arguments: String..., environment: [String: String] = [:],
    size: ScreenSize = ScreenSize(columns: 80, rows: 24)
  ) throws -> PseudoTerminal {
    try probe(arguments, environment: environment, size: size)
  }

  /// Starts that program with a list of arguments, its output to a file when one is named.
  static func probe(
    _ arguments: [String], environment: [String: String] = [:],
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

extension PseudoTerminal {
  /// What the probe printed of each line so far.
  var outcomes: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("=> ") }.map { String($0.dropFirst(3)) }
  }

  /// What the probe printed of the last line.
  var lastOutcome: String? { outcomes.last }

  /// The processes the probe has started and that still run.
  var childProcesses: String {
    let identifier = process.identifier
    return (try? TemporaryFolder.contents(of: "/proc/\(identifier)/task/\(identifier)/children"))
      ?? "unreadable"
  }

  /// The signals the probe has blocked, the first as the lowest bit.
  var blockedSignals: UInt64 {
    get throws {
      let status = try TemporaryFolder.contents(of: "/proc/\(process.identifier)/status")
      let line = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
      return line.flatMap { UInt64($0.split(separator: "\t")[1], radix: 16) } ?? 0
    }
  }
}
