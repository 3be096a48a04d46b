import FHIR
import FormFiller

extension Conversation {
  /// What to show where the conversation is.
  mutating func show() -> Turn {
    noteShownHelpPage()
    if case .ended(let ending) = place, holdsUpEnd(ending) { place = .unsaved(ending) }
    remarkOnSaving()
    var turn = turnForPlace()
    givenPrefill = turn.prefill
    // What was just understood or went wrong stands next to the line that is typed.
    // A page of help leaves no answer on the screen.
    if turn.isHelpPage { remarks.removeAll { $0.isNote } }
    if !turn.isHidden {
      let errors = remarks.filter(\.isError)
      let others = remarks.filter { !$0.isError }
      turn.blocks.insert(contentsOf: others, at: 0)
      turn.questionStart += others.count
      turn.blocks += errors
    }
    return turn
  }

  private mutating func turnForPlace() -> Turn {
    switch place {
    case .notice:
      return Turn(
        [.title(wording.cannotDoHeading, isNew: true)] + unsupportedNotes.map { .text($0) },
        prompt: wording.continuePrompt)
    case .stop(.item(let node)): return questionTurn(node)
    case .stop(.anotherRow(let group)):
      return Turn(
        sectionBlocks(for: group) + texts + rowBlocks(of: group),
        prompt: wording.answerPrompt, completions: completions(forNextRowOf: group))
    case .which(let question): return whichTurn(question)
    case .help(let node): return Turn(helpBlocks(for: node), prompt: wording.answerPrompt)
    case .removal(let group, let row):
      return Turn(removalBlocks(of: row, in: group), prompt: wording.answerPrompt)
    case .helpPage(let page, _):
      return Turn(helpPageBlocks(page), prompt: wording.continuePrompt, isHelpPage: true)
    case .endPage(let page, _):
      return Turn(endPageBlocks(page), prompt: wording.continuePrompt)
    case .hidden:
      return Turn([.text(wording.hiddenText)], prompt: wording.answerPrompt, isHidden: true)
    case .review(let next): return reviewTurn(then: next)
    case .stopping:
      return Turn(
        [
          .question(wording.stopQuestion), .text(wording.stopExplanation),
          .choices(numbered(wording.stopChoices)),
        ] + helpForLeaving, prompt: wording.answerPrompt)
    case .language: return Turn(languageBlocks, prompt: wording.answerPrompt)
    case .learning(let topic, _):
      return Turn(learningBlocks(topic), prompt: wording.continuePrompt)
    case .unsaved: return Turn(unsavedBlocks, prompt: wording.answerPrompt)
    case .ended(let ending): return endTurn(ending)
    }
  }

  private mutating func questionTurn(_ node: NodeID) -> Turn {
    let before =
      sectionBlocks(for: node) + ownLanguageBlocks(for: node) + texts + stemBlocks(for: node)
    return Turn(
      before + questionBlocks(for: node), questionStart: before.count,
      prompt: response.item(of: node).canBeAnsweredHere
        ? wording.answerPrompt : wording.continuePrompt,
      prefill: prefill(for: node), completions: completions(for: node))
  }

  private func whichTurn(_ question: WhichQuestion) -> Turn {
    let labels = question.candidates.map(\.label)
    let meanings = question.candidates.filter { $0.kind == .meaning }.map(\.label)
    let isNames = response.item(of: question.node).isSearched
    let before: [Block] =
      isNames && question.offersTyped ? [.text(wording.notInList)] : []
    return Turn(
      before + [
        .question(
          isNames
            ? wording.didYouMean(meanings) : wording.whichHeading(count: meanings.count)),
        .choices(numbered(labels + (question.offersTyped ? [] : [wording.noneOfThese]))),
      ], prompt: wording.answerPrompt)
  }

  private mutating func reviewTurn(then next: Place?) -> Turn {
    listReviewed()
    // Who was only told what to type need not go through all pages again.
    let blocks = reviewIsKnown ? [.text(wording.reviewAgainHint)] : reviewBlocks(then: next)
    return Turn(
      blocks + reviewQuestion(then: next), questionStart: blocks.count,
      prompt: wording.answerPrompt)
  }

  private func endTurn(_ ending: Ending) -> Turn {
    let blocks: [Block] =
      switch ending {
      case .completed: [.text(wording.thanks)]
      case .stopped: [.text(wording.stopped)]
      case .ended, .discarded: []
      }
    return Turn(blocks, prompt: wording.answerPrompt, ending: ending)
  }

  // MARK: - Sections

  /// The outermost group that a node lies in.
  func section(of node: NodeID) -> NodeID? {
    var section = node
    while let above = response.parent(of: section) { section = above }
    return response.item(of: section).type == .group ? section : nil
  }

  private mutating func sectionBlocks(for node: NodeID) -> [Block] {
    var blocks: [Block] = []
    if let section = section(of: node) {
      let text = words(of: section).text.onOneLine
      if !text.isEmpty { blocks.append(.title(text, isNew: section != shownSection)) }
      shownSection = section
    }
    if let place = response.row(of: node), let heading = rowHeading(place.group, place.row) {
      blocks.append(.text(heading))
    }
    return blocks
  }

  /// The words of the group within a section that a question lies in; often the question only goes
  /// on with them.
  private func stemBlocks(for node: NodeID) -> [Block] {
    var above = response.parent(of: node)
    while let found = above, response.item(of: found).type != .group {
      above = response.parent(of: found)
    }
    guard let group = above, group != section(of: node),
      !response.item(of: group).isRepeatingGroup
    else { return [] }
    let text = words(of: group).text
    return text.isEmpty ? [] : [.text(text)]
  }

  private func rowHeading(_ group: NodeID, _ row: InstanceID) -> String? {
    let rows = response.rows(of: group)
    guard let number = rows.firstIndex(of: row) else { return nil }
    return wording.row(
      words(of: group).text.onOneLine, number: number + 1,
      known: answerTexts(ofRow: row, in: group).first)
  }

  func numbered(_ labels: [String]) -> [Block.Choice] {
    labels.enumerated().map { Block.Choice(marker: String($0 + 1), label: $1) }
  }
}

extension Block {
  var isError: Bool {
    if case .error = self { return true }
    return false
  }

  var isNote: Bool {
    if case .note = self { return true }
    return false
  }
}
