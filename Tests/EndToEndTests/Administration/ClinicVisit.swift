import TerminalTesting
import Testing

/// Somebody of a clinic at the real program's terminal, with a store in a folder of its own.
final class ClinicVisit {
  static let passphrase = "four words nobody guesses"
  /// The lines of the recovery sheet, once set-up has shown them.
  private(set) var sheet: [String] = []
  let folder: WorkFolder
  let store: String

  init() throws {
    folder = try WorkFolder()
    store = folder.path("records")
  }

  private func arguments(_ command: [String], in store: String?) -> [String] {
    command + ["--store", store ?? self.store]
  }

  /// Runs a command that asks nothing.
  func run(_ command: String..., in store: String? = nil) throws -> PipedProcess {
    try Program.run(arguments(command, in: store), in: folder)
  }

  /// Runs a command at a terminal, answering each prompt in its turn; gives all that was shown.
  ///
  /// - Parameters:
  ///   - answers: Words of each prompt with what is typed there.
  ///   - status: How the program has to end.
  @discardableResult
  func talk(
    _ command: [String], in store: String? = nil, _ answers: [(prompt: String, typed: String)],
    status: ProcessEnding = .exited(0)
  ) throws -> String {
    let terminal = try Program.start(arguments(command, in: store), in: folder)
    for (prompt, typed) in answers {
      try terminal.expect(prompt, within: .seconds(60))
      terminal.send(typed + "\r")
    }
    #expect(try terminal.waitForExit(within: .seconds(60)) == status)
    return String(decoding: terminal.rawOutput, as: UTF8.self)
  }

  /// Sets the clinic up, with the sheet written down from the screen and typed back.
  ///
  /// - Parameter stop: The prompt at which the person stops with Ctrl-C, if they do.
  @discardableResult
  func setUp(stoppingAt stop: String? = nil) throws -> String {
    let terminal = try Program.start(arguments(["setup"], in: nil), in: folder)
    var steps: [(prompt: String, typed: () -> String)] = [
      ("go on >", { "" }), ("go on >", { "" }), ("know it >", { "Ana Example" }),
      ("New passphrase of Ana Example >", { Self.passphrase }),
      ("The same again >", { Self.passphrase }), ("to print it? (yes/no)", { "no" }),
      ("go on >", { "" }), ("go on >", { "" }),
    ]
    for number in 1...4 {
      steps.append(("Line \(number) of 4 >", { self.sheet.isEmpty ? "" : self.sheet[number - 1] }))
    }
    steps.append(("where each will be? (yes/no)", { "yes" }))
    for (prompt, typed) in steps {
      try terminal.expect(prompt, within: .seconds(60))
      if prompt == stop {
        terminal.send("\u{3}")
        #expect(try terminal.waitForExit(within: .seconds(60)) == .exited(3))
        return String(decoding: terminal.rawOutput, as: UTF8.self)
      }
      if prompt.hasPrefix("Line 1") { sheet = Self.lines(in: terminal.rawOutput) }
      terminal.send(typed() + "\r")
    }
    #expect(try terminal.waitForExit(within: .seconds(60)) == .exited(0))
    return String(decoding: terminal.rawOutput, as: UTF8.self)
  }

  /// The lines of the sheet that a screen showed.
  private static func lines(in output: [UInt8]) -> [String] {
    String(decoding: output, as: UTF8.self).matches(of: /\ \ [1-4]\.\ \ ([0-9A-Z-]+)/)
      .map { String($0.1) }
  }

  /// What somebody types who shows who they are.
  static func passphrase(
    of name: String, _ passphrase: String = ClinicVisit.passphrase
  ) -> (prompt: String, typed: String) {
    ("Passphrase of \(name) >", passphrase)
  }

  /// What somebody types who sets a new passphrase.
  static func newPassphrase(
    of name: String, _ passphrase: String
  ) -> [(prompt: String, typed: String)] {
    [("New passphrase of \(name) >", passphrase), ("The same again >", passphrase)]
  }
}
