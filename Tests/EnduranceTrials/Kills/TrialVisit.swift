import Foundation
import TerminalTesting

/// A person at the real program, who reads the screen and types.
final class TrialVisit {
  private let terminal: PseudoTerminal
  private var promptCount = 0

  /// Each time the editor is ready for a line it asks the terminal to mark pastes.
  private static let ready = Array("\u{1B}[?2004h".utf8)

  /// A visit that did not go as it should.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  init(_ plan: KillPlan, _ arguments: [String]) throws {
    terminal = try PseudoTerminal(
      executable: plan.program,
      arguments: arguments + ["--store", plan.store, "--output", "\(plan.folder)/out"],
      environment: [
        "HOME": plan.folder, "TMPDIR": plan.folder, "INTAKE_QUESTIONNAIRES": plan.questionnaires,
      ])
  }

  /// What was written so far.
  var text: String { terminal.text }

  /// The resume code, once it was shown.
  var code: String? {
    terminal.text.firstMatch(of: /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/).map { String($0.0) }
  }

  /// Whether the program waits for a line that it has not got yet.
  private var isReady: Bool {
    readyCount > promptCount && terminal.screen.rows[terminal.screen.cursorRow].contains(">")
  }

  private var readyCount: Int {
    var count = 0
    var rest = terminal.rawOutput[...]
    while let start = rest.firstIndex(of: 0x1B) {
      rest = rest[start...]
      if rest.starts(with: Self.ready) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }

  /// Waits until the program asks for a line, or has ended.
  ///
  /// - Returns: Whether it asks.
  func waitForPrompt() throws -> Bool {
    do {
      var hasEnded = false
      try terminal.expectScreen("a prompt", within: .seconds(60)) { _ in
        hasEnded = self.terminal.process.statusIfEnded() != nil
        return self.isReady || hasEnded
      }
      return !hasEnded || isReady
    } catch { throw Fault(description: "\(error)") }
  }

  /// Types a line with Enter.
  func enter(_ line: String) {
    promptCount = readyCount
    terminal.send("\(line)\r")
  }

  /// Types without Enter.
  func type(_ text: String) { terminal.send(text) }

  /// Waits for the next question, paging on and passing what stands before it.
  ///
  /// - Returns: Its number; the number of questions where the answers are to be checked.
  func waitForQuestion(of form: TrialForm) throws -> Int {
    var isReview = false
    for _ in 0..<24 {
      guard try waitForPrompt() else {
        throw Fault(description: "it ended by itself:\n\(terminal.screen)")
      }
      let screen = terminal.screen.description
      isReview = isReview || screen.contains("Check your answers")
      if screen.contains("Press Enter for more") {
        enter("")
        continue
      }
      if isReview { return form.count }
      if let number = TrialForm.lastQuestion(in: screen) { return number }
      enter("")
    }
    throw Fault(description: "no question comes:\n\(terminal.screen)")
  }

  /// Kills the program and reads what it had still written.
  func kill() throws {
    terminal.process.signal(SIGKILL)
    _ = try terminal.waitForExit()
  }

  /// Waits for the end.
  func waitForExit() throws -> ProcessEnding { try terminal.waitForExit(within: .seconds(60)) }
}
