/// Gathers plain text line by line, as reading markup goes along.
struct PlainTextLines {
  private var lines: [String] = []
  private var line = ""
  /// What stands before the text of the next line: the mark of a list, the space under it.
  private var indent = ""
  private var wantsGap = false
  private var wantsSpace = false

  /// Adds words; every run of white space counts as one space.
  mutating func add(_ text: String) {
    for character in text {
      if character.isWhitespace {
        wantsSpace = true
      } else {
        if line.isEmpty { begin() } else if wantsSpace { line.append(" ") }
        wantsSpace = false
        line.append(character)
      }
    }
  }

  /// Adds text whose spaces count.
  mutating func addExactly(_ text: String) {
    for (number, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { endLine() }
      guard !part.isEmpty else { continue }
      if line.isEmpty { begin() }
      line += part
    }
  }

  private mutating func begin() {
    if wantsGap, !lines.isEmpty { lines.append("") }
    wantsGap = false
    line = indent
    indent = String(repeating: " ", count: indent.count)
  }

  /// Ends the line, if one has begun.
  mutating func endLine() {
    if !line.isEmpty { lines.append(line) }
    line = ""
    wantsSpace = false
  }

  /// Ends the paragraph: an empty line comes before the next text.
  mutating func endParagraph() {
    endLine()
    wantsGap = true
  }

  /// Begins a line with a mark; the lines below stand under its text.
  mutating func beginEntry(_ mark: String, depth: Int) {
    endLine()
    indent = String(repeating: "  ", count: max(0, depth - 1)) + mark
  }

  /// Leaves a list: lines stand at the edge again.
  mutating func endEntry() {
    endLine()
    indent = ""
  }

  /// The text, or nil when there is none.
  mutating func finished() -> String? {
    endLine()
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
