import FHIR
import FormFiller

extension Conversation {
  /// Does what a command says, wherever the conversation is.
  mutating func perform(_ command: Command) {
    switch command {
    case .back: performBack()
    case .help: performHelp()
    case .skip: performSkip()
    case .unknown: performDecline(.askedUnknown, note: wording.notedUnknown)
    case .decline: performDecline(.askedDeclined, note: wording.notedDecline)
    case .stop: place = .stopping(then: place)
    case .hide: place = .hidden(then: place)
    case .review: performReview()
    case .person: performPerson()
    case .why: remarks.append(.note(reason))
    case .progress: remarks.append(.note(progress))
    // Taken where the line comes in, so that nothing is lost that stood before the question.
    case .plain: break
    case .language(let tag): performLanguage(tag)
    case .learn: performLearn()
    case .commands: remarks.append(.text(commandTable))
    case .list: performList()
    case .change(let number): performChange(number)
    case .remove(let number): performRemove(number)
    case .notUnderstood(let word): remarks.append(.error(wording.unknownCommand(word)))
    }
  }

  /// The node of the question that is asked, if one is.
  private var askedNode: NodeID? {
    if case .stop(.item(let node)) = place { return node }
    return nil
  }

  private mutating func performBack() {
    switch place {
    case .stop(let stop): goBack(from: stop)
    case .help(let node): revisit(.item(node))
    case .which(let question): revisit(.item(question.node))
    case .removal(let group, _): revisit(.anotherRow(group))
    case .stopping(let next), .language(let next): place = next
    case .learning(let topic, let next): goBackInLearning(from: topic, then: next)
    case .review(let next?): place = next
    case .review(nil): goBackFromEnd()
    case .endPage(_, let from): revisit(from)
    case .notice, .helpPage, .hidden, .unsaved, .ended: break
    }
  }

  private mutating func goBackFromEnd() {
    returns = []
    guard let last = reviewed.last else { return }
    revisit(.item(last))
  }

  private mutating func performHelp() {
    guard let node = askedNode else {
      remarks.append(.text(commandTable))
      return
    }
    place = .help(node)
  }

  private mutating func performSkip() {
    guard let node = askedNode else {
      remarks.append(.note(wording.notHere))
      return
    }
    let item = response.item(of: node)
    apply(.clear, to: node)
    remarks.append(.note(item.isRequired ? wording.notedSkipOfNeeded : wording.notedSkip))
    moveOn(after: .item(node))
  }

  private mutating func performDecline(_ reason: DataAbsentReason, note: String) {
    guard let node = askedNode else {
      remarks.append(.note(wording.notHere))
      return
    }
    apply(.decline(reason), to: node)
    remarks.append(.note(note))
    moveOn(after: .item(node))
  }

  private mutating func performReview() {
    if case .review = place { return }
    place = .review(then: place)
  }

  mutating func performList() {
    guard let node = askedNode, !response.item(of: node).options.isEmpty else {
      remarks.append(.note(wording.notHere))
      return
    }
    listed.insert(node)
    remarks.append(choiceBlock(for: node))
  }

  private mutating func performChange(_ number: Int) {
    if case .stop(.anotherRow(let group)) = place {
      changeRow(number, of: group)
      return
    }
    if reviewed.isEmpty { listReviewed() }
    guard 1...max(reviewed.count, 1) ~= number, number <= reviewed.count else {
      remarks.append(.error(wording.noSuchNumber(number)))
      return
    }
    change(reviewed[number - 1])
  }

  private mutating func performRemove(_ number: Int) {
    switch place {
    case .stop(.anotherRow(let group)): removeRow(number, of: group)
    case .stop(.item(let node)) where response.item(of: node).isAnsweredOneByOne:
      removeAnswer(number, from: node)
    default: remarks.append(.note(wording.notHere))
    }
  }

  private mutating func removeAnswer(_ number: Int, from node: NodeID) {
    var values = response.answers(of: node).map(\.value)
    guard 1...max(values.count, 1) ~= number, number <= values.count else {
      remarks.append(.error(wording.noSuchNumber(number)))
      return
    }
    values.remove(at: number - 1)
    apply(values.isEmpty ? .clear : .set(values), to: node)
  }

  // MARK: - What is said

  private var reason: String {
    var node: NodeID? = place.node
    while let current = node {
      if let reason = words(of: current).whyAsked {
        return wording.whyAsked(reason)
      }
      node = response.parent(of: current)
    }
    return wording.noReason
  }

  private var progress: String {
    var answered = 0
    var next = response.firstStop
    while let stop = next {
      if case .item(let node) = stop, isAsked(stop), response.state(of: node).isSettled {
        answered += 1
      }
      next = response.stop(after: stop)
    }
    let section = place.node.flatMap { self.section(of: $0) }.map { words(of: $0).text.onOneLine }
    return wording.progress(answered: answered, section: section)
  }

  private var commandTable: String {
    let commands = wording.commandList(reading: educationTitle)
    let width = commands.map(\.command.count).max() ?? 0
    return commands.map { row in
      row.command + String(repeating: " ", count: width - row.command.count + 2) + row.meaning
    }.joined(separator: "\n")
  }
}

extension Place {
  /// The node that the place is about, if it is about one.
  var node: NodeID? {
    switch self {
    case .stop(let stop): stop.node
    case .which(let question): question.node
    case .help(let node), .helpPage(let node, _), .endPage(let node, _): node
    case .removal(let group, _): group
    case .hidden(let next), .stopping(let next), .language(let next), .learning(_, let next):
      next.node
    case .review(let next): next?.node
    case .notice, .unsaved, .ended: nil
    }
  }
}
