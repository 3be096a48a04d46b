import CTerminal

/// The reading of one line: what each key means, until one ends it.
final class LineSession {
  /// Why the line ended.
  private enum Ending {
    case key(Key)
    case signal(ReceivedSignal)
    case idle
    case disconnected
  }

  /// What came of the line; disconnected until it has ended.
  private(set) var outcome = LineOutcome.disconnected

  private let request: LineRequest
  private let line: EditedLine
  private let keys: KeyReader
  private let output: any TextOutput
  private var operations: [EditingOperation] = []
  private var typed: Unicode.Scalar?
  private var ending: Ending?
  private var wasCut = false

  init(request: LineRequest, line: EditedLine, keys: KeyReader, output: any TextOutput) {
    self.request = request
    self.line = line
    self.keys = keys
    self.output = output
    let prefill = Array(TextSanitizer.sanitized(request.prefill).unicodeScalars)
    if !prefill.isEmpty { insert(prefill, after: 0) }
  }

  /// Waits for what libedit does next.
  func waitForStep() -> EditingStep {
    while true {
      if !operations.isEmpty { return .performOperation }
      if let typed {
        self.typed = nil
        return .insert(typed)
      }
      if let ending {
        outcome = outcome(of: ending)
        return .endLine
      }
      switch keys.next() {
      case .key(let key): take(key)
      case .signal(let signal): end(.signal(signal))
      case .idle: end(.idle)
      case .disconnected: end(.disconnected)
      }
    }
  }

  /// Performs the first operation there is.
  func performOperation() -> terminal_editor_drawing {
    if operations.isEmpty { return terminal_editor_draw_nothing }
    switch operations.removeFirst() {
    case .insert(let text):
      line.insert(text)
    case .replaceAll(let text):
      line.perform(.deleteAll)
      line.insert(Array(text.unicodeScalars))
    case .edit(let command):
      line.perform(command)
      if command.onlyMoves { return terminal_editor_draw_cursor }
    case .list(let lines):
      try? output.write(lines.map { "\r\n" + $0 }.joined() + "\r\n")
      terminal_editor_draw_below(line.editor)
      return terminal_editor_draw_nothing
    }
    return terminal_editor_draw_line
  }

  private func take(_ key: Key) {
    switch key {
    case .text(let first): takeText([first] + keys.takeText())
    case .edit(let command):
      if command == .deleteAll { wasCut = false }
      operations.append(.edit(command))
    case .complete: complete()
    case .endOrDelete where line.count > 0: operations.append(.edit(.deleteForward))
    case .enter, .back, .help, .interrupt, .redraw, .endOrDelete: end(.key(key))
    }
  }

  private func takeText(_ text: [Unicode.Scalar]) {
    if text == ["?"] && line.count == 0 && request.questionMark == .asksForHelp {
      end(.key(.help))
    } else {
      insert(text, after: line.count)
    }
  }

  private func insert(_ text: [Unicode.Scalar], after count: Int) {
    let room = max(0, request.maximumLength - count)
    if text.count > room { wasCut = true }
    let fitting = Array(text.prefix(room))
    if let only = fitting.first, fitting.count == 1, TextWidth.columns(of: only) > 0 {
      // libedit echoes this without drawing the line again.
      typed = only
    } else if !fitting.isEmpty {
      operations.append(.insert(fitting))
    }
  }

  private func complete() {
    let typed = line.text
    let completions = CompletionList(request.completions(TextSanitizer.sanitized(typed)))
    if let longer = completions.extending(typed) {
      operations.append(
        .replaceAll(with: String(longer.unicodeScalars.prefix(request.maximumLength))))
      return
    }
    let lines = completions.lines(fitting: .current(), unlisted: request.unlistedCompletions)
    if !lines.isEmpty { operations += [.edit(.moveToEnd), .list(lines)] }
  }

  /// Ends the line, with the cursor below all of it.
  private func end(_ ending: Ending) {
    self.ending = ending
    operations.append(.edit(.moveToEnd))
  }

  private func outcome(of ending: Ending) -> LineOutcome {
    let draft = TextSanitizer.sanitized(line.text)
    switch ending {
    case .key(.enter): return wasCut ? .cut(draft: draft) : .line(draft)
    case .key(.back): return .back(draft: draft)
    case .key(.help): return .help(draft: draft)
    case .key(.interrupt), .signal(.interrupt): return .interrupted(draft: draft)
    case .key(.endOrDelete): return .endOfInput
    case .key, .signal(.screenChanged): return .redraw(draft: draft)
    case .signal(.termination(let signal)): return .terminated(signal)
    case .idle: return .idle(draft: draft, after: keys.activity)
    case .disconnected: return .disconnected
    }
  }
}
