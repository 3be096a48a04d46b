import CTerminal

/// Reads lines a person edits on a terminal, by libedit.
///
/// Keys are understood here, by ``KeyDecoder``, and libedit is only told what to do with its line.
/// So no key can reach what libedit can do besides: another editor, a history, a file. Make a new
/// editor for every person, and close it: libedit keeps the text it edited until then.
public final class TerminalLineEditor: LineReader {
  private let terminal: Terminal
  private let keys: KeyReader
  private let output = DescriptorOutput()
  private var editor: OpaquePointer?
  private var session: LineSession?

  /// A person sits at the terminal.
  public let isInteractive = true

  /// Creates an editor on standard input and output.
  ///
  /// - Parameters:
  ///   - terminal: What is known about the terminal; both ends must be one.
  ///   - signals: The signals of the process.
  /// - Throws: ``TerminalError/editingUnavailable(terminalKind:)`` when libedit cannot work with it.
  public init(terminal: Terminal, signals: ProcessSignals) throws(TerminalError) {
    self.terminal = terminal
    let channel = InputChannel(descriptor: 0, signals: signals)
    keys = KeyReader(channel: channel, escapeDelay: terminal.escapeDelay)
    let delegate = terminal_editor_delegate(
      wait_for_step: { context in
        Unmanaged<TerminalLineEditor>.fromOpaque(context).takeUnretainedValue().waitForStep()
      },
      perform_operation: { context in
        Unmanaged<TerminalLineEditor>.fromOpaque(context).takeUnretainedValue().performOperation()
      })
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard terminal.isInteractive,
      let editor = terminal_editor_create(terminal.kind, delegate, context)
    else { throw .editingUnavailable(terminalKind: terminal.kind) }
    self.editor = editor
  }

  deinit {
    close()
  }

  /// Gives the terminal back as it was found and forgets all text.
  public func close() {
    if let editor { terminal_editor_destroy(editor) }
    editor = nil
  }

  /// Asks for one line and waits for it.
  ///
  /// The cursor stands at the start of a new line afterwards.
  ///
  /// - Parameter request: The prompt, the text already in the line, and what is allowed.
  /// - Returns: What happened.
  public func readLine(_ request: LineRequest) -> LineOutcome {
    guard let editor else { return .disconnected }
    // What is dropped was typed before anything shows that the line is ready.
    keys.beginLine(
      idleLimit: request.idleLimit, typeAhead: request.typeAhead,
      whileWaiting: request.whileWaiting)
    setsBracketedPaste(.on)
    defer { setsBracketedPaste(.off) }
    if request.visibility == .hidden {
      return HiddenLineReader(keys: keys, output: output).readLine(request)
    }
    let session = LineSession(
      request: request, line: EditedLine(editor: editor), keys: keys, output: output)
    self.session = session
    defer { self.session = nil }
    let prompt = terminal.colour == .allowed ? request.prompt.rendered : request.prompt.text
    terminal_editor_run(editor, prompt)
    try? output.write("\r\n")
    return session.outcome
  }

  private func waitForStep() -> UInt32 {
    switch session?.waitForStep() ?? .endLine {
    case .insert(let scalar): scalar.value
    case .performOperation: terminal_editor_perform_operation.rawValue
    case .endLine: terminal_editor_end_line.rawValue
    }
  }

  private func performOperation() -> terminal_editor_drawing {
    session?.performOperation() ?? terminal_editor_draw_nothing
  }

  private enum BracketedPaste: String {
    case on = "\u{1B}[?2004h"
    case off = "\u{1B}[?2004l"
  }

  /// Asks the terminal to mark a paste, so that a line break in it is no Enter.
  private func setsBracketedPaste(_ state: BracketedPaste) {
    if terminal.kind != "dumb" { try? output.write(state.rawValue) }
  }
}
