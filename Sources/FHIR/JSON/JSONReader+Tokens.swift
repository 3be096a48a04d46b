extension JSONReader {
  // MARK: - Numbers

  /// Reads over a number (RFC 8259, section 6), whose text is kept as it is.
  mutating func readNumber() throws(JSONError) {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      offset += 1
    } else if !skipDigits() {
      throw error(.invalidNumber, at: start)
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      guard skipDigits() else { throw error(.invalidNumber, at: start) }
    }
    if current | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() else { throw error(.invalidNumber, at: start) }
    }
    switch current {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      throw error(.invalidNumber, at: start)
    default: return
    }
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while case UInt8(ascii: "0")...UInt8(ascii: "9") = current { offset += 1 }
    return offset > start
  }

  // MARK: - Strings

  /// Reads a string and returns where its text lies: in the source, or decoded after it.
  mutating func readString() throws(JSONError) -> Range<Int> {
    offset += 1
    let start = offset
    while true {
      let byte = current
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return start..<(offset - 1)
      case UInt8(ascii: "\\"): return try readStringWithEscapes(from: start)
      case 0x20..<0x80: offset += 1
      case 0x80...: try skipScalar()
      default: throw error(offset >= length ? .unexpectedEnd : .controlCharacter)
      }
    }
  }

  private mutating func readStringWithEscapes(from start: Int) throws(JSONError) -> Range<Int> {
    let decodedStart = textCount
    for index in start..<offset { append(decoded: byte(at: index)) }
    while true {
      let byte = current
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return decodedStart..<textCount
      case UInt8(ascii: "\\"): try readEscape()
      case 0x20..<0x80:
        append(decoded: byte)
        offset += 1
      case 0x80...:
        let scalarStart = offset
        try skipScalar()
        for index in scalarStart..<offset { append(decoded: self.byte(at: index)) }
      default: throw error(offset >= length ? .unexpectedEnd : .controlCharacter)
      }
    }
  }

  private mutating func readEscape() throws(JSONError) {
    let start = offset
    offset += 1
    let letter = current
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): append(decoded: letter)
    case UInt8(ascii: "b"): append(decoded: 0x08)
    case UInt8(ascii: "f"): append(decoded: 0x0C)
    case UInt8(ascii: "n"): append(decoded: 0x0A)
    case UInt8(ascii: "r"): append(decoded: 0x0D)
    case UInt8(ascii: "t"): append(decoded: 0x09)
    case UInt8(ascii: "u"): try readUnicodeEscape(from: start)
    default: throw error(offset > length ? .unexpectedEnd : .invalidEscape, at: start)
    }
  }

  private mutating func readUnicodeEscape(from start: Int) throws(JSONError) {
    var value = try readFourHexDigits(from: start)
    if 0xD800..<0xDC00 ~= value {
      guard current == UInt8(ascii: "\\"), byte(at: offset + 1) == UInt8(ascii: "u") else {
        throw error(.loneSurrogate, at: start)
      }
      offset += 2
      let low = try readFourHexDigits(from: start)
      guard 0xDC00..<0xE000 ~= low else { throw error(.loneSurrogate, at: start) }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.loneSurrogate, at: start) }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(decoded: byte) }
  }

  private mutating func readFourHexDigits(from start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch current {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = current - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = current - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = current - UInt8(ascii: "A") + 10
      default: throw error(offset >= length ? .unexpectedEnd : .invalidEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  /// Moves over one scalar of two to four bytes (Unicode 15, table 3-7).
  private mutating func skipScalar() throws(JSONError) {
    let first = current
    let count: Int
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF:
      count = 3
      if first == 0xE0 { lower = 0xA0 }
      if first == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      count = 4
      if first == 0xF0 { lower = 0x90 }
      if first == 0xF4 { upper = 0x8F }
    default: throw error(.invalidUTF8)
    }
    guard lower...upper ~= byte(at: offset + 1) else { throw error(.invalidUTF8) }
    for index in 2..<max(count, 2) where byte(at: offset + index) & 0xC0 != 0x80 {
      throw error(.invalidUTF8)
    }
    offset += count
  }
}
