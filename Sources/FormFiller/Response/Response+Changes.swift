import FHIR

extension Response {
  /// Makes a change and says what it brought about.
  ///
  /// The cost follows what depends on the change, not the size of the form.
  ///
  /// - Throws: `ChangeError` when the change cannot be made; the response is then as it was.
  @discardableResult
  public mutating func apply(_ change: Change) throws(ChangeError) -> ChangeOutcome {
    guard let node = node(at: change.path)?.index else { throw .unknownPath(change.path) }
    let item = item(of: NodeID(index: node))
    if case .note(let event) = change.action {
      return try note(event, of: node, at: change.time)
    }
    if item.isReadOnly, change.author != .form { throw .readOnly(linkId: item.linkId) }
    var work = Work()
    var addedRow: InstanceID?
    switch change.action {
    case .set, .decline, .clear:
      let former = nodes[node].entries
      let isEdited = edits(change, node)
      try changeAnswers(of: node, change.action)
      nodes[node].isEdited = isEdited
      queueCalculation(of: node, &work.queue)
      followAnswers(of: node, former: former, &work)
    case .addRow:
      guard item.isRepeatingGroup else { throw .notARepeatingGroup(linkId: item.linkId) }
      let row = addEntry(to: node)
      addedRow = containers[row].id
      queueAll(in: row, &work)
      queueDependents(of: node, &work)
      updateEnablement(of: node, &work)
    case .removeRow:
      guard item.isRepeatingGroup else { throw .notARepeatingGroup(linkId: item.linkId) }
      try removeRow(change.path, of: node, &work)
    case .note: break
    }
    settle(&work)
    return finish(change, node, addedRow, work)
  }

  /// Queues all that follows from other answers to a question.
  mutating func followAnswers(of node: Int, former: [Int], _ work: inout Work) {
    queueDependents(of: node, &work)
    // Answers come and go with the items under them.
    for entry in former where containers[entry].isRemoved {
      queueDependents(inRemoved: entry, &work)
    }
    for entry in nodes[node].entries { queueAll(in: entry, &work) }
    updateEnablement(of: node, &work)
  }

  /// Whether a change puts a person's answer in place of a calculated one; to confirm what was worked
  /// out puts nothing in its place.
  private func edits(_ change: Change, _ node: Int) -> Bool {
    guard form.isCalculated(nodes[node].item), change.author != .form else { return false }
    switch change.action {
    case .clear: return false
    case .set(let values) where !nodes[node].isEdited:
      let current = answers(of: NodeID(index: node)).map(\.value)
      return !current.elementsEqual(values) { $0.means($1) }
    default: return true
    }
  }

  private mutating func changeAnswers(of node: Int, _ action: Change.Action) throws(ChangeError) {
    let item = form.items[nodes[node].item]
    guard item.isQuestion else { throw .notAQuestion(linkId: item.linkId) }
    switch action {
    case .set(let values):
      guard values.count == 1 || (values.count > 1 && item.repeats) else {
        throw .answerCount(linkId: item.linkId, count: values.count)
      }
      for value in values where !item.answerKinds.contains(value.kind) {
        throw .answerType(linkId: item.linkId, value.kind)
      }
      replaceAnswers(of: node, with: values)
    case .decline(.askedUnknown): removeAnswers(of: node, leaving: .unknown)
    case .decline(.askedDeclined): removeAnswers(of: node, leaving: .declined)
    default: removeAnswers(of: node, leaving: .skipped)
    }
  }

  /// Puts everything that is worked out in a row in the queue, and what depends on it.
  private mutating func queueAll(in container: Int, _ work: inout Work) {
    guard let owner = containers[container].owner,
      !form.items[nodes[owner].item].children.isEmpty
    else { return }
    for node in nodes(in: container) {
      queueOwnWork(of: node, &work.queue)
      queueDependents(of: node, &work)
      for entry in nodes[node].entries { queueAll(in: entry, &work) }
    }
  }

