/// Reduces Markdown to plain text: lists as lines, links with their address, pictures by their words.
struct MarkdownText {
  private var lines = PlainTextLines()
  private var isInCode = false
  private var isInList = false

  /// The plain text, or nil when it holds no words.
  static func plainText(of markup: String) -> String? {
    var reader = MarkdownText()
    for line in markup.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      reader.read(String(line))
    }
    return reader.lines.finished()
  }

  // MARK: - Lines

  private mutating func read(_ line: String) {
    let spaces = line.prefix { $0 == " " }.count
    var text = line.dropFirst(spaces)
    if text.hasPrefix("```") || text.hasPrefix("~~~") {
      isInCode.toggle()
      lines.endLine()
      return
    }
    if isInCode {
      lines.addExactly(line)
      lines.endLine()
      return
    }
    while text.first == ">" { text = text.dropFirst().drop { $0 == " " } }
    if text.allSatisfy(\.isWhitespace) {
      lines.endParagraph()
      return
    }
    if Self.isRule(text) { return lines.endParagraph() }
    if let entry = Self.entry(text) { return read(entry, spaces: spaces) }
    if spaces == 0, isInList {
      lines.endEntry()
      isInList = false
    }
    if text.first == "#", let heading = Self.heading(text) {
      lines.endParagraph()
      lines.add(MarkdownInline.plainText(of: heading))
      lines.endParagraph()
      return
    }
    if text.first == "|" { return read(row: text) }
    lines.add(" " + MarkdownInline.plainText(of: Self.withoutBreak(text)))
    if text.hasSuffix("  ") || text.hasSuffix("\\") { lines.endLine() }
  }

  private mutating func read(_ entry: (mark: String, text: Substring), spaces: Int) {
    lines.beginEntry(entry.mark, depth: spaces / 2 + 1)
    lines.add(MarkdownInline.plainText(of: String(entry.text)))
    isInList = true
  }

  private mutating func read(row: Substring) {
    lines.endLine()
    let cells = row.split(separator: "|").map { $0.filter { !"-: ".contains($0) } }
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    let texts = row.split(separator: "|").map { MarkdownInline.plainText(of: String($0)) }
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    lines.add(texts.joined(separator: ", "))
    lines.endLine()
  }

  private static func withoutBreak(_ text: Substring) -> String {
    text.hasSuffix("\\") ? String(text.dropLast()) : String(text)
  }

  /// Whether a line is a rule, or the underline of a heading.
  private static func isRule(_ text: Substring) -> Bool {
    let signs = text.filter { !$0.isWhitespace }
    guard let first = signs.first, "-=*_".contains(first) else { return false }
    return signs.count >= 3 && signs.allSatisfy { $0 == first }
  }

  private static func heading(_ text: Substring) -> String? {
    let rest = text.drop { $0 == "#" }
    guard rest.first == " ", text.count - rest.count <= 6 else { return nil }
    var words = rest.drop { $0 == " " }
    while let last = words.last, last == "#" || last == " " { words = words.dropLast() }
    return String(words)
  }

  /// The mark and the text of an entry of a list.
  private static func entry(_ text: Substring) -> (mark: String, text: Substring)? {
    if let first = text.first, "-*+".contains(first), text.dropFirst().first == " " {
      return ("- ", text.dropFirst(2))
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard 1...9 ~= digits.count, let sign = rest.first, sign == "." || sign == ")",
      rest.dropFirst().first == " "
    else { return nil }
    return ("\(digits). ", rest.dropFirst(2))
  }
}
