import Interview
import LineEditor

/// Shows the pages of a kiosk that are no part of an interview, and reads what is typed there.
final class KioskScreen {
  /// How the pages are shown; a person may have chosen text that is only ever added below.
  var presentation: Terminal.Presentation
  let reader: any LineReader
  private let output: any TextOutput
  private let writer: PageWriter
  private let idle: IdlePolicy
  private let alerts: (any AlertSink)?
  private let wording = KioskWording()

  init(
    reader: any LineReader, output: any TextOutput, display: Display, idle: IdlePolicy,
    alerts: (any AlertSink)?
  ) {
    presentation = display.presentation
    self.reader = reader
    self.output = output
    writer = PageWriter(output: output, display: display)
    self.idle = idle
    self.alerts = alerts
  }

  /// Shows a page and waits for a line, without the spaces around it.
  ///
  /// - Throws: ``VisitInterruption`` when none comes.
  func ask(_ page: KioskPage) throws(VisitInterruption) -> String {
    while true {
      let pages = writer.pages(
        of: page.blocks, questionStart: page.blocks.count, presentation: presentation)
      var isRead = true
      for (index, lines) in pages.enumerated() where isRead {
        try write(lines)
        let isLast = index == pages.count - 1
        switch try read(page, isLast: isLast) {
        case .line(let line) where isLast || !line.isEmpty: return line
        case .line: continue
        case .again: isRead = false
        }
      }
    }
  }

  /// Shows a page that nothing is asked on.
  func show(_ blocks: [Block]) throws(VisitInterruption) {
    for lines in writer.pages(of: blocks, questionStart: 0, presentation: presentation) {
      try write(lines)
    }
  }

  private enum Reading {
    case line(String)
    case again
  }

  private func read(_ page: KioskPage, isLast: Bool) throws(VisitInterruption) -> Reading {
    var isWarned = false
    while true {
      let outcome = reader.readLine(request(page, isLast: isLast, isWarned: isWarned))
      switch outcome {
      case .line(let line), .cut(let line): return .line(line.withoutOuterSpaces)
      case .back, .help, .interrupted, .redraw, .endOfInput: return .again
      case .idle(_, let activity):
        guard try warn(page, isWarned, activity) else { return .again }
        // Who typed after a warning is there, and has the whole time again.
        isWarned = activity == .noKey || !isWarned
      case .terminated(let signal): throw .terminated(signal)
      case .disconnected, .cannotHide: throw .terminalGone
      }
    }
  }

  /// Warns whoever may be there; false when the page is to be shown again.
  private func warn(
    _ page: KioskPage, _ isWarned: Bool, _ activity: LineActivity
  ) throws(VisitInterruption) -> Bool {
    switch page.idle {
    case .startsAgain: return false
    case .leaves: throw .nobodyThere
    case .warned:
      if isWarned, activity == .noKey { throw .nobodyThere }
      try write("\n\(wording.areYouThere)\n")
      return true
    }
  }

  private func request(_ page: KioskPage, isLast: Bool, isWarned: Bool) -> LineRequest {
    let alerts = alerts
    return LineRequest(
      prompt: Prompt(isLast ? page.prompt : wording.morePrompt),
      visibility: isLast ? page.visibility : .shown,
      idleLimit: idleLimit(page, isWarned: isWarned), maximumLength: page.maximumLength,
      whileWaiting: { alerts?.repeatCalls() })
  }

  private func idleLimit(_ page: KioskPage, isWarned: Bool) -> IdleLimit? {
    switch page.idle {
    // An empty line waits as long as it takes; one that somebody left half typed must not.
    case .startsAgain:
      IdleLimit(beforeFirstKey: .seconds(86_400), afterKey: idle.beforeWarning)
    case .leaves(let duration): IdleLimit(duration)
    case .warned:
      isWarned
        ? IdleLimit(beforeFirstKey: idle.beforeHiding, afterKey: idle.beforeWarning)
        : IdleLimit(idle.beforeWarning)
    }
  }

  private func write(_ lines: [String]) throws(VisitInterruption) {
    do {
      try writer.write(lines, presentation: presentation)
    } catch { throw .terminalGone }
  }

  private func write(_ text: String) throws(VisitInterruption) {
    do {
      try output.write(text)
    } catch { throw .terminalGone }
  }
}

extension String {
  /// The text without white space at its ends.
  var withoutOuterSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
