import FHIR
import FormFiller

/// An interview as a state machine: a typed line goes in, what to show and ask comes out.
///
/// It reads no terminal and no clock, so that a terminal, a pipe, a file of answers and a test all
/// hold the same conversation.
///
///     var conversation = Conversation(response, setting: setting)
///     var turn = conversation.begin()
///     while turn.ending == nil { turn = conversation.receive(line: readLine() ?? "") }
public struct Conversation {
  /// The answers so far.
  public internal(set) var response: Response
  /// Whether the person has asked for text that is only ever added below.
  public private(set) var prefersPlainText = false
  let setting: InterviewSetting
  /// The words of the form in the language that is spoken.
  var words: FormWords
  /// The part of the form of which was said last that it is in the form's own language only.
  var announcedPart: Int?
  let journal: (any Journal)?
  let alerts: (any AlertSink)?

  var place: Place
  /// Where detours lead back to, the innermost last.
  var returns: [Return] = []
  /// What was typed at a question and not accepted, or left when going back.
  var drafts: [NodeID: String] = [:]
  /// The repeating groups whose "one more?" has been answered.
  var settledGroups: Set<NodeID> = []
  /// Rows typed in one line of which every question is asked again, answered or not.
  var revisitedRows: Set<InstanceID> = []
  /// The questions whose list, too long to show each time, has been on the screen.
  var listed: Set<NodeID> = []
  /// The lists of options that have been needed so far.
  let optionLists = OptionLists()
  /// What became of the calls for staff for the pages that are recorded, until they are left.
  var calls: [NodeID: CallOutcome] = [:]
  /// The end page that an answer opened and that is still to be shown.
  var pendingEndPage: NodeID?
  /// What the journal has not taken yet, in the order in which it came about.
  var unsaved: [JournalEntry] = []
  /// How many unsaved answers the person has been told of.
  var toldUnsavedCount = 0
  /// Whether the person has chosen to end though answers are lost.
  var acceptsLoss = false
  /// What is said at the top of the next turn.
  var remarks: [Block] = []
  /// Texts that stand before the next question.
  var texts: [Block] = []
  /// The section that was shown last.
  var shownSection: NodeID?
  /// What stood in the line when it was last given to the person.
  var givenPrefill = ""
  /// Whether the list of answers has just been on the screen and is not shown again.
  var reviewIsKnown = false
  /// Questions that are asked once more because the form cannot be finished without them.
  var needed: [NodeID] = []
  /// The questions of the list of answers, by their numbers.
  var reviewed: [NodeID] = []

  /// Makes a conversation about a response, which may hold answers already.
  ///
  /// - Parameters:
  ///   - closedGroups: The repeating groups of which the person said before that they have no more
  ///     rows; where nothing is known of it, it is told from the answers.
  ///   - journal: Keeps each change as it is made.
  ///   - alerts: Calls staff.
  public init(
    _ response: Response, setting: InterviewSetting, closedGroups: [ItemPath] = [],
    journal: (any Journal)? = nil, alerts: (any AlertSink)? = nil
  ) {
    self.response = response
    self.setting = setting
    words = FormWords(of: response.form, in: setting.language)
    self.journal = journal
    self.alerts = alerts
    place = .review(then: nil)
    settledGroups = Set(closedGroups.compactMap { response.node(at: $0) })
  }

  var form: Form { response.form }
  var wording: Wording { setting.wording }

  /// The first thing to show: the first question that has not been asked.
  public mutating func begin() -> Turn {
    if response.holdsAnswers { settleGroupsBeforeResumption() }
    callForEarlierRecords()
    if !unsupportedNotes.isEmpty {
      place = .notice
    } else {
      enterFirstOpenStop()
    }
    if let hint = languagesHint { remarks.append(.note(hint)) }
    return show()
  }

