import Interview
import LineEditor

/// Tells somebody of the clinic things at a terminal, and asks them.
final class StaffTerminal {
  private let reader: any LineReader
  private let output: any TextOutput
  private let clears: Bool
  private let size: () -> TerminalSize

  /// The widest line that is easy to read.
  private static let widest = 78
  /// A passphrase may be a sentence.
  private static let longestLine = 400

  /// Why a question was not answered.
  enum Interruption: Error, Equatable {
    /// The person stopped, or the terminal went away.
    case stopped
    /// Nothing can be hidden here: this is no terminal.
    case cannotHide
  }

  /// Makes a terminal.
  ///
  /// - Parameters:
  ///   - clears: Whether the output is a screen that can be cleared.
  ///   - size: The size of the screen at the moment.
  init(
    reader: any LineReader, output: any TextOutput, clears: Bool = true,
    size: @escaping () -> TerminalSize = { .current() }
  ) {
    self.reader = reader
    self.output = output
    self.clears = clears
    self.size = size
  }

  // MARK: - Telling

  /// Writes paragraphs, with their lines broken between words.
  func say(_ paragraphs: String...) {
    for paragraph in paragraphs {
      let width = min(Self.widest, size().columns - 1)
      let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { TextWrapping.lines(of: TextSanitizer.sanitized(String($0)), width: width) }
      write(lines.joined(separator: "\n") + "\n\n")
    }
  }

  /// Says what is wrong and how to mend it.
  func complain(_ message: String) { say(ErrorReport.prefix + message) }

  /// Writes lines as they are.
  func show(_ lines: [String]) {
    write(lines.map { TextSanitizer.sanitized($0) }.joined(separator: "\n") + "\n\n")
  }

  /// Clears the screen and what can be scrolled back to.
  func clear() {
    if clears { write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
  }

  // Whoever cannot read cannot answer either: the next question ends it.
  private func write(_ text: String) { try? output.write(text) }

  // MARK: - Asking

  /// Asks until something is typed; gives it without blanks around it.
  func ask(_ prompt: String) throws(Interruption) -> String {
    while true {
      let line = try readLine(LineRequest(prompt: Prompt(prompt), maximumLength: Self.longestLine))
      let text = line.trimmingBlanks
      if !text.isEmpty { return text }
    }
  }

  /// Asks for something that is not shown.
  func askHidden(_ prompt: String) throws(Interruption) -> String {
    try readLine(
      LineRequest(prompt: Prompt(prompt), visibility: .hidden, maximumLength: Self.longestLine))
  }

  /// Asks for yes or no.
  func askYesOrNo(_ prompt: String) throws(Interruption) -> Bool {
    while true {
      switch try ask("\(prompt) (yes/no)").lowercased() {
      case "yes", "y": return true
      case "no", "n": return false
      default: say("Please type yes or no.")
      }
    }
  }

  /// Waits until what is on the screen was read.
  func waitForEnter(_ prompt: String = "Press Enter to go on >") throws(Interruption) {
    _ = try readLine(
      LineRequest(prompt: Prompt(prompt), maximumLength: Self.longestLine, typeAhead: .dropped))
    write("\n")
  }

  private func readLine(_ request: LineRequest) throws(Interruption) -> String {
    while true {
      switch reader.readLine(request) {
      case .line(let line): return line
      case .cut: say("That is too long.")
      case .back, .help, .redraw, .idle: continue
      case .interrupted, .endOfInput, .disconnected, .terminated: throw .stopped
      case .cannotHide: throw .cannotHide
      }
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
