import FHIR
import FormFiller

extension Conversation {
  // MARK: - When pages of help come

  /// Shows the pages of help that are due before the place that the conversation goes to.
  mutating func showHelpPages() {
    let destination: Stop? =
      switch place {
      case .stop(let stop), .endPage(_, let stop): stop
      default: nil
      }
    show(response.helpPagesDue(before: destination), then: place)
  }

  private mutating func show(_ pages: [NodeID], then next: Place) {
    place = next
    for page in pages {
      note(.reached, of: page)
      if calls[page] == nil { callAgain(for: page) }
    }
    for page in pages.reversed() { place = .helpPage(page, then: place) }
  }

  /// Ends the conversation at the person's wish, after the pages of help that come with leaving.
  mutating func stop(leaving left: Place) {
    let pages = left.question.map { response.helpPagesDue(onLeaving: $0) } ?? []
    show(pages, then: .ended(.stopped))
  }

  /// The page of help that comes when nobody has typed for long at a question which it waits behind;
  /// nil where none does.
  ///
  /// Who says nothing when asked about danger may be in danger.
  public mutating func helpBeforeLeaving() -> Turn? {
    guard let question = place.question else { return nil }
    let pages = response.helpPagesDue(onLeaving: question)
    guard !pages.isEmpty else { return nil }
    remarks = []
    show(pages, then: .stop(.item(question)))
    return show()
  }

  /// Records the pages that would have come, where nobody is there any more to read them.
  mutating func recordHelpPagesOfLeft() {
    guard let question = place.question else { return }
    for page in response.helpPagesDue(onLeaving: question) { note(.reached, of: page) }
  }

  /// Notes something about a page of help; staff are called for one that is new in the record.
  mutating func note(_ event: HelpPageEvent, of page: NodeID) {
    let change = Change(
      .note(event), at: response.path(to: page), by: setting.author, time: setting.now())
    guard let outcome = try? response.apply(change) else { return }
    keep(.change(change))
    callStaff(for: outcome.recorded)
  }

  // MARK: - Calling staff

  /// Calls staff for pages that have come into the urgent record, whatever else fails.
  mutating func callStaff(for pages: [NodeID]) {
    for page in pages { note(alerts?.call() ?? .failed, for: page) }
  }

  /// Calls staff for a page that comes again, unless they have still to answer an earlier call.
  private mutating func callAgain(for page: NodeID) { note(callUnlessWaiting(), for: page) }

  private mutating func note(_ outcome: CallOutcome, for page: NodeID) {
    calls[page] = outcome
    if outcome == .wentOut { note(.staffCalled, of: page) }
  }

  private func callUnlessWaiting() -> CallOutcome {
    guard let alerts else { return .failed }
    return alerts.hasUnansweredCall ? .wentOut : alerts.call()
  }

  /// Calls staff for what was recorded before without anybody being called.
  mutating func callForEarlierRecords() {
    for page in response.openHelpPagesWithoutCall { callAgain(for: page) }
  }

  mutating func performPerson() {
    let text = wording.person(setting.clinic, callUnlessWaiting())
    // On a page of help notes are left out, because they may tell an answer.
    if case .helpPage = place {
      remarks.append(.text(text))
    } else {
      remarks.append(.note(text))
    }
  }

  // MARK: - A page of help

  /// Leaves a page of help when Enter is pressed; anything else that is typed there is not an answer.
  mutating func leaveHelpPage(_ page: NodeID, _ line: String, _ next: Place) {
    let command = command(in: line)
    switch command {
    case .hide: place = .hidden(then: place)
    case .person: performPerson()
    case .language(let tag): performLanguage(tag)
    default:
      note(.acknowledged, of: page)
      calls[page] = nil
      place = next
      if command == .stop, !next.isEnd { place = .stopping(then: next) }
    }
  }

  /// Whether a line that was typed before the last page only leads to the next one.
  ///
  /// Nothing that is typed early may keep the numbers of a page of help from being seen.
  func onlyTurnsThePage(_ line: String) -> Bool {
    if showsHelpPage { return leavesHelpPage(line) }
    if case .command = CommandReader(wording: wording).read(line, for: askedItem) { return false }
    return true
  }

  /// Whether a line that is typed on a page of help leads away from it.
  private func leavesHelpPage(_ line: String) -> Bool {
    switch command(in: line) {
    case .hide, .person, .language: false
    default: true
    }
  }

  private func command(in line: String) -> Command? {
    if case .command(let command) = CommandReader(wording: wording).read(line, for: nil) {
      return command
    }
    return nil
  }

  func helpPageBlocks(_ page: NodeID) -> [Block] {
    let item = response.item(of: page)
    let attendance = attendance(at: page)
    let text = words(of: page).text(attendance)
    var blocks: [Block] = [.title(wording.helpPageHeading, isNew: true)]
    if item.type == .group {
      blocks.append(.question(text))
      blocks += item.children.map { .text(words.words(of: form.items[$0]).text(attendance)) }
    } else {
      blocks.append(.text(text))
    }
    let numbers = wording.numbers(for: item.helpPage ?? .emergency, setting.clinic)
    if !numbers.isEmpty { blocks.append(.question(numbers.joined(separator: "\n"))) }
    return blocks + [.text(wording.helpPageEnd)]
  }

  /// Staff are only spoken of where they are near and know that they are needed.
  private func attendance(at page: NodeID) -> Attendance {
    calls[page] == .wentOut ? setting.attendance : .unattended
  }

  /// Whom to call, for somebody who stops before a page of help has told them.
  var helpForLeaving: [Block] {
    let untold = response.urgentRecords.filter { $0.acknowledged == nil }
    guard let kind = untold.last?.kind else { return [] }
    return [.text(wording.helpAtAnyTime(wording.numbers(for: kind, setting.clinic)))]
  }

  /// Notes that the page on the screen is there, when it is for the first time.
  mutating func noteShownHelpPage() {
    guard case .helpPage(let page, _) = place, response.urgentRecord(of: page)?.shown == nil else {
      return
    }
    note(.shown, of: page)
  }
}

extension Place {
  /// The question that is asked, whatever stands before it on the screen.
  fileprivate var question: NodeID? {
    switch self {
    case .stop(.item(let node)), .help(let node): node
    case .which(let question): question.node
    case .hidden(let next), .stopping(let next), .language(let next), .review(let next?):
      next.question
    default: nil
    }
  }

  fileprivate var isEnd: Bool {
    if case .ended = self { return true }
    return false
  }
}
