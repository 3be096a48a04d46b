import LineEditor

/// Holds a conversation with the person at a terminal, or with a file of typed lines.
public final class InterviewSession {
  /// The conversation, with the answers so far.
  public private(set) var conversation: Conversation
  /// What was said at the end, when the conversation came to it.
  public private(set) var farewell: [Block] = []
  private let reader: any LineReader
  private let output: any TextOutput
  private let display: Display
  private let writer: PageWriter
  private let idle: IdlePolicy?
  private let alerts: (any AlertSink)?
  private let staff: (any StaffAccess)?
  private let instant: () -> ContinuousClock.Instant
  /// Whether the page of help on the screen came because nobody had typed for long.
  private var someoneWentAway = false
  private let maximumLength = 2000

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - idle: How long the screen may stand without a key, or nil for ever.
  ///   - alerts: The calls for staff, which are repeated while a line is waited for.
  ///   - staff: How staff come in between, where they can.
  ///   - instant: A clock that only goes forwards.
  public init(
    _ conversation: Conversation, reader: any LineReader, output: any TextOutput,
    display: Display, idle: IdlePolicy? = nil, alerts: (any AlertSink)? = nil,
    staff: (any StaffAccess)? = nil,
    instant: @escaping () -> ContinuousClock.Instant = { .now }
  ) {
    self.conversation = conversation
    self.reader = reader
    self.output = output
    self.display = display
    self.idle = idle
    self.alerts = alerts
    self.staff = staff
    self.instant = instant
    writer = PageWriter(output: output, display: display)
  }

  /// Holds the conversation until it ends or is cut off.
  public func run() -> SessionOutcome {
    let outcome = hold()
    if case .ended = outcome { return outcome }
    return conversation.cutOff().map { .ended($0) } ?? outcome
  }

  private func hold() -> SessionOutcome {
    var turn = conversation.begin()
    if presentation == .styled, display.isInteractive {
      turn.blocks.insert(.text(conversation.wording.plainHint), at: 0)
      turn.questionStart += 1
    }
    while true {
      do {
        if let ending = turn.ending {
          try show(turn)
          farewell = turn.blocks
          return .ended(ending)
        }
        let shown = instant()
        switch try ask(turn) {
        case .next(let next) where turn.isHelpPage && !next.isHelpPage && isOfSomebodyElse(shown):
          return next.ending.map { .ended($0) } ?? .left
        case .next(let next): turn = next
        case .over(let outcome): return outcome
        }
      } catch {
        return .outputGone(error)
      }
    }
  }

  private enum Step {
    case next(Turn)
    case over(SessionOutcome)
  }

  // MARK: - Asking

  /// Shows a turn page by page and reads the line that answers it.
  ///
  /// What is typed before the last page stands in the line there: nobody can say yes to what they
  /// have not been shown, and nothing has to be typed twice.
  private func ask(_ turn: Turn) throws(OutputError) -> Step {
    var early = ""
    let pages = pages(of: turn)
    for (index, page) in pages.enumerated() {
      let isLast = index == pages.count - 1
      try writer.write(page, presentation: presentation)
      let prompt = isLast ? turn.prompt : conversation.wording.morePrompt
      let prefill = early.isEmpty ? turn.prefill : early
      switch try read(turn, prompt: prompt, prefill: isLast ? prefill : "") {
      case .answer(.line(let line)) where staff?.isAsked(by: line) == true: return stepAfterStaff()
      case .answer(.line(let line)) where !isLast && conversation.onlyTurnsThePage(line):
        if !turn.isHelpPage { early += line }
      case .answer(let outcome): return step(for: outcome)
      case .hide(let draft): return .next(conversation.hide(draft: draft))
      case .leave: return leave()
      }
    }
    return .next(turn)
  }

  /// Leaves the interview, after the page of help that waits behind the question.
  private func leave() -> Step {
    guard let page = conversation.helpBeforeLeaving() else { return .over(.left) }
    someoneWentAway = true
    return .next(page)
  }

  /// Whether a page of help has stood for so long that somebody else may be there now.
  ///
  /// The page itself stays for as long as anybody wants: it tells nothing about the person.
  private func isOfSomebodyElse(_ shown: ContinuousClock.Instant) -> Bool {
    guard let idle, idle.afterWarning == .leaves else { return false }
    return someoneWentAway || instant() - shown > idle.beforeWarning + idle.beforeHiding
  }

