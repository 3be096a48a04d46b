/// The XHTML that a narrative may hold (R4, 2.3.2, rules txt-1 and txt-2).
enum Narrative {
  private static let elements: Set<String> = [
    "a", "abbr", "acronym", "b", "big", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "i", "img", "li", "ol", "p", "pre", "q", "samp", "small", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var",
  ]

  /// Whether a text is a `div` with allowed elements only, each closed, and with some content.
  static func isAllowed(_ text: String) -> Bool {
    var open: [String] = []
    var hasContent = false
    var isFirst = true
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      guard byte == UInt8(ascii: "<") else {
        if ![0x20, 0x09, 0x0A, 0x0D].contains(byte) {
          guard !open.isEmpty else { return false }
          hasContent = true
        }
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let tag = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if tag.hasPrefix("!--") { continue }
      let isEnd = tag.hasPrefix("/")
      let name = String(
        tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
      if isFirst, name != "div" { return false }
      isFirst = false
      if isEnd {
        guard open.popLast() == name else { return false }
        continue
      }
      guard elements.contains(name), !hasScript(tag) else { return false }
      if name == "img" { hasContent = true }
      if !tag.hasSuffix("/") { open.append(name) }
    }
    return open.isEmpty && hasContent
  }

  /// Whether an attribute would run something.
  private static func hasScript(_ tag: String) -> Bool {
    tag.split(whereSeparator: \.isWhitespace).dropFirst().contains {
      $0.lowercased().hasPrefix("on") && $0.contains("=")
    }
  }
}