  /// The next thing to show after a line was typed.
  public mutating func receive(line typed: String) -> Turn {
    remarks = []
    let line = withoutPrefill(typed)
    if case .command(.plain) = CommandReader(wording: wording).read(line, for: askedItem) {
      prefersPlainText = true
      return show()
    }
    // What stood before the question has been read.
    texts = []
    reviewIsKnown = false
    switch place {
    case .notice: enterFirstOpenStop()
    case .stop(.item(let node)): receiveAnswer(line, to: node)
    case .stop(.anotherRow(let group)): receiveAnotherRow(line, of: group)
    case .which(let question): receiveChoice(line, for: question)
    case .help(let node): receiveHelpChoice(line, for: node)
    case .removal(let group, let row): receiveRemoval(line, of: row, in: group)
    case .helpPage(let page, let next): leaveHelpPage(page, line, next)
    case .endPage(let page, let from): leaveEndPage(page, line, from)
    case .hidden(let next): place = next
    case .review(let next): receiveReview(line, then: next)
    case .stopping(let next): receiveStopping(line, then: next)
    case .language(let next): receiveLanguage(line, then: next)
    case .learning(let topic, let next): receiveLearning(line, at: topic, then: next)
    case .unsaved(let ending): receiveUnsaved(line, then: ending)
    case .ended: break
    }
    return show()
  }

  var askedItem: ItemWords? {
    if case .stop(.item(let node)) = place { return words(of: node) }
    return nil
  }

  /// The words of the item of a node.
  func words(of node: NodeID) -> ItemWords { words.words(of: response.item(of: node)) }

  /// The command alone, where somebody typed one behind the text that stood in the line.
  private func withoutPrefill(_ line: String) -> String {
    guard !givenPrefill.isEmpty, line.hasPrefix(givenPrefill) else { return line }
    let rest = String(line.dropFirst(givenPrefill.count))
    guard case .command(let command) = CommandReader(wording: wording).read(rest, for: nil),
      !rest.allSatisfy(\.isWhitespace)
    else { return line }
    if case .notUnderstood = command { return line }
    return rest
  }

  /// The same again, after the screen was lost or the wish to go on was not clear.
  ///
  /// - Parameter draft: What stood in the line.
  public mutating func receiveRedraw(draft: String) -> Turn {
    remarks = []
    keep(draft: draft)
    return show()
  }

  /// The question before, keeping what stood in the line.
  public mutating func receiveBack(draft: String) -> Turn {
    remarks = []
    texts = []
    keep(draft: draft)
    perform(.back)
    return show()
  }

  /// Help, keeping what stood in the line.
  public mutating func receiveHelp(draft: String) -> Turn {
    remarks = []
    texts = []
    keep(draft: draft)
    perform(.help)
    return show()
  }

  /// Ctrl-C: the same again, with how to stop.
  public mutating func receiveInterrupt(draft: String) -> Turn {
    remarks = [.note(wording.howToStop)]
    keep(draft: draft)
    return show()
  }

  /// A line that was longer than the limit.
  public mutating func receiveCutLine(draft: String, limit: Int) -> Turn {
    remarks = [.error(wording.lineTooLong(limit: limit))]
    // Long text is kept to be shortened; in a short answer it would only fill the screen.
    keep(draft: askedItem?.item.type == .text ? draft : "")
    return show()
  }

  /// A blank screen, because nobody has typed for long.
  public mutating func hide(draft: String) -> Turn {
    remarks = []
    keep(draft: draft)
    perform(.hide)
    return show()
  }

  /// Whether a page of help is on the screen.
  public var showsHelpPage: Bool {
    if case .helpPage = place { return true }
    return false
  }

  /// Ends the conversation where nobody can go on with it; nil when it has not come to its end.
  ///
  /// Who is shown a page that ends the interview and goes away has reached the end. Pages of help that
  /// come with leaving are recorded, and staff are called.
  public mutating func cutOff() -> Ending? {
    if case .endPage(let page, let from) = place { leaveEndPage(page, "", from) }
    recordHelpPagesOfLeft()
    saveUnsaved()
    if case .unsaved(let ending) = place { return ending }
    if case .ended(let ending) = place { return ending }
    return nil
  }

  private mutating func keep(draft: String) {
    guard case .stop(.item(let node)) = place else { return }
    drafts[node] = draft.isEmpty ? nil : draft
  }
}
