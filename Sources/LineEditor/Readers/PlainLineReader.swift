import Glibc

/// Reads lines from a pipe or a file, or from a terminal whose output goes elsewhere.
///
/// Nothing is edited and nothing completed. Lines end in LF or CR LF; the last may lack its end.
/// What is no UTF-8 becomes U+FFFD. Idle limit and signals work as in ``TerminalLineEditor``.
public final class PlainLineReader: LineReader {
  private let channel: InputChannel
  private let prompts: (any TextOutput)?
  private let inputIsTerminal: Bool
  private let escapeDelay: Duration
  private var splitter = LineSplitter()
  private var state = State.open

  private enum State {
    case open
    case ended
    case closed
  }

  /// No person edits a line here.
  public let isInteractive = false

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - terminal: What is known about the terminal.
  ///   - signals: The signals of the process.
  ///   - descriptor: The descriptor to read from.
  ///   - prompts: Where prompts go; nothing shows none.
  public init(
    terminal: Terminal, signals: ProcessSignals, descriptor: Int32 = 0,
    prompts: (any TextOutput)? = nil
  ) {
    channel = InputChannel(descriptor: descriptor, signals: signals)
    self.prompts = prompts
    inputIsTerminal = descriptor == 0 && terminal.inputIsTerminal
    escapeDelay = terminal.escapeDelay
  }

  /// Gives the next line.
  ///
  /// - Parameter request: Prefill, completions and the key for help do not matter here.
  /// - Returns: What happened. The end of the input is never an answer.
  public func readLine(_ request: LineRequest) -> LineOutcome {
    switch state {
    case .closed: return .disconnected
    case .ended: return .endOfInput
    case .open: break
    }
    if request.visibility == .hidden { return readHiddenLine(request) }
    try? prompts?.write(request.prompt.text)
    return readShownLine(request)
  }

  /// Ends the reading.
  public func close() {
    state = .closed
  }

  private func readHiddenLine(_ request: LineRequest) -> LineOutcome {
    guard inputIsTerminal, let prompts else { return .cannotHide }
    let keys = KeyReader(channel: channel, escapeDelay: escapeDelay)
    return HiddenLineReader(keys: keys, output: prompts).readLine(request)
  }

  private func readShownLine(_ request: LineRequest) -> LineOutcome {
    if let signal = channel.pendingSignal(), let outcome = outcome(of: signal) { return outcome }
    var activity = LineActivity.noKey
    var deadline = request.idleLimit.map { ContinuousClock.now + $0.beforeFirstKey }
    while true {
      if let line = splitter.nextLine(keeping: request.maximumBytes) {
        return line.outcome(maximumLength: request.maximumLength)
      }
      switch channel.wait(until: deadline, whileWaiting: request.whileWaiting) {
      case .bytes(let bytes):
        splitter.add(bytes)
        activity = .keys
        deadline = request.idleLimit.map { ContinuousClock.now + $0.afterKey }
      case .timeout: return .idle(draft: "", after: activity)
      case .signal(let signal):
        if let outcome = outcome(of: signal) { return outcome }
      case .endOfInput: return end(request, with: .endOfInput)
      case .disconnected: return end(request, with: .disconnected)
      }
    }
  }

  /// A last line without its end is still a line; the end of the input comes after it.
  private func end(_ request: LineRequest, with outcome: LineOutcome) -> LineOutcome {
    state = outcome == .endOfInput ? .ended : .closed
    let last = outcome == .endOfInput ? splitter.lastLine() : nil
    return last?.outcome(maximumLength: request.maximumLength) ?? outcome
  }

  private func outcome(of signal: ReceivedSignal) -> LineOutcome? {
    switch signal {
    case .termination(let signal): .terminated(signal)
    case .interrupt: .interrupted(draft: "")
    case .screenChanged: nil
    }
  }
}
