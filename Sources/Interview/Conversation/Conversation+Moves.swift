import FHIR
import FormFiller

extension Conversation {
  // MARK: - Where to go

  /// Goes on after a stop has been dealt with: to pages an answer opened, back from a detour, or to
  /// the next stop.
  mutating func moveOn(after stop: Stop) {
    enter(destination(after: stop))
    showPendingPages(openedAt: stop)
  }

  /// Shows pages that an answer opened, before anything else.
  mutating func showPendingPages(openedAt stop: Stop) {
    if let page = pendingEndPage {
      pendingEndPage = nil
      place = .endPage(page, from: stop)
    }
    showHelpPages()
  }

  private mutating func destination(after stop: Stop) -> Place {
    switch returns.last {
    case .review:
      guard let open = firstOpenStop() ?? nextNeeded() else {
        returns.removeLast()
        return .review(then: nil)
      }
      return .stop(open)
    case .rows(let group, let row):
      if let next = nextQuestion(after: stop), response.contains(next, in: row, of: group) {
        return .stop(next)
      }
      returns.removeLast()
      return .stop(.anotherRow(group))
    case nil:
      return nextQuestion(after: stop).map { .stop($0) } ?? .review(then: nil)
    }
  }

  /// Goes to a place, gathering the texts that stand before it.
  private mutating func enter(_ destination: Place) {
    if case .stop(let stop) = destination { texts = textsBefore(stop) }
    if case .stop(.anotherRow(let group)) = destination {
      revisitedRows.subtract(response.rows(of: group))
    }
    place = destination
  }

  /// Goes to the first question that has not been asked, or to the list of answers.
  mutating func enterFirstOpenStop() {
    enter(firstOpenStop().map { .stop($0) } ?? .review(then: nil))
    showHelpPages()
  }

  /// Goes to a question again, to change its answer.
  mutating func revisit(_ stop: Stop) {
    texts = []
    place = .stop(stop)
  }

  mutating func goBack(from stop: Stop) {
    var previous = response.stop(before: stop)
    while let candidate = previous, !isAsked(candidate) {
      previous = response.stop(before: candidate)
    }
    guard let previous else {
      remarks.append(.note(wording.noQuestionBefore))
      return
    }
    // A detour ends where the person walks out of it backwards.
    if case .rows(let group, let row) = returns.last,
      !response.contains(previous, in: row, of: group)
    {
      returns.removeLast()
    }
    revisit(previous)
  }

  // MARK: - What is asked

  /// Whether the conversation stops here for an answer.
  func isAsked(_ stop: Stop) -> Bool {
    switch stop {
    case .item(let node):
      let item = response.item(of: node)
      return item.isQuestion && !item.isReadOnly
    case .anotherRow: return true
    }
  }

  private func nextQuestion(after stop: Stop) -> Stop? {
    var next = response.stop(after: stop)
    while let candidate = next, !isAsked(candidate) || isFilledByLine(candidate) {
      next = response.stop(after: candidate)
    }
    return next
  }

  /// The first question nobody has been asked, or group that was not closed, in form order.
  func firstOpenStop() -> Stop? {
    var next = response.firstStop
    while let stop = next {
      if isAsked(stop), isOpen(stop) { return stop }
      next = response.stop(after: stop)
    }
    return nil
  }

  private func isOpen(_ stop: Stop) -> Bool {
    switch stop {
    case .item(let node): response.state(of: node) == .notReached
    case .anotherRow(let group): !settledGroups.contains(group)
    }
  }

  /// In answers that are gone on with, a group is settled if something after it has been asked.
  mutating func settleGroupsBeforeResumption() {
    var waiting: [NodeID] = []
    var next = response.firstStop
    while let stop = next {
      switch stop {
      case .anotherRow(let group): waiting.append(group)
      case .item(let node):
        if isAsked(stop), response.state(of: node) != .notReached {
          settledGroups.formUnion(waiting.filter { !response.isInside(node, $0) })
          waiting = waiting.filter { response.isInside(node, $0) }
        }
      }
      next = response.stop(after: stop)
    }
  }

  // MARK: - Texts between questions

  /// The texts and headings between the question before a stop and the stop.
  func textsBefore(_ stop: Stop) -> [Block] {
    var blocks: [Block] = []
    var previous = response.stop(before: stop)
    while let candidate = previous, !isAsked(candidate) {
      if case .item(let node) = candidate { blocks.insert(contentsOf: text(of: node), at: 0) }
      previous = response.stop(before: candidate)
    }
    return blocks
  }

  private func text(of node: NodeID) -> [Block] {
    let item = response.item(of: node)
    switch item.type {
    case .display:
      return item.helpPage == nil && item.endPage == nil ? displayBlocks(for: item) : []
    case .group:
      let media = mediaBlocks(for: item)
      guard let reason = words(of: node).whyAsked, response.parent(of: node) == nil else {
        return media
      }
      return media + [.text(wording.whyAsked(reason))]
    default:
      // A question that only the form answers.
      guard case .answered(let values) = response.state(of: node) else { return [] }
      let words = words(of: node)
      return [.text("\(words.text) \(words.list(values, wording))")]
    }
  }
}

extension Response {
  /// Whether a stop lies in a row of a group.
  func contains(_ stop: Stop, in row: InstanceID, of group: NodeID) -> Bool {
    var node = stop.node
    while let place = self.row(of: node) {
      if place.group == group { return place.row == row }
      node = place.group
    }
    return false
  }

  /// Whether a node lies in another.
  func isInside(_ node: NodeID, _ ancestor: NodeID) -> Bool {
    var above = parent(of: node)
    while let current = above {
      if current == ancestor { return true }
      above = parent(of: current)
    }
    return false
  }
}
