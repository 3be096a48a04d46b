import TerminalTesting

/// The program under test, run in a folder of its own with the questionnaires of this package.
enum Program {
  /// The top folder of this package.
  static let package: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static let questionnaires = "\(package)/Questionnaires"

  /// The shell goes to the test's folder and then becomes the program, with the usual signals
  /// whatever the runner of the tests ignores.
  private static func command(
    _ arguments: [String], in folder: WorkFolder, after preparation: String
  ) -> [String] {
    [
      "-c", "cd \"$1\" && shift && \(preparation) exec env --default-signal \"$@\"", "sh",
      folder.path,
      BuiltProduct.path("intake"),
    ] + arguments
  }

  private static func environment(
    _ added: [String: String], in folder: WorkFolder
  ) -> [String: String] {
    ["INTAKE_QUESTIONNAIRES": questionnaires, "HOME": folder.path, "TMPDIR": folder.path]
      .merging(added) { $1 }
  }

  /// Runs the program to its end with files instead of a terminal.
  ///
  /// - Parameter preparation: What the shell does first, such as `ulimit -f 1;`.
  static func run(
    _ arguments: [String], in folder: WorkFolder, input: String = "",
    environment: [String: String] = [:], after preparation: String = ""
  ) throws -> PipedProcess {
    try PipedProcess(
      executable: "/bin/sh", arguments: command(arguments, in: folder, after: preparation),
      environment: self.environment(environment, in: folder), input: .bytes(Array(input.utf8)))
  }

  /// Starts the program on a terminal.
  static func start(
    _ arguments: [String], in folder: WorkFolder, environment: [String: String] = [:],
    size: ScreenSize = ScreenSize(columns: 80, rows: 24)
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      executable: "/bin/sh", arguments: command(arguments, in: folder, after: ""),
      environment: self.environment(environment, in: folder), size: size)
  }
}

extension PipedProcess {
  /// The lines of standard error.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}
