import FHIR
import FormFiller

extension Conversation {
  // MARK: - Help for a question

  mutating func receiveHelpChoice(_ line: String, for node: NodeID) {
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(.help), .command(.back): revisitKeepingTexts(node)
    case .command(let command):
      revisitKeepingTexts(node)
      perform(command)
    case .answer(let text):
      revisitKeepingTexts(node)
      if text.allSatisfy(\.isWhitespace) { return }
      switch wording.number(text) {
      case 1: return
      case 2: perform(.unknown)
      case 3: perform(.decline)
      case 4: perform(.skip)
      case 5: perform(.person)
      default: receiveAnswer(text, to: node)
      }
    }
  }

  private mutating func revisitKeepingTexts(_ node: NodeID) { place = .stop(.item(node)) }

  func helpBlocks(for node: NodeID) -> [Block] {
    var blocks: [Block] = [
      .title(wording.helpHeading, isNew: true), .question(words(of: node).question),
    ]
    let texts = helpTexts(for: node)
    blocks += texts.isEmpty ? [.text(wording.noHelp)] : texts.map { .text($0) }
    let choices = wording.helpChoices.enumerated().map { index, label in
      Block.Choice(marker: String(index + 1), label: label)
    }
    return blocks + [.choices(choices), .keys(wording.moreCommands)]
  }

  /// The help for a question: its own, then that of the groups it lies in, with the reason why it is
  /// asked and where there is more to read.
  private func helpTexts(for node: NodeID) -> [String] {
    var texts: [String] = []
    var links: [String] = []
    var reason: String?
    var above: NodeID? = node
    while let current = above {
      let item = response.item(of: current)
      texts += helpTexts(among: item.children)
      links += item.source.supportLinks.filter { !links.contains($0) }
      reason = reason ?? words(of: current).whyAsked
      above = response.parent(of: current)
    }
    texts += helpTexts(among: form.topItems)
    if let reason { texts.append(wording.whyAsked(reason)) }
    return texts + links.map { wording.moreToRead($0) }
  }

  private func helpTexts(among items: [Int]) -> [String] {
    items.map { form.items[$0] }.filter { $0.isHelp && isEnabled($0) }
      .map { words.words(of: $0).text }
  }

  /// Whether a text applies; one under a question has no node of its own before there is an answer.
  func isEnabled(_ item: FormItem) -> Bool {
    item.conditions.isEmpty
      || response.nodes(linkId: item.linkId).contains { response.isEnabled($0) }
  }

  // MARK: - Pages that end the conversation

  mutating func leaveEndPage(_ page: NodeID, _ line: String, _ from: Stop) {
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(.back): return revisit(from)
    case .command(.language(let tag)): return performLanguage(tag)
    default: break
    }
    switch response.item(of: page).endPage {
    case .discard:
      discard()
      place = .ended(.discarded)
    case .keep, nil: place = .ended(.ended)
    }
  }

  /// Drops every answer but what is urgent.
  private mutating func discard() {
    response = response.keepingOnlyUrgentRecords()
    drafts = [:]
    reviewed = []
  }

  func endPageBlocks(_ page: NodeID) -> [Block] {
    let item = response.item(of: page)
    var blocks: [Block] = [.text(words(of: page).text)]
    if item.endPage == .discard, !response.urgentRecords.isEmpty {
      blocks.append(.text(wording.urgentIsKept))
    }
    return blocks + [.hint(wording.endPageHint)]
  }

  // MARK: - What cannot be done

  /// What the form asks for and cannot be done here, said before the first question.
  var unsupportedNotes: [String] {
    var files = 0
    var others = 0
    var hasRules = false
    for problem in form.problems {
      guard case .unsupported(let what) = problem.kind else { continue }
      switch what {
      case .attachment: files += 1
      case .reference: others += 1
      case .extension, .modifierExtension: hasRules = true
      case .terminologyServer: break
      }
    }
    var notes: [String] = []
    if files > 0 { notes.append(wording.filesAsked(files)) }
    if others > 0 { notes.append(wording.unanswerable(others)) }
    if hasRules { notes.append(wording.rulesNotSupported) }
    return notes
  }
}

extension FormItem {
  /// Whether the item is help for the question that it lies in.
  fileprivate var isHelp: Bool {
    type == .display && (control == .help || control == .flyover)
  }
}
