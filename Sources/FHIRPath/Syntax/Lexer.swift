/// Splits the UTF-8 text of an expression into tokens, one at a time (FHIRPath 3.0, section 13).
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always) private func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  func error(_ reason: FHIRPathError.Reason, from start: Int, to end: Int? = nil) -> FHIRPathError {
    FHIRPathError(
      reason, at: SourceRange(start: start, end: min(end ?? max(offset, start + 1), bytes.count)))
  }

  mutating func next() throws(FHIRPathError) -> Token {
    try skipSpace()
    let start = offset
    guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
    let first = bytes[start]
    if Self.isLetter(first) {
      offset += 1
      while Self.isLetterOrDigit(byte(offset)) { offset += 1 }
      return Token(kind: .identifier, start: start, end: offset)
    }
    if Self.isDigit(first) { return try number(from: start) }
    switch first {
    case UInt8(ascii: "'"):
      try skipQuoted(UInt8(ascii: "'"), what: "string")
      return Token(kind: .string, start: start, end: offset)
    case UInt8(ascii: "`"):
      try skipQuoted(UInt8(ascii: "`"), what: "quoted name")
      return Token(kind: .quotedIdentifier, start: start, end: offset)
    case UInt8(ascii: "%"): return try variable(from: start)
    case UInt8(ascii: "$"): return try special(from: start)
    case UInt8(ascii: "@"): return try temporal(from: start)
    default: return try punctuation(first, from: start)
    }
  }

  // MARK: - Space and comments

  private mutating func skipSpace() throws(FHIRPathError) {
    while true {
      switch byte(offset) {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      case UInt8(ascii: "/"):
        if byte(offset + 1) == UInt8(ascii: "/") {
          while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        } else if byte(offset + 1) == UInt8(ascii: "*") {
          try skipComment()
        } else {
          return
        }
      default: return
      }
    }
  }

  private mutating func skipComment() throws(FHIRPathError) {
    let start = offset
    offset += 2
    while !(byte(offset) == UInt8(ascii: "*") && byte(offset + 1) == UInt8(ascii: "/")) {
      guard offset < bytes.count else {
        throw error(.unterminated("comment"), from: start, to: start + 2)
      }
      offset += 1
    }
    offset += 2
  }

  // MARK: - Names and strings

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  private mutating func skipQuoted(_ quote: UInt8, what: String) throws(FHIRPathError) {
    let start = offset
    offset += 1
    while byte(offset) != quote {
      if byte(offset) == UInt8(ascii: "\\") { offset += 1 }
      guard offset < bytes.count else {
        throw error(.unterminated(what), from: start, to: start + 1)
      }
      offset += 1
    }
    offset += 1
  }

  private mutating func variable(from start: Int) throws(FHIRPathError) -> Token {
    offset += 1
    switch byte(offset) {
    case UInt8(ascii: "'"): try skipQuoted(UInt8(ascii: "'"), what: "name")
    case UInt8(ascii: "`"): try skipQuoted(UInt8(ascii: "`"), what: "quoted name")
    case let first where Self.isLetter(first):
      while Self.isLetterOrDigit(byte(offset)) { offset += 1 }
    default: throw error(.unexpected(found: "%", expected: "a name after it"), from: start)
    }
    return Token(kind: .variable, start: start, end: offset)
  }

  private mutating func special(from start: Int) throws(FHIRPathError) -> Token {
    offset += 1
    while Self.isLetterOrDigit(byte(offset)) { offset += 1 }
    let kind: Token.Kind
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "$this": kind = .this
    case "$index": kind = .index
    case "$total": kind = .total
    case let name:
      throw error(.unexpected(found: name, expected: "$this, $index or $total"), from: start)
    }
    return Token(kind: kind, start: start, end: offset)
  }

  // MARK: - Numbers, dates and times

  private mutating func skipDigits() { while Self.isDigit(byte(offset)) { offset += 1 } }

  private mutating func number(from start: Int) throws(FHIRPathError) -> Token {
    skipDigits()
    if byte(offset) == UInt8(ascii: "."), Self.isDigit(byte(offset + 1)) {
      offset += 1
      skipDigits()
      return Token(kind: .decimal, start: start, end: offset)
    }
    if byte(offset) == UInt8(ascii: "L"), !Self.isLetterOrDigit(byte(offset + 1)) {
      offset += 1
      return Token(kind: .long, start: start, end: offset)
    }
    return Token(kind: .integer, start: start, end: offset)
  }

  private mutating func skipDigits(_ count: Int, after separator: UInt8) -> Bool {
    guard byte(offset) == separator else { return false }
    for index in 1...count where !Self.isDigit(byte(offset + index)) { return false }
    offset += count + 1
    return true
  }

  private mutating func temporal(from start: Int) throws(FHIRPathError) -> Token {
    offset += 1
    if byte(offset) == UInt8(ascii: "T") {
      guard skipDigits(2, after: UInt8(ascii: "T")) else {
        throw error(.invalidLiteral("write a time as @T14:30:00"), from: start)
      }
      skipMinutes()
      let zone = byte(offset)
      if zone == UInt8(ascii: "Z") || skipOffset() {
        throw error(.invalidLiteral("a time has no offset; remove it"), from: start)
      }
      return Token(kind: .time, start: start, end: offset)
    }
    let digits = offset
    skipDigits()
    guard offset - digits == 4 else {
      throw error(
        .invalidLiteral("write a date as @2019-03-27, with four digits for the year"), from: start)
    }
    if skipDigits(2, after: UInt8(ascii: "-")) { _ = skipDigits(2, after: UInt8(ascii: "-")) }
    guard byte(offset) == UInt8(ascii: "T") else {
      return Token(kind: .date, start: start, end: offset)
    }
    if skipDigits(2, after: UInt8(ascii: "T")) {
      skipMinutes()
      if byte(offset) == UInt8(ascii: "Z") { offset += 1 } else { _ = skipOffset() }
    } else {
      offset += 1
    }
    return Token(kind: .dateTime, start: start, end: offset)
  }

  private mutating func skipMinutes() {
    guard skipDigits(2, after: UInt8(ascii: ":")) else { return }
    guard skipDigits(2, after: UInt8(ascii: ":")) else { return }
    if byte(offset) == UInt8(ascii: "."), Self.isDigit(byte(offset + 1)) {
      offset += 1
      skipDigits()
    }
  }

  /// Moves over `+10:00`; a sign that no offset follows is an operator.
  private mutating func skipOffset() -> Bool {
    let start = offset
    let sign = byte(offset)
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    guard skipDigits(2, after: sign), skipDigits(2, after: UInt8(ascii: ":")) else {
      offset = start
      return false
    }
    return true
  }

  // MARK: - Punctuation

  private mutating func punctuation(_ first: UInt8, from start: Int) throws(FHIRPathError) -> Token
  {
    offset += 1
    let isWithEqual = byte(offset) == UInt8(ascii: "=")
    func symbol(_ symbol: Operator, _ length: Int = 1) -> Token {
      Token(kind: .symbol, symbol: symbol, start: start, end: start + length)
    }
    let token: Token
    switch first {
    case UInt8(ascii: "."): token = Token(kind: .dot, start: start, end: offset)
    case UInt8(ascii: ","): token = Token(kind: .comma, start: start, end: offset)
    case UInt8(ascii: "("): token = Token(kind: .openParenthesis, start: start, end: offset)
    case UInt8(ascii: ")"): token = Token(kind: .closeParenthesis, start: start, end: offset)
    case UInt8(ascii: "["): token = Token(kind: .openBracket, start: start, end: offset)
    case UInt8(ascii: "]"): token = Token(kind: .closeBracket, start: start, end: offset)
    case UInt8(ascii: "{"): token = Token(kind: .openBrace, start: start, end: offset)
    case UInt8(ascii: "}"): token = Token(kind: .closeBrace, start: start, end: offset)
    case UInt8(ascii: ":"): token = Token(kind: .colon, start: start, end: offset)
    case UInt8(ascii: "*"): token = symbol(.multiply)
    case UInt8(ascii: "/"): token = symbol(.divide)
    case UInt8(ascii: "+"): token = symbol(.add)
    case UInt8(ascii: "-"): token = symbol(.subtract)
    case UInt8(ascii: "&"): token = symbol(.concatenate)
    case UInt8(ascii: "|"): token = symbol(.union)
    case UInt8(ascii: "="): token = symbol(.equal)
    case UInt8(ascii: "~"): token = symbol(.equivalent)
    case UInt8(ascii: "<"): token = isWithEqual ? symbol(.lessOrEqual, 2) : symbol(.less)
    case UInt8(ascii: ">"): token = isWithEqual ? symbol(.greaterOrEqual, 2) : symbol(.greater)
    case UInt8(ascii: "!") where isWithEqual: token = symbol(.notEqual, 2)
    case UInt8(ascii: "!") where byte(offset) == UInt8(ascii: "~"):
      token = symbol(.notEquivalent, 2)
    default:
      while byte(offset) & 0xC0 == 0x80 { offset += 1 }
      let character = String(decoding: bytes[start..<offset], as: UTF8.self)
      throw error(.unknownCharacter(character), from: start)
    }
    offset = token.end
    return token
  }
}
