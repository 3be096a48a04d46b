import FHIR

extension Response {
  // MARK: - Keeping records

  /// Records the help pages that are open before anybody has answered, but for those that wait for
  /// their turn.
  mutating func recordOpenHelpPages() {
    for node in openHelpPages where moment(of: node) != .inTurn { recordHelpPage(node, at: nil) }
  }

  /// Takes up the records that were read, and records the open pages that have none.
  ///
  /// A page that waits for its turn counts as reached where the question before it was, and in a
  /// response that is over where an answer opened it.
  mutating func takeUp(_ records: [UrgentRecord], from source: QuestionnaireResponse) {
    urgentRecords = records
    let isUnfinished = source.status == .inProgress || source.status == .stopped
    let pages = Dictionary(grouping: openHelpPages) { form.items[nodes[$0].item].linkId }
    for (linkId, open) in pages {
      // Each opening is a record of its own: those that were not closed are the newest.
      let found = records.indices.filter {
        records[$0].page == linkId && records[$0].closed == nil
      }
      for (node, record) in zip(open, found.suffix(open.count)) { recordedPages[record] = node }
    }
    for node in openHelpPages where record(of: node) == nil {
      let isReached =
        moment(of: node) != .inTurn || isPassed(node)
        || (!isUnfinished && reasons(for: node).contains { isSettled($0) })
      if isReached { recordHelpPage(node, at: source.authored) }
    }
  }

  mutating func recordHelpPage(_ node: Int, at time: PartialDateTime?) {
    let item = form.items[nodes[node].item]
    guard let kind = item.helpPage else { return }
    recordedPages[urgentRecords.count] = node
    urgentRecords.append(
      UrgentRecord(
        page: item.linkId, kind: kind, label: item.shortText, opened: time,
        answers: reasons(for: node).map { quotation(of: $0) }))
  }

  /// Notes what happened with a help page that is open; one that waited for its turn is recorded.
  mutating func note(
    _ event: HelpPageEvent, of page: Int, at time: PartialDateTime
  ) throws(ChangeError) -> ChangeOutcome {
    let item = form.items[nodes[page].item]
    guard item.helpPage != nil else { throw .notAHelpPage(linkId: item.linkId) }
    let isNew = nodes[page].isEnabled && record(of: page) == nil
    if isNew { recordHelpPage(page, at: time) }
    if let record = record(of: page) { urgentRecords[record].note(event, at: time) }
    if event == .acknowledged { reopenedPages.remove(page) }
    return ChangeOutcome(noting: NodeID(index: page), isNew: isNew)
  }

  /// Notes that pages have closed, so that what opens them again is another record.
  mutating func noteClosedPages(at time: PartialDateTime) {
    for (record, page) in recordedPages
    where urgentRecords[record].closed == nil && !nodes[page].isEnabled {
      urgentRecords[record].closed = time
      reopenedPages.remove(page)
    }
  }

  /// Adds what a question is answered with now to the records that an earlier answer to it opened,
  /// and to those that it would have opened as well.
  mutating func noteLaterAnswers(to node: Int, at time: PartialDateTime) {
    guard !urgentRecords.isEmpty, form.items[nodes[node].item].isQuestion else { return }
    let quoted = quotation(of: node)
    for index in urgentRecords.indices {
      let isQuoted = urgentRecords[index].quotes(quoted.linkId)
      let belongs: Bool
      if let page = recordedPages[index] {
        // The same question in another row has a page of its own.
        belongs =
          isQuoted
          ? isWatching(page, node)
          : nodes[page].isEnabled && reasons(for: page).contains(node)
      } else {
        belongs = isQuoted
      }
      guard belongs else { continue }
      urgentRecords[index].laterAnswers.append(
        UrgentRecord.LaterAnswer(time: time, answer: quoted))
    }
  }

  // MARK: - Looking at pages

  private func moment(of node: Int) -> HelpPageMoment {
    form.items[nodes[node].item].helpPageMoment
  }

  /// The nodes of help pages that are open, in the order of the form.
  private var openHelpPages: [Int] {
    inFormOrder(
      form.helpPages.flatMap { nodes(of: $0, within: 0) }.filter { nodes[$0].isEnabled })
  }

  /// The newest record of a page, if it has not been closed.
  private func record(of page: Int) -> Int? {
    recordedPages.filter { $0.value == page && urgentRecords[$0.key].closed == nil }.keys.max()
  }

  /// The record of a page that is open.
  public func urgentRecord(of page: NodeID) -> UrgentRecord? {
    record(of: page.index).map { urgentRecords[$0] }
  }

  /// The help pages that are recorded and open without staff having been called because of them.
  public var openHelpPagesWithoutCall: [NodeID] {
    openHelpPages.filter { page in
      record(of: page).map { urgentRecords[$0].staffCalled == nil } ?? false
    }.map { NodeID(index: $0) }
  }

  /// Whether a page still has to be shown: the person has never gone on from it since it opened, or
  /// has answered its question once more.
  private func isDue(_ page: Int) -> Bool {
    if moment(of: page) == .record { return false }
    guard let record = record(of: page), !reopenedPages.contains(page) else { return true }
    return urgentRecords[record].acknowledged == nil
  }

