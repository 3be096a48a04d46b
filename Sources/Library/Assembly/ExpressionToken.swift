/// A word of a FHIRPath expression, as far as linkIds in it have to be found.
///
/// The language itself lies in a room that this one does not import, and the expressions here may
/// be of queries with FHIRPath within them, which no parser takes whole.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    /// A text in quotes, without its escapes.
    case text(String)
    /// A name, in delimiters or not.
    case name(String)
    /// A variable, without its `%`.
    case variable(String)
    /// Anything else.
    case symbol(String)
  }

  let kind: Kind
  /// Where it stands, in UTF-8 bytes.
  let range: Range<Int>

  /// The words of an expression, without space and comments.
  static func all(in expression: String) -> [ExpressionToken] {
    var lexer = ExpressionLexer(bytes: Array(expression.utf8))
    var tokens: [ExpressionToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  /// A text as it is written in an expression.
  static func literal(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol(symbol) }

  /// Whether it compares for being equal or not.
  var comparesEquality: Bool { ["=", "!=", "~", "!~"].contains { isSymbol($0) } }
}

/// Cuts an expression into words.
private struct ExpressionLexer {
  let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  mutating func next() -> ExpressionToken? {
    skipSpaceAndComments()
    guard offset < bytes.count else { return nil }
    let start = offset
    let kind = readKind()
    return ExpressionToken(kind: kind, range: start..<offset)
  }

  private mutating func skipSpaceAndComments() {
    while offset < bytes.count {
      if byte() == 0x20 || 0x09...0x0D ~= byte() {
        offset += 1
      } else if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        while offset < bytes.count, byte() != 0x0A { offset += 1 }
      } else if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        offset += 2
        while offset < bytes.count, byte() != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") {
          offset += 1
        }
        offset = min(offset + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private mutating func readKind() -> ExpressionToken.Kind {
    switch byte() {
    case UInt8(ascii: "'"): return .text(readQuoted())
    case UInt8(ascii: "`"): return .name(readQuoted())
    case UInt8(ascii: "%"):
      offset += 1
      let isQuoted = byte() == UInt8(ascii: "'") || byte() == UInt8(ascii: "`")
      return .variable(isQuoted ? readQuoted() : readWord())
    case let first where Self.isWord(first): return .name(readWord())
    case UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      let length = byte(1) == UInt8(ascii: "=") || byte(1) == UInt8(ascii: "~") ? 2 : 1
      return readSymbol(length)
    default: return readSymbol(1)
    }
  }

  private mutating func readSymbol(_ length: Int) -> ExpressionToken.Kind {
    let end = min(offset + length, bytes.count)
    defer { offset = end }
    return .symbol(String(decoding: bytes[offset..<end], as: UTF8.self))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }

  private mutating func readWord() -> String {
    let start = offset
    while Self.isWord(byte()) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func readQuoted() -> String {
    let quote = byte()
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count, byte() != quote {
      if byte() == UInt8(ascii: "\\") {
        offset += 1
        text += readEscape()
      } else {
        text.append(byte())
        offset += 1
      }
    }
    offset = min(offset + 1, bytes.count)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads what follows a backslash.
  private mutating func readEscape() -> [UInt8] {
    let escaped = byte()
    offset = min(offset + 1, bytes.count)
    switch escaped {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"):
      let digits = bytes[offset..<min(offset + 4, bytes.count)]
      guard digits.count == 4,
        let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      else { return [escaped] }
      offset += 4
      return Array(String(scalar).utf8)
    default: return [escaped]
    }
  }
}
