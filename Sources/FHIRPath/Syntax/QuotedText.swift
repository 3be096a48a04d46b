/// Text in quotes, with escapes (FHIRPath 3.0, section 5.2.1).
enum QuotedText {
  /// The text of a word; one without quotes is taken as it is.
  static func decoded(_ word: ArraySlice<UInt8>) throws(EscapeError) -> String {
    guard let quote = word.first, let last = word.last, word.count > 1, quote == last,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`")
    else { return String(decoding: word, as: UTF8.self) }
    let inner = word.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    return try unescaped(inner)
  }

  /// A backslash escape that is none; where it starts, counted from the start of the word's array.
  struct EscapeError: Error {
    let offset: Int
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) throws(EscapeError) -> String {
    var result: [UInt8] = []
    var offset = text.startIndex
    while offset < text.endIndex {
      let byte = text[offset]
      offset += 1
      guard byte == UInt8(ascii: "\\"), offset < text.endIndex else {
        result.append(byte)
        continue
      }
      let letter = text[offset]
      offset += 1
      switch letter {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        let scalar = try scalar(in: text, at: &offset)
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
      // A backslash before anything else stands for that itself.
      default: result.append(letter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(
    in text: ArraySlice<UInt8>, at offset: inout Int
  ) throws(EscapeError) -> Unicode.Scalar {
    let start = offset - 2
    guard var value = hexadecimal(text, at: offset) else { throw EscapeError(offset: start) }
    offset += 4
    if 0xD800..<0xDC00 ~= value {
      guard text[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
        let low = hexadecimal(text, at: offset + 2), 0xDC00..<0xE000 ~= low
      else { throw EscapeError(offset: start) }
      offset += 6
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw EscapeError(offset: start) }
    return scalar
  }

  private static func hexadecimal(_ text: ArraySlice<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 4 <= text.endIndex else { return nil }
    let digits = text[offset..<offset + 4]
    guard digits.allSatisfy({ Lexer.isDigit($0) || 97...102 ~= $0 | 0x20 }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Text between quotes, with escapes for what cannot stand there.
  static func quoted(_ text: String, by quote: Character) -> String {
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0C}": result += "\\f"
      case "\\": result += "\\\\"
      case _ where Character(scalar) == quote: result += "\\" + String(quote)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + String(quote)
  }
}
