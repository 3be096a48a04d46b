/// Reduces XHTML to plain text: lists as lines, links with their address, pictures by their words.
struct XHTMLText {
  private var lines = PlainTextLines()
  private var open: [Element] = []

  /// An element that has begun.
  private struct Element {
    let name: String
    /// The address of a link.
    var address: String?
    /// The words of a link so far.
    var words = ""
    /// How many entries a list has so far.
    var entries = 0
  }

  /// The plain text, or nil when the markup cannot be read or holds no words.
  static func plainText(of markup: String) -> String? {
    var reader = XHTMLText()
    guard reader.read(markup) else { return nil }
    return reader.lines.finished()
  }

  // MARK: - Reading

  private mutating func read(_ markup: String) -> Bool {
    var rest = markup[...]
    while !rest.isEmpty {
      guard let start = rest.firstIndex(of: "<") else {
        add(String(rest))
        break
      }
      add(String(rest[..<start]))
      rest = rest[start...]
      if let skipped = Self.passingOver(rest) {
        rest = skipped
        continue
      }
      guard let end = Self.end(ofTag: rest) else { return false }
      guard read(tag: String(rest[rest.index(after: start)..<end])) else { return false }
      rest = rest[rest.index(after: end)...]
    }
    return open.isEmpty
  }

  /// What follows a comment or declaration, or nil when there is none here.
  private static func passingOver(_ rest: Substring) -> Substring? {
    for (start, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", "?>")]
    where rest.hasPrefix(start) {
      return rest.firstRange(of: end).map { rest[$0.upperBound...] } ?? ""
    }
    return nil
  }

  /// The end of a tag, which no quoted attribute hides.
  private static func end(ofTag rest: Substring) -> Substring.Index? {
    var quote: Character?
    for index in rest.indices {
      let character = rest[index]
      if let current = quote {
        if character == current { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return index
      }
    }
    return nil
  }

  private mutating func read(tag: String) -> Bool {
    if tag.hasPrefix("/") {
      let name = tag.dropFirst().prefix { !$0.isWhitespace }.lowercased()
      guard let element = open.popLast(), element.name == name else { return false }
      end(element)
      return true
    }
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    guard let first = name.first, first.isLetter else { return false }
    begin(name, tag)
    let isEmpty = tag.hasSuffix("/") || ["br", "hr", "img", "col"].contains(name)
    if isEmpty, let element = open.popLast() { end(element) }
    return true
  }

  // MARK: - Elements

  private static let paragraphs: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre",
  ]
  private static let unread: Set<String> = ["script", "style", "head", "title"]

  private var isUnread: Bool { open.contains { Self.unread.contains($0.name) } }
  private var depthOfLists: Int { open.count { $0.name == "ul" || $0.name == "ol" } }

  private mutating func begin(_ name: String, _ tag: String) {
    var element = Element(name: name)
    switch name {
    case "br": lines.endLine()
    case "img": add(picture: Self.attribute("alt", of: tag) ?? "")
    case "a": element.address = Self.attribute("href", of: tag)
    case "li":
      let isNumbered = open.last?.name == "ol"
      if !open.isEmpty { open[open.count - 1].entries += 1 }
      lines.beginEntry(isNumbered ? "\(open.last?.entries ?? 1). " : "- ", depth: depthOfLists)
    case "ul", "ol": if depthOfLists == 0 { lines.endParagraph() } else { lines.endLine() }
    case "tr", "dt", "dd", "caption": lines.endLine()
    case "td", "th":
      if !open.isEmpty { open[open.count - 1].entries += 1 }
      if let row = open.last, row.entries > 1 { lines.add(", ") }
    case _ where Self.paragraphs.contains(name): if !isInEntry { lines.endParagraph() }
    default: break
    }
    open.append(element)
  }

  private mutating func end(_ element: Element) {
    switch element.name {
    case "a":
      if let address = element.address, Self.isWorthReading(address),
        !address.hasSuffix(element.words)
      {
        add(" (\(address))")
      }
    case "li": lines.endEntry()
    case "tr", "dt", "dd": lines.endLine()
    case "ul", "ol": if depthOfLists == 0 { lines.endParagraph() }
    case _ where Self.paragraphs.contains(element.name):
      if isInEntry { lines.endLine() } else { lines.endParagraph() }
    default: break
    }
  }

  private var isInEntry: Bool { open.contains { $0.name == "li" } }

  private mutating func add(_ text: String) {
    guard !isUnread else { return }
    let decoded = MarkupEntities.decoded(text)
    if let link = open.lastIndex(where: { $0.name == "a" }) { open[link].words += decoded }
    if open.contains(where: { $0.name == "pre" }) {
      lines.addExactly(decoded)
    } else {
      lines.add(decoded)
    }
  }

  private mutating func add(picture words: String) {
    guard !isUnread else { return }
    lines.add(PictureText.text(words))
  }

  /// Addresses within the page lead nowhere from here.
  static func isWorthReading(_ address: String) -> Bool {
    ["http://", "https://", "mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    var rest = tag[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      let value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'",
        let end = value.dropFirst().firstIndex(of: quote)
      else { return nil }
      if key.lowercased() == name {
        return MarkupEntities.decoded(String(value[value.index(after: value.startIndex)..<end]))
      }
      rest = value[value.index(after: end)...]
    }
    return nil
  }
}
