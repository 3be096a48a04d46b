/// The XHTML that a narrative may hold (R4, 2.3.2, rules txt-1 and txt-2).
struct Narrative {
  /// The formatting elements of HTML 4.0 that R4 allows.
  private static let elements: Set<String> = [
    "a", "abbr", "acronym", "b", "big", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "i", "img", "li", "ol", "p", "pre", "q", "samp", "small", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var",
  ]

  /// Their attributes; none that runs or loads something but an image.
  private static let attributes: Set<String> = [
    "abbr", "align", "alt", "axis", "bgcolor", "border", "cellpadding", "cellspacing", "char",
    "charoff", "cite", "class", "clear", "color", "colspan", "compact", "coords", "dir", "frame",
    "headers", "height", "href", "hreflang", "hspace", "id", "lang", "longdesc", "name", "noshade",
    "nowrap", "rel", "rev", "rowspan", "rules", "scope", "shape", "size", "span", "src", "start",
    "style", "summary", "tabindex", "target", "title", "type", "valign", "value", "vspace", "width",
    "xml:lang", "xmlns",
  ]

  /// Whether a text is one `div` with allowed elements only, each closed, and with some content.
  static func isAllowed(_ text: String) -> Bool {
    var reader = Narrative(rest: Array(text.utf8)[...])
    while reader.isAllowed, !reader.rest.isEmpty { reader.readNext() }
    return reader.isAllowed && reader.open.isEmpty && reader.hasContent
  }

  private var rest: ArraySlice<UInt8>
  private var open: [String] = []
  private var hasRoot = false
  private var hasContent = false
  private var isAllowed = true

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private mutating func readNext() {
    if rest.starts(with: "<!--".utf8) {
      skipComment()
    } else if rest.starts(with: "</".utf8) {
      rest = rest.dropFirst(2)
      isAllowed = open.popLast() == readName()
      skipSpace()
      isAllowed = isAllowed && skip(">")
    } else if skip("<") {
      readElement()
    } else if !skipSpace() {
      isAllowed = !open.isEmpty
      hasContent = true
      rest = rest.dropFirst()
    }
  }

  private mutating func readElement() {
    let name = readName()
    // All lies in one element, which is a div.
    isAllowed = Self.elements.contains(name) && (!open.isEmpty || (!hasRoot && name == "div"))
    hasRoot = true
    while isAllowed, skipSpace(), let next = rest.first, next != UInt8(ascii: ">"),
      next != UInt8(ascii: "/")
    {
      isAllowed = readAttribute()
    }
    if name == "img" { hasContent = true }
    let isClosed = skip("/")
    if !isClosed { open.append(name) }
    isAllowed = isAllowed && skip(">")
  }

  private mutating func readAttribute() -> Bool {
    let name = readName()
    skipSpace()
    guard skip("=") else { return false }
    skipSpace()
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return false
    }
    rest = rest.dropFirst()
    guard let end = rest.firstIndex(of: quote) else { return false }
    let value = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return Self.attributes.contains(name) && !Self.isScript(value)
  }

  /// Whether a link would run something.
  private static func isScript(_ value: String) -> Bool {
    let scheme = value.prefix { $0 != ":" }.filter { !$0.isWhitespace }.lowercased()
    return scheme == "javascript" || scheme == "vbscript"
  }

  // MARK: - Characters

  private mutating func readName() -> String {
    let name = rest.prefix {
      Lexer.isLetterOrDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
    }
    rest = rest[name.endIndex...]
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Moves over white space; whether there was some.
  @discardableResult
  private mutating func skipSpace() -> Bool {
    let space = rest.prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    rest = rest[space.endIndex...]
    return !space.isEmpty
  }

  private mutating func skipComment() {
    rest = rest.dropFirst(4)
    while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
    isAllowed = !rest.isEmpty
    rest = rest.dropFirst(3)
  }
}