  /// The help pages that have to be shown before an interview goes on to a stop, in the order of the
  /// form.
  ///
  /// - Parameter stop: Where the interview goes, or nil for the end of the form.
  public func helpPagesDue(before stop: Stop?) -> [NodeID] {
    let end = stop.map { position(of: $0) }
    return openHelpPages.filter { page in
      guard isDue(page) else { return false }
      guard moment(of: page) == .inTurn else { return true }
      let isBefore = end.map { position(of: page).lexicographicallyPrecedes($0) } ?? true
      return isBefore && isPassed(page)
    }.map { NodeID(index: $0) }
  }

  /// The help pages that come when an interview is left at a question, in the order of the form: those
  /// that wait behind it for their turn and are open without an answer to it.
  public func helpPagesDue(onLeaving question: NodeID) -> [NodeID] {
    openHelpPages.filter {
      moment(of: $0) == .inTurn && isDue($0) && questionBefore($0) == question.index
    }.map { NodeID(index: $0) }
  }

  /// Whether the question before a page has been asked.
  private func isPassed(_ page: Int) -> Bool {
    questionBefore(page).map { nodes[$0].state != .unseen } ?? true
  }

  private func questionBefore(_ page: Int) -> Int? {
    var previous = stop(before: .item(NodeID(index: page)))
    while let stop = previous {
      if case .item(let node) = stop, isAsked(node.index) { return node.index }
      previous = self.stop(before: stop)
    }
    return nil
  }

  /// Notes the help pages that were open already and that an answer given now would have opened, so
  /// that they come again; gives those that come at once.
  mutating func noteReopenedPages(by node: Int, _ action: Change.Action) -> [Int] {
    let open = Set(recordedPages.filter { urgentRecords[$0.key].closed == nil }.values)
    let pages = open.filter { comesAgain($0, after: action, to: node) }
    reopenedPages.formUnion(pages)
    return pages.filter { moment(of: $0) == .atOnce }
  }

  private func comesAgain(_ page: Int, after action: Change.Action, to question: Int) -> Bool {
    guard nodes[page].isEnabled, reasons(for: page).contains(question) else { return false }
    switch (moment(of: page), action) {
    // In its turn a page comes also after its question was declined or skipped.
    case (.atOnce, .set), (.inTurn, .set), (.inTurn, .decline), (.inTurn, .clear): return true
    default: return false
    }
  }

  private func isWatching(_ page: Int, _ question: Int) -> Bool {
    watchedQuestions(of: page).contains(question)
  }

  /// Whether a change opened a help page, or answered the question of one that is open.
  func concernsHelpPage(_ outcome: ChangeOutcome) -> Bool {
    outcome.opened.contains { item(of: $0).helpPage != nil }
      || openHelpPages.contains { isWatching($0, outcome.changed.index) }
  }

  // MARK: - Why pages are open

  /// The questions that the conditions of a node look at, or else those of what it lies in.
  private func watchedQuestions(of node: Int) -> [Int] {
    var conditional: Int? = node
    while let current = conditional {
      let conditions = form.items[nodes[current].item].conditions
      let found =
        conditions.compactMap { nearestNode(of: $0, to: current) } + questionsRead(for: current)
      if !found.isEmpty { return found }
      conditional = containers[nodes[current].container].owner
    }
    return []
  }

  /// The questions whose answers opened a node, in the order in which the form looks at them.
  private func reasons(for node: Int) -> [Int] {
    var reasons: [Int] = []
    var conditional: Int? = node
    while let current = conditional, reasons.isEmpty {
      for condition in form.items[nodes[current].item].conditions {
        guard isMet(condition, for: current), let found = nearestNode(of: condition, to: current),
          !reasons.contains(found)
        else { continue }
        reasons.append(found)
      }
      reasons += questionsRead(for: current).filter {
        nodes[$0].isEnabled && isSettled($0) && !reasons.contains($0)
      }
      conditional = containers[nodes[current].container].owner
    }
    return reasons
  }

  /// The questions that a node's enableWhenExpression reads.
  private func questionsRead(for node: Int) -> [Int] {
    let item = nodes[node].item
    guard form.expressions[item]?.enableWhen != nil else { return [] }
    let slot = Slot(kind: .enablement, item: item)
    return form.items.indices.filter { form.items[$0].isQuestion }.flatMap { question -> [Int] in
      guard let reader = form.dependencies.readers[question]?.first(where: { $0.slot == slot })
      else { return [] }
      return nodes(of: question, within: container(of: node, in: reader.scope))
    }
  }

  private func quotation(of node: Int) -> UrgentRecord.QuotedAnswer {
    let item = form.items[nodes[node].item]
    let answer =
      switch state(of: NodeID(index: node)) {
      case .notReached, .skipped: "no answer"
      case .declined(.askedUnknown): "does not know"
      case .declined(.askedDeclined): "prefers not to say"
      case .answered(let values): values.map(\.plainText).joined(separator: "; ")
      }
    return UrgentRecord.QuotedAnswer(linkId: item.linkId, question: item.text, answer: answer)
  }
}