  private func stepAfterStaff() -> Step {
    switch staff?.open() {
    case .goesOn, nil: .next(conversation.receiveRedraw(draft: ""))
    case .ends: .over(.endedByStaff)
    case .terminated(let signal): .over(.terminated(signal))
    case .disconnected: .over(.disconnected)
    }
  }

  private func step(for outcome: LineOutcome) -> Step {
    switch outcome {
    case .line(let line): .next(conversation.receive(line: line))
    case .cut(let draft):
      .next(conversation.receiveCutLine(draft: draft, limit: maximumLength))
    case .back(let draft): .next(conversation.receiveBack(draft: draft))
    case .help(let draft): .next(conversation.receiveHelp(draft: draft))
    case .interrupted(let draft): .next(conversation.receiveInterrupt(draft: draft))
    case .redraw(let draft): .next(conversation.receiveRedraw(draft: draft))
    case .idle(let draft, _): .next(conversation.receiveRedraw(draft: draft))
    case .endOfInput: .over(.endOfInput)
    case .disconnected: .over(.disconnected)
    case .terminated(let signal): .over(.terminated(signal))
    case .cannotHide: .over(.endOfInput)
    }
  }

  private enum Reading {
    case answer(LineOutcome)
    case hide(draft: String)
    case leave
  }

  /// Reads a line, asking whether the person is still there when nothing is typed for long.
  private func read(_ turn: Turn, prompt: String, prefill: String) throws(OutputError) -> Reading {
    var prefill = prefill
    var isWarned = false
    while true {
      let outcome = reader.readLine(
        request(turn, prompt: prompt, prefill: prefill, isWarned: isWarned))
      guard case .idle(let draft, let activity) = outcome else {
        try echo(outcome, prompt: prompt)
        return .answer(outcome)
      }
      prefill = draft
      if turn.isHidden { return .leave }
      if isWarned, activity == .noKey {
        return idle?.afterWarning == .leaves ? .leave : .hide(draft: draft)
      }
      isWarned = activity == .noKey || !isWarned
      try output.write("\n\(conversation.wording.areYouThere)\n")
    }
  }

  private func request(
    _ turn: Turn, prompt: String, prefill: String, isWarned: Bool
  ) -> LineRequest {
    let completions = turn.completions
    let alerts = alerts
    return LineRequest(
      prompt: Prompt(prompt), prefill: prefill, idleLimit: idleLimit(turn, isWarned: isWarned),
      maximumLength: maximumLength, questionMark: .isText,
      // Enter that was pressed twice must not take a page of help away unseen.
      typeAhead: turn.isHelpPage ? .dropped : .kept,
      completions: { typed in
        let start = typed.lowercased()
        return completions.filter { $0.text.lowercased().hasPrefix(start) }
      }, whileWaiting: { alerts?.repeatCalls() })
  }

  private func idleLimit(_ turn: Turn, isWarned: Bool) -> IdleLimit? {
    // Nobody is hurried on a page of help.
    guard let idle, !turn.isHelpPage else { return nil }
    if turn.isHidden { return IdleLimit(idle.beforeLeaving) }
    return isWarned
      ? IdleLimit(beforeFirstKey: idle.beforeHiding, afterKey: idle.beforeWarning)
      : IdleLimit(idle.beforeWarning)
  }

  // MARK: - Showing

  private func show(_ turn: Turn) throws(OutputError) {
    for page in pages(of: turn) where !page.isEmpty {
      try writer.write(page, presentation: presentation)
    }
  }

  private func pages(of turn: Turn) -> [[String]] {
    writer.pages(
      of: turn.blocks, questionStart: turn.questionStart, presentation: presentation)
  }

  /// How pages are shown, which the person can change.
  private var presentation: Terminal.Presentation {
    conversation.prefersPlainText ? .plain : display.presentation
  }

  /// Without an editor that shows what is typed, the line is written down so that it can be read.
  private func echo(_ outcome: LineOutcome, prompt: String) throws(OutputError) {
    guard !reader.isInteractive, case .line(let line) = outcome else { return }
    try output.write("\(prompt)\(line)\n")
  }
}
