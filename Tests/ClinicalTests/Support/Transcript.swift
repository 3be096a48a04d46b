import Interview

/// What a person was shown and asked.
struct Transcript: Sendable {
  /// The words of each screen, with what is typed beside choices.
  private(set) var screens: [Screen] = []
  /// The linkIds of the questions, in the order they were first asked.
  private(set) var asked: [String] = []
  /// The linkIds of the pages of help, in the order they were shown.
  private(set) var helpPages: [String] = []

  /// One screen.
  struct Screen: Sendable {
    /// The question or page that it is about.
    let linkId: String?
    let isHelpPage: Bool
    let text: String
    /// The text as others are looked for in it.
    let compared: ComparedText

    init(linkId: String?, isHelpPage: Bool, text: String) {
      self.linkId = linkId
      self.isHelpPage = isHelpPage
      self.text = text
      compared = ComparedText(text)
    }
  }

  /// Notes a screen and what it is about.
  mutating func note(_ turn: Turn, about linkId: String?) {
    if turn.isHelpPage, let linkId {
      helpPages.append(linkId)
    } else if let linkId, !asked.contains(linkId) {
      asked.append(linkId)
    }
    screens.append(Screen(linkId: linkId, isHelpPage: turn.isHelpPage, text: turn.words))
  }

  /// Whether a text is on a screen, in any case of letters.
  func holds(_ text: String, on place: ClinicalCase.Mention.Place) -> Bool {
    let sought = ComparedText(text)
    return switch place {
    case .anyScreen: screens.contains { $0.compared.holds(sought) }
    case .helpPages: screens.contains { $0.isHelpPage && $0.compared.holds(sought) }
    case .questionsAsked: asked.contains(text)
    case .findings: false
    }
  }
}

extension Turn {
  /// All that is on the screen but for what stands in the line.
  var words: String { (blocks.map(\.words) + [prompt]).joined(separator: "\n") }

  /// What can be chosen.
  var choices: [Block.Choice] {
    blocks.flatMap { block -> [Block.Choice] in
      switch block {
      case .choices(let choices), .choicesInARow(let choices): choices
      default: []
      }
    }
  }

  /// What is typed to choose an option with these words.
  func marker(for label: String) -> String? { choices.first { $0.label == label }?.marker }
}

extension Block {
  fileprivate var words: String {
    switch self {
    case .title(let text, _), .text(let text), .question(let text), .hint(let text),
      .error(let text), .note(let text), .lineHint(let text), .keys(let text):
      text
    case .choices(let choices), .choicesInARow(let choices):
      choices.map(\.label).joined(separator: "\n")
    case .entry(_, let label, let answer): "\(label)\n\(answer)"
    }
  }
}
