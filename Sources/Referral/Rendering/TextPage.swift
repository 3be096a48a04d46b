/// A page of text that grows line by line, none wider than 80 columns.
struct TextPage {
  /// The width of the page in columns.
  static let width = 80
  /// The column at which answers begin.
  static let answerColumn = 32
  /// How many lines an answer may take beside its question.
  static let mostLinesBeside = 6

  private(set) var lines: [String] = []

  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func addBlank() { if lines.last != "" { lines.append("") } }

  mutating func add(_ page: TextPage) { lines += page.lines }

  /// Adds a rule across the page.
  mutating func addRule(_ mark: Character) {
    lines.append(String(repeating: mark, count: Self.width))
  }

  /// Adds a heading with a rule below.
  mutating func addHeading(_ heading: String) {
    addText(heading, indent: 0)
    addRule("-")
  }

  /// Adds text, wrapped, every line of it indented; lines after the first by `hanging` more.
  mutating func addText(_ text: String, indent: Int, hanging: Int = 0) {
    let wrapped = PrintableText(text).wrapped(to: Self.width - indent - hanging)
    for (place, line) in wrapped.enumerated() {
      lines.append(Self.indented(line, by: place == 0 ? indent : indent + hanging))
    }
  }

  /// Adds lines that are ready and fit, indented.
  mutating func addReady(_ ready: [String], indent: Int) {
    lines += ready.map { Self.indented($0, by: indent) }
  }

  /// Adds a label with text beside it, or below it where it is long.
  ///
  /// Every line of the text is indented, so that none can be taken for a heading.
  mutating func addLabelled(
    _ label: String, _ text: String, indent: Int, column: Int = TextPage.answerColumn,
    atMost mostLines: Int = TextPage.mostLinesBeside
  ) {
    let text = PrintableText(text)
    let labelWidth = column - 2 - indent
    let beside = text.wrapped(to: Self.width - column)
    guard labelWidth >= 12, beside.count <= mostLines else {
      addText(label, indent: indent)
      add(text, indent: indent + 4)
      return
    }
    let labelLines = PrintableText(label).wrapped(to: labelWidth)
    for place in 0..<max(labelLines.count, beside.count) {
      let left = place < labelLines.count ? Self.indented(labelLines[place], by: indent) : ""
      guard place < beside.count, !beside[place].isEmpty else {
        lines.append(left)
        continue
      }
      let gap = String(repeating: " ", count: column - TextWidth.columns(left))
      lines.append(left + gap + beside[place])
    }
  }

  private mutating func add(_ text: PrintableText, indent: Int) {
    let indent = min(indent, Self.width / 2)
    lines += text.wrapped(to: Self.width - indent).map { Self.indented($0, by: indent) }
  }

  private static func indented(_ line: String, by indent: Int) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: indent) + line
  }
}
