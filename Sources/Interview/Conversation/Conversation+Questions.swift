import FHIR
import FormFiller
import LineEditor

extension Conversation {
  /// A question with how to answer it and what can be chosen.
  func questionBlocks(for node: NodeID) -> [Block] {
    let item = response.item(of: node)
    let words = words(of: node)
    var blocks: [Block] = [.question(words.question)] + mediaBlocks(for: item)
    guard item.canBeAnsweredHere else {
      return blocks + [
        .text(item.type == .attachment ? wording.fileQuestion : wording.unanswerableQuestion)
      ]
    }
    blocks += textBlocks(of: item)
    if let format = words.entryFormat {
      blocks.append(.hint(isNameOfLine(node) ? wording.wholeLineHint(format) : format))
    }
    if item.type == .boolean {
      blocks.append(.choices(yesOrNoChoices(now: response.answers(of: node).first?.value)))
    } else if !item.options.isEmpty, !item.isSearched {
      blocks.append(choiceBlock(for: node))
    }
    if item.isAnsweredOneByOne, !response.answers(of: node).isEmpty {
      blocks.append(
        .choices(numbered(response.answers(of: node).map { words.text(of: $0.value, wording) })))
    }
    blocks += hints(for: node).map { .hint($0) }
    if keepsByEnter(node), let answer = answerNow(of: node) {
      blocks.append(.hint(wording.keepHint(answer: answer)))
    }
    if !prefill(for: node).isEmpty {
      blocks.append(.lineHint(isWorkedOut(node) ? wording.calculatedHint : wording.prefillHint))
    }
    if beginsSpareRow(node) {
      blocks.append(.hint(wording.spareRowHint))
    } else if item.isRequired {
      blocks.append(.hint(wording.neededHint))
    }
    return blocks + [.keys(wording.keys(canSkip: !item.isRequired))]
  }

  /// Whether the answer in the line is what the form worked out, and not a person's.
  private func isWorkedOut(_ node: NodeID) -> Bool {
    guard drafts[node] == nil, case .calculated? = response.calculation(of: node) else {
      return false
    }
    return true
  }

  private func hints(for node: NodeID) -> [String] {
    let item = response.item(of: node)
    var hints: [String] = []
    if item.source.entryFormat == nil, let hint = howToAnswer(node) { hints.append(hint) }
    if item.source.entryFormat != nil, let (step, start) = item.steps {
      hints.append(wording.stepHint(step, from: start))
    }
    if isNameOfLine(node), item.source.entryFormat == nil {
      hints.append(wording.wholeLineHint(""))
    }
    if item.isSearched { hints.append(wording.searchHint(count: item.options.count)) }
    if item.type == .openChoice { hints.append(wording.openChoiceHint) }
    if item.isAnsweredOneByOne { hints.append(wording.oneByOneHint) }
    return hints
  }

  private func howToAnswer(_ node: NodeID) -> String? {
    let item = response.item(of: node)
    if item.type == .boolean { return wording.yesOrNoHint }
    if !item.options.isEmpty {
      guard !item.isSearched else { return nil }
      let options = answerReader(for: node).options
      let first = options.typedMarker(at: 0)
      guard item.repeats, item.options.count > 1 else {
        return wording.chooseOneHint(marker: first)
      }
      return wording.chooseSeveralHint(first: first, second: options.typedMarker(at: 1))
    }
    let steps = item.steps.map { wording.stepHint($0.step, from: $0.start) }
    guard let least = item.minValue, let most = item.maxValue,
      item.type == .integer || item.type == .decimal
    else { return steps }
    let scale = wording.scaleHint(least: wording.text(of: least), most: wording.text(of: most))
    return [scale, steps].compactMap { $0 }.joined(separator: " ")
  }

  // MARK: - What can be chosen

  /// The options of a question, side by side where its form wants that.
  func choiceBlock(for node: NodeID) -> Block {
    let choices = choices(for: node)
    return response.item(of: node).source.hasHorizontalOptions
      ? .choicesInARow(choices) : .choices(choices)
  }

  private func choices(for node: NodeID) -> [Block.Choice] {
    let item = response.item(of: node)
    let words = words(of: node)
    let reader = answerReader(for: node)
    let chosen = response.answers(of: node).map(\.value)
    return item.options.enumerated().map { index, option in
      Block.Choice(
        marker: reader.marker(forOptionAt: index), label: words.label(withMediaOf: option, wording),
        isChosen: chosen.contains { $0.means(option.value) })
    }
  }

  func yesOrNoChoices(now: AnswerValue?) -> [Block.Choice] {
    [true, false].enumerated().map { index, value in
      Block.Choice(
        marker: String(index + 1), label: wording.text(of: .boolean(value)),
        isChosen: now == .boolean(value))
    }
  }

  // MARK: - What stands in the line

  /// Whether an answer that is there is kept by pressing Enter, because typing into it would only
  /// get in the way.
  private func keepsByEnter(_ node: NodeID) -> Bool {
    let item = response.item(of: node)
    guard response.state(of: node).isSettled, !item.isAnsweredOneByOne else { return false }
    if case .declined = response.state(of: node) { return true }
    return !isTyped(item)
  }

  private func isTyped(_ item: FormItem) -> Bool {
    item.options.isEmpty && item.type != .boolean
  }

  private func answerNow(of node: NodeID) -> String? {
    switch response.state(of: node) {
    case .answered(let values): words(of: node).list(values, wording)
    case .declined(.askedUnknown): wording.unknownAnswer
    case .declined(.askedDeclined): wording.declinedAnswer
    case .notReached, .skipped: nil
    }
  }

  /// What was typed and not accepted, else the answer, of a question that is answered by typing.
  ///
  /// Where a mark is chosen, what was typed before would only be in the way of the next mark.
  func prefill(for node: NodeID) -> String {
    let item = response.item(of: node)
    guard isTyped(item) || item.isSearched else { return "" }
    if let draft = drafts[node] { return draft }
    guard !item.isSearched, !item.isAnsweredOneByOne,
      case .answered(let values) = response.state(of: node)
    else {
      return ""
    }
    return words(of: node).list(values, wording)
  }

  func completions(for node: NodeID) -> [Completion] {
    let item = response.item(of: node)
    if item.type == .boolean {
      return [true, false].map { Completion(text: wording.text(of: .boolean($0))) }
    }
    return item.options.isEmpty ? [] : options(of: words(of: node)).completions
  }
}