  private mutating func removeRow(
    _ path: ItemPath, of node: Int, _ work: inout Work
  ) throws(ChangeError) {
    guard let row = path.steps.last?.instance,
      let place = nodes[node].entries.firstIndex(where: { containers[$0].id == row })
    else { throw .unknownPath(path) }
    let removed = nodes[node].entries.remove(at: place)
    // A group always has a row, so that there is something to ask.
    if nodes[node].entries.isEmpty { addEntry(to: node) }
    retire(removed)
    queueDependents(inRemoved: removed, &work)
    queueDependents(of: node, &work)
    for entry in nodes[node].entries { queueAll(in: entry, &work) }
    updateEnablement(of: node, &work)
  }

  private mutating func queueDependents(inRemoved container: Int, _ work: inout Work) {
    guard let owner = containers[container].owner,
      !form.items[nodes[owner].item].children.isEmpty
    else { return }
    for node in nodes(in: container) {
      // Inside the removed row nothing is left to look at, and what is queued there does nothing.
      queueDependents(of: node, &work)
      for entry in nodes[node].entries { queueDependents(inRemoved: entry, &work) }
    }
  }

  // MARK: - Outcome

  private mutating func finish(
    _ change: Change, _ node: Int, _ addedRow: InstanceID?, _ work: Work
  ) -> ChangeOutcome {
    let switched = work.formerEnablement.filter { nodes[$0.key].isEnabled != $0.value }.map(\.key)
    let ordered = inFormOrder(switched)
    let opened = ordered.filter { nodes[$0].isEnabled }
    noteLaterAnswers(to: node, at: change.time)
    noteClosedPages(at: change.time)
    let reopened = noteReopenedPages(by: node, change.action)
    let recorded = opened.filter {
      let item = form.items[nodes[$0].item]
      return item.helpPage != nil && item.helpPageMoment != .inTurn
    }
    for page in recorded { recordHelpPage(page, at: change.time) }
    let pages = recorded.filter { form.items[nodes[$0].item].helpPageMoment == .atOnce }
    return ChangeOutcome(
      changed: NodeID(index: node), addedRow: addedRow,
      opened: opened.map { NodeID(index: $0) },
      closed: ordered.filter { !nodes[$0].isEnabled }.map { NodeID(index: $0) },
      recalculated: inFormOrder(Array(work.recalculated)).map { NodeID(index: $0) },
      nowAsked: opened.filter { isAsked($0) && !isSettled($0) }.map { NodeID(index: $0) },
      helpPages: inFormOrder(pages + reopened).map { NodeID(index: $0) },
      recorded: recorded.map { NodeID(index: $0) },
      endPage: opened.first { form.items[nodes[$0].item].endPage != nil }
        .map { NodeID(index: $0) })
  }

  func isAsked(_ node: Int) -> Bool {
    let item = item(of: NodeID(index: node))
    return item.isQuestion && !item.isHidden && !item.isReadOnly
  }

  func isSettled(_ node: Int) -> Bool {
    switch nodes[node].state {
    case .answered, .unknown, .declined: true
    case .unseen, .skipped: false
    }
  }

  /// Sorts nodes into the order in which the form shows them.
  func inFormOrder(_ nodes: [Int]) -> [Int] {
    nodes.map { (place: position(of: $0), node: $0) }
      .sorted { $0.place.lexicographicallyPrecedes($1.place) }
      .map(\.node)
  }

  /// The place of a node: of its item among its siblings, of the row among the rows, and so on down.
  func position(of node: Int) -> [Int] {
    var place = [form.items[nodes[node].item].placeInParent]
    var container = nodes[node].container
    while let owner = containers[container].owner {
      place.append(nodes[owner].entries.firstIndex(of: container) ?? -1)
      place.append(form.items[nodes[owner].item].placeInParent)
      container = nodes[owner].container
    }
    return place.reversed()
  }

  /// The place of a stop, which comes before what follows it in the form.
  func position(of stop: Stop) -> [Int] {
    switch stop {
    case .item(let node): position(of: node.index)
    case .anotherRow(let group): position(of: group.index) + [.max]
    }
  }
}
