import CTerminal

/// Reads a line of which nothing is shown, from the terminal on standard input.
///
/// libedit echoes whatever it edits, so the line is kept here. What was typed before the prompt is
/// dropped: it may have been seen.
struct HiddenLineReader {
  let keys: KeyReader
  let output: any TextOutput

  /// Asks for the line and waits for it.
  func readLine(_ request: LineRequest) -> LineOutcome {
    guard terminal_begin_hidden_input() else { return .cannotHide }
    defer { terminal_end_hidden_input() }
    keys.beginLine(
      idleLimit: request.idleLimit, typeAhead: .dropped, whileWaiting: request.whileWaiting)
    try? output.write(request.prompt.text)
    defer { try? output.write("\r\n") }
    var line = HiddenLine(maximumLength: request.maximumLength)
    defer { line.erase() }
    while true {
      switch keys.next() {
      case .key(let key):
        if let outcome = line.outcome(of: key) { return outcome }
      case .signal(.termination(let signal)): return .terminated(signal)
      case .signal(.interrupt): return .interrupted(draft: "")
      case .signal(.screenChanged): continue
      case .idle: return .idle(draft: "", after: keys.activity)
      case .disconnected: return .disconnected
      }
    }
  }
}
