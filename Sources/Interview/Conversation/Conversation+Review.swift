import FHIR
import FormFiller

extension Conversation {
  /// Lists the questions that were asked, in form order, so that each has a number.
  mutating func listReviewed() {
    reviewed = []
    var next = response.firstStop
    while let stop = next {
      if case .item(let node) = stop, isAsked(stop), response.state(of: node) != .notReached {
        reviewed.append(node)
      }
      next = response.stop(after: stop)
    }
  }

  mutating func receiveReview(_ line: String, then next: Place?) {
    let typed: String
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(let command):
      perform(command)
      return
    case .answer(let text): typed = text.filter { !$0.isWhitespace }.lowercased()
    }
    reviewIsKnown = true
    if typed.isEmpty {
      if let next { place = next }
      return
    }
    if next == nil, wording.finishWords.contains(typed) {
      finish()
      return
    }
    guard let number = wording.number(typed), number >= 1, number <= reviewed.count else {
      remarks.append(.error(wording.noSuchNumber(wording.number(typed) ?? 0)))
      return
    }
    change(reviewed[number - 1])
  }

  /// Goes to a question from the list of answers; afterwards comes back to where the list was.
  mutating func change(_ node: NodeID) {
    if returns.last != .review { returns = [.review] }
    needed = []
    revisit(.item(node))
  }

  private mutating func finish() {
    if let open = firstOpenStop() {
      remarks.append(.error(wording.cannotFinishYet))
      returns = [.review]
      revisit(open)
      return
    }
    needed = unanswered
    if let first = nextNeeded() {
      remarks.append(.error(wording.cannotFinishYet))
      returns = [.review]
      revisit(first)
      return
    }
    if revisitBrokenRule() || revisitInvalidAnswer() { return }
    place = .ended(.completed)
  }

  /// The next question that is still needed, each asked once.
  mutating func nextNeeded() -> Stop? {
    while !needed.isEmpty {
      let stop = Stop.item(needed.removeFirst())
      if response.isVisible(stop), !response.state(of: stop.node).isSettled { return stop }
    }
    return nil
  }

  /// The questions that keep the form from being finished.
  private var unanswered: [NodeID] {
    response.issues().filter(\.isError).compactMap(\.node).map { node in
      // What is missing in a group is asked at its first question.
      var node = node
      while !response.item(of: node).isQuestion, let row = response.rows(of: node).first,
        let first = response.nodes(in: row, of: node).first(where: {
          response.isVisible(.item($0)) && !response.state(of: $0).isSettled
        })
      {
        node = first
      }
      return node
    }.filter { isAsked(.item($0)) }
  }

  // MARK: - What is shown

  func reviewBlocks(then next: Place?) -> [Block] {
    var blocks: [Block] = [
      .title(next == nil ? wording.reviewHeading : wording.reviewSoFarHeading, isNew: true)
    ]
    var section: NodeID?
    for (index, node) in reviewed.enumerated() {
      let current = self.section(of: node)
      if current != section, let current {
        blocks.append(.title(words(of: current).text.onOneLine, isNew: true))
        section = current
      }
      blocks.append(
        .entry(index + 1, label: reviewLabel(of: node), answer: reviewAnswer(of: node)))
    }
    return blocks
  }

  func reviewQuestion(then next: Place?) -> [Block] {
    guard next == nil else { return [.hint(wording.reviewSoFarHint)] }
    let needed = Set(unanswered)
    let missing = reviewed.enumerated().filter { needed.contains($0.element) }.map { index, node in
      Block.note(wording.stillNeeded(index + 1, words(of: node).name))
    }
    let offer = educationTitle.map { [Block.hint(wording.learnOffer($0))] } ?? []
    return missing + offer + [.hint(wording.reviewHint), .question(wording.finishHint)]
  }

  private func reviewLabel(of node: NodeID) -> String {
    let label = words(of: node).name
    guard let place = response.row(of: node),
      let number = response.rows(of: place.group).firstIndex(of: place.row),
      response.rows(of: place.group).count > 1
    else { return label }
    return "\(label) (\(number + 1))"
  }

  private func reviewAnswer(of node: NodeID) -> String {
    switch response.state(of: node) {
    case .answered(let values): words(of: node).list(values, wording)
    case .declined(.askedUnknown): wording.unknownAnswer
    case .declined(.askedDeclined): wording.declinedAnswer
    case .notReached, .skipped: wording.notProvided
    }
  }

  // MARK: - Stopping

  mutating func receiveStopping(_ line: String, then next: Place) {
    if case .command(let command) = CommandReader(wording: wording).read(line, for: nil) {
      guard command != .stop else { return stop(leaving: next) }
      place = next
      if command != .back { perform(command) }
      return
    }
    switch wording.yesOrNo(line) {
    case true?: stop(leaving: next)
    case false?: place = next
    case nil: remarks.append(.error(wording.answerYesOrNo))
    }
  }
}
