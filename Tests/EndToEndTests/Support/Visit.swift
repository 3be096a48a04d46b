import TerminalTesting
import Testing

/// A person at a terminal who reads each screen and types a line.
///
/// Every screen is held to what must be true of all of them.
final class Visit {
  let terminal: PseudoTerminal
  /// Stays as long as the program may use it.
  private let folder: WorkFolder
  private let size: ScreenSize
  private let isPlain: Bool
  private var promptCount = 0
  private var mark = 0

  /// Each time the editor is ready for a line it asks the terminal to mark pastes.
  private static let ready = Array("\u{1B}[?2004h".utf8)

  /// Words that would tell a patient what the program makes of the answers.
  private let judgement =
    /\b(score|scored|scores|flag|flags|flagged|band|bands|high-risk|severe|severity)\b/
    .ignoresCase()

  /// Where answers are while they are given.
  enum Keeping {
    /// Nowhere but in the program.
    case nowhere
    /// In the store of records.
    case inStore
  }

  init(
    _ arguments: [String], in folder: WorkFolder, keeping: Keeping = .nowhere,
    size: ScreenSize = ScreenSize(columns: 80, rows: 24), environment: [String: String] = [:]
  ) throws {
    self.size = size
    self.folder = folder
    isPlain = arguments.contains("--plain")
    terminal = try Program.start(
      arguments + (keeping == .nowhere ? ["--no-store"] : []), in: folder,
      environment: environment, size: size)
  }

  /// Waits for the next prompt that takes an answer, paging on; gives what was shown until there in
  /// one line.
  func read() throws -> String {
    var shown: [String] = []
    while true {
      let lines = try readPage()
      shown += lines
      guard lines.last?.hasSuffix("Press Enter for more >") == true else { break }
      send("")
    }
    return shown.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// Types a line.
  func send(_ line: String) { press("\(line)\r") }

  /// Presses keys after which the next screen comes.
  func press(_ keys: String) { press(Array(keys.utf8)) }

  /// Presses keys, as the bytes that a terminal sends, after which the next screen comes.
  func press(_ keys: [UInt8]) {
    promptCount = readyCount
    mark = terminal.rawOutput.count
    terminal.send(keys)
  }

  /// Types into the line, without an end.
  func type(_ text: String) { type(Array(text.utf8)) }

  /// Types bytes into the line, without an end.
  func type(_ bytes: [UInt8]) { terminal.send(bytes) }

  /// Reads the question, which must hold the text, and answers it.
  func answer(_ question: String, with line: String) throws {
    let shown = try read()
    try #require(
      question.isEmpty || shown.contains(question), "expected \"\(question)\" on: \(shown)")
    send(line)
  }

  func answer(_ steps: some Sequence<Transcript.Step>) throws {
    for step in steps { try answer(step.question, with: step.typed) }
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

  private func readPage() throws -> [String] {
    try terminal.expectScreen("a prompt") { screen in
      self.readyCount > self.promptCount
        && screen.rows[screen.cursorRow].firstRange(of: ">") != nil
    }
    let screen = terminal.screen
    let last = screen.rows.lastIndex { !$0.isEmpty }
    #expect(last == screen.cursorRow, "the prompt is not last:\n\(screen)")
    let lines = linesSinceEnter()
    #expect(
      lines.allSatisfy { $0.count <= size.columns }, "wider than the screen:\n\(lines)")
    if !isPlain { #expect(lines.count <= size.rows, "longer than the screen:\n\(lines)") }
    let text = lines.joined(separator: "\n")
    #expect(text.firstMatch(of: judgement) == nil, "\(text)")
    return lines
  }

  /// What was written since Enter was pressed, as on paper without end.
  private func linesSinceEnter() -> [String] {
    var paper = Screen(size: ScreenSize(columns: 200, rows: 120))
    paper.show(terminal.rawOutput[mark...])
    return paper.description.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
