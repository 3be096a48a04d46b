import LineEditor

/// Shows pages that are no part of a conversation, such as those before its first question, and reads
/// the line that answers each.
public final class PageDialogue {
  /// How pages are shown; a person can ask for text that is only ever added below.
  public private(set) var presentation: Terminal.Presentation
  private let reader: any LineReader
  private let output: any TextOutput
  private let display: Display
  private let writer: PageWriter
  private let alerts: (any AlertSink)?
  private let wording = Wording.english
  private let maximumLength = 100

  /// Makes a dialogue.
  ///
  /// - Parameter alerts: The calls for staff, which are repeated while a line is waited for.
  public init(
    reader: any LineReader, output: any TextOutput, display: Display,
    alerts: (any AlertSink)? = nil
  ) {
    presentation = display.presentation
    self.reader = reader
    self.output = output
    self.display = display
    self.alerts = alerts
    writer = PageWriter(output: output, display: display)
  }

  /// Shows a page that waits for Enter; what else is typed means nothing.
  public func present(_ blocks: [Block]) throws(PageInterruption) {
    _ = try ask(blocks, prompt: wording.continuePrompt)
  }

  /// Shows a page and waits for a line, which is given without the spaces around it.
  public func ask(_ blocks: [Block]) throws(PageInterruption) -> String {
    try ask(blocks, prompt: wording.answerPrompt)
  }

  /// Shows a page that nothing is asked on.
  public func show(_ blocks: [Block]) throws(PageInterruption) {
    for lines in writer.pages(of: blocks, questionStart: 0, presentation: presentation) {
      try write(lines)
    }
  }

  /// The line that tells how to ask for text that a screen reader can follow, where it is of use.
  public var plainHint: [Block] {
    presentation == .styled && display.isInteractive ? [.text(wording.plainHint)] : []
  }

  private func ask(_ blocks: [Block], prompt: String) throws(PageInterruption) -> String {
    while true {
      let pages = writer.pages(
        of: blocks, questionStart: blocks.count, presentation: presentation)
      var isLost = false
      for (index, lines) in pages.enumerated() where !isLost {
        let isLast = index == pages.count - 1
        try write(lines)
        guard let line = try read(isLast ? prompt : wording.morePrompt) else {
          isLost = true
          continue
        }
        if asksForPlainText(line) {
          presentation = .plain
          isLost = true
        } else if isLast || !line.isEmpty {
          return line
        }
      }
    }
  }

  private func asksForPlainText(_ line: String) -> Bool {
    CommandReader(wording: wording).read(line, for: nil) == .command(.plain)
  }

  /// A line, or nil when the page has to be shown again.
  private func read(_ prompt: String) throws(PageInterruption) -> String? {
    let alerts = alerts
    // Enter that was pressed twice must not take a page away unseen.
    let outcome = reader.readLine(
      LineRequest(
        prompt: Prompt(prompt), maximumLength: maximumLength, typeAhead: .dropped,
        whileWaiting: { alerts?.repeatCalls() }))
    switch outcome {
    case .line(let line):
      try echo(line, prompt)
      return line.trimmed
    case .cut(let line): return line.trimmed
    case .back, .help, .interrupted, .redraw, .idle: return nil
    case .endOfInput, .cannotHide: throw PageInterruption(.endOfInput)
    case .disconnected: throw PageInterruption(.disconnected)
    case .terminated(let signal): throw PageInterruption(.terminated(signal))
    }
  }

  /// Without an editor that shows what is typed, the line is written down so that it can be read.
  private func echo(_ line: String, _ prompt: String) throws(PageInterruption) {
    guard !reader.isInteractive else { return }
    do {
      try output.write("\(prompt)\(line)\n")
    } catch { throw PageInterruption(.outputGone(error)) }
  }

  private func write(_ lines: [String]) throws(PageInterruption) {
    do {
      try writer.write(lines, presentation: presentation)
    } catch { throw PageInterruption(.outputGone(error)) }
  }
}
