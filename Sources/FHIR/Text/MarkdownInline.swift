/// Reduces the marks within a line of Markdown: emphasis, code, links, pictures, escapes.
struct MarkdownInline {
  private let text: [Character]
  private var position = 0
  private var result = ""

  private init(_ text: String) { self.text = Array(text) }

  /// The line without its marks.
  static func plainText(of text: String) -> String {
    var reader = MarkdownInline(text)
    reader.read()
    return MarkupEntities.decoded(reader.result)
  }

  private mutating func read() {
    while position < text.count {
      let character = text[position]
      switch character {
      case "\\" where isSign(at: position + 1):
        result.append(text[position + 1])
        position += 2
      case "`": readCode()
      case "!" where self.character(at: position + 1) == "[":
        position += 1
        readLink(isPicture: true)
      case "[": readLink(isPicture: false)
      case "<": readTag()
      case "*", "_", "~": readEmphasis(character)
      default:
        result.append(character)
        position += 1
      }
    }
  }

  private func character(at index: Int) -> Character? {
    text.indices.contains(index) ? text[index] : nil
  }

  private func isSign(at index: Int) -> Bool {
    character(at: index).map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) } ?? false
  }

  private mutating func readCode() {
    let count = text[position...].prefix { $0 == "`" }.count
    let start = position + count
    var index = start
    while index < text.count {
      let run = text[index...].prefix { $0 == "`" }.count
      if run == count {
        result += String(text[start..<index])
        position = index + count
        return
      }
      index += max(run, 1)
    }
    result += String(text[position..<start])
    position = start
  }

  /// Drops marks that open or close; a sign between spaces is a sign.
  private mutating func readEmphasis(_ mark: Character) {
    let count = text[position...].prefix { $0 == mark }.count
    let before = character(at: position - 1)
    let after = character(at: position + count)
    let opens = after.map { !$0.isWhitespace } ?? false
    let closes = before.map { !$0.isWhitespace } ?? false
    let isInWord =
      (before?.isLetter == true || before?.isNumber == true)
      && (after?.isLetter == true || after?.isNumber == true)
    let hasPartner =
      (opens && text.dropFirst(position + count).contains(mark))
      || (closes && text.prefix(position).contains(mark))
    let isMark = hasPartner && !(mark == "_" && isInWord) && !(mark == "~" && count < 2)
    if !isMark { result += String(text[position..<(position + count)]) }
    position += count
  }

  /// `[words](address "title")`; anything else in brackets stays.
  private mutating func readLink(isPicture: Bool) {
    guard let close = closingBracket(), character(at: close + 1) == "(",
      let end = text[(close + 2)...].firstIndex(of: ")")
    else {
      result += isPicture ? "![" : "["
      position += 1
      return
    }
    let words = Self.plainText(of: String(text[(position + 1)..<close]))
    let address = String(text[(close + 2)..<end].prefix { !$0.isWhitespace })
      .filter { $0 != "<" && $0 != ">" }
    if isPicture {
      result += PictureText.text(words)
    } else {
      let isAddress = words.isEmpty || address.hasSuffix(words)
      result += isAddress ? address : words
      if !isAddress, XHTMLText.isWorthReading(address) { result += " (\(address))" }
    }
    position = end + 1
  }

  private func closingBracket() -> Int? {
    var depth = 0
    for index in position..<text.count {
      if text[index] == "[" { depth += 1 }
      if text[index] == "]" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// `<https://…>` is an address; `<br/>` and the like are dropped.
  private mutating func readTag() {
    guard let end = text[position...].firstIndex(of: ">") else {
      result.append("<")
      position += 1
      return
    }
    let inside = String(text[(position + 1)..<end])
    if XHTMLText.isWorthReading(inside) {
      result += inside
    } else if let first = inside.first, first.isLetter || first == "/" || first == "!" {
      if inside.lowercased().hasPrefix("br") { result += " " }
    } else {
      result.append("<")
      position += 1
      return
    }
    position = end + 1
  }
}
