import LineEditor

/// Turns what a person is to see into lines that fit the screen.
struct PageRenderer {
  let presentation: Terminal.Presentation
  let colour: Terminal.Colour
  let columns: Int

  /// Lines longer than this are hard to read, however wide the screen is.
  static let greatestWidth = 76

  private var width: Int { max(20, min(columns - 1, Self.greatestWidth)) }

  /// The lines of a block, with an empty line before it where it begins something.
  func lines(for block: Block, isFirst: Bool) -> [String] {
    let lines = contents(of: block)
    guard !lines.isEmpty, !isFirst, beginsParagraph(block) else { return lines }
    return [""] + lines
  }

  private func beginsParagraph(_ block: Block) -> Bool {
    switch block {
    case .entry, .hint, .lineHint: false
    default: true
    }
  }

  private func contents(of block: Block) -> [String] {
    switch block {
    case .title(let text, let isNew): titleLines(text, isNew: isNew)
    case .text(let text), .hint(let text), .lineHint(let text), .note(let text), .keys(let text):
      wrapped(text)
    case .question(let text), .error(let text): wrapped(text).map { emphasised($0) }
    case .choices(let choices): choices.flatMap { lines(of: $0, among: choices) }
    case .choicesInARow(let choices): rowLines(of: choices)
    case .entry(let number, let label, let answer):
      wrapped("\(label): \(answer)", indent: "\(padded(String(number), 4)). ")
    }
  }

  private func titleLines(_ text: String, isNew: Bool) -> [String] {
    switch presentation {
    case .plain: isNew ? wrapped("Section: \(text)") : []
    case .styled: wrapped(text).map { emphasised($0) } + [String(repeating: "-", count: width)]
    }
  }

  private func lines(of choice: Block.Choice, among choices: [Block.Choice]) -> [String] {
    let markerWidth = choices.map(\.marker.count).max() ?? 1
    let marker = padded(choice.marker, markerWidth)
    return wrapped(labelText(of: choice), indent: "  \(marker)  ")
  }

  /// The choices on one line; below each other where that is too long, or where a screen reader is to
  /// read them one by one.
  private func rowLines(of choices: [Block.Choice]) -> [String] {
    let row = choices.map { "\($0.marker)  \(labelText(of: $0))" }.joined(separator: "    ")
    let line = wrapped(row, indent: "  ")
    return presentation == .styled && line.count == 1
      ? line : choices.flatMap { lines(of: $0, among: choices) }
  }

  private func labelText(of choice: Block.Choice) -> String {
    choice.label + (choice.isChosen ? " (chosen)" : "")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func emphasised(_ text: String) -> String {
    guard presentation == .styled, colour == .allowed, !text.isEmpty else { return text }
    return "\u{1B}[1m\(text)\u{1B}[0m"
  }

  /// Text in lines that fit, the first after `indent` and the others below its end.
  private func wrapped(_ text: String, indent: String = "") -> [String] {
    let safe = TextSanitizer.sanitized(text, lineBreaks: .kept)
    let hanging = String(repeating: " ", count: indent.count)
    var lines: [String] = []
    for paragraph in safe.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += TextWrapping.lines(of: String(paragraph), width: width - indent.count)
    }
    return lines.enumerated().map { index, line in
      line.isEmpty ? "" : (index == 0 ? indent : hanging) + line
    }
  }
}
