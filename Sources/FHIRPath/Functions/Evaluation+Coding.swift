extension Evaluation {
  /// `encode()`, `decode()`, `escape()` and `unescape()`.
  func coded(_ text: String, _ form: String, _ index: Int32) throws(FHIRPathError) -> Item? {
    let function = instructions[Int(index)].function
    let bytes = Array(text.utf8)
    switch (function, form) {
    case (.encode, "hex"): return .string(BinaryText.hexadecimal(bytes))
    case (.encode, "base64"): return .string(BinaryText.base64(bytes, isForURL: false))
    case (.encode, "urlbase64"): return .string(BinaryText.base64(bytes, isForURL: true))
    case (.encode, "ascii"):
      return .string(
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" })))
    case (.decode, "hex"): return BinaryText.text(of: BinaryText.fromHexadecimal(bytes))
    case (.decode, "base64"), (.decode, "urlbase64"):
      return BinaryText.text(of: BinaryText.fromBase64(bytes))
    case (.escape, "html"): return .string(EscapedText.html(text))
    case (.escape, "json"): return .string(EscapedText.json(text))
    case (.unescape, "html"): return .string(EscapedText.fromHTML(text))
    case (.unescape, "json"): return .string(EscapedText.fromJSON(text))
    default: throw error(.unknownArgument(function: function.rawValue, value: form), index)
    }
  }
}

/// Bytes written as text.
enum BinaryText {
  static func text(of bytes: [UInt8]?) -> Item? {
    guard let bytes, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return .string(text)
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func fromHexadecimal(_ text: [UInt8]) -> [UInt8]? {
    // A sign would be read as part of a number.
    let isSigned = text.contains(UInt8(ascii: "+")) || text.contains(UInt8(ascii: "-"))
    guard text.count % 2 == 0, !isSigned else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let high = digit(text[place]), let low = digit(text[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func value(ofLetter byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8], isForURL: Bool) -> String {
    var result: [UInt8] = []
    for place in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - place)
      var group = UInt32(bytes[place]) << 16
      if count > 1 { group |= UInt32(bytes[place + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[place + 2]) }
      for digit in 0...3 {
        let letter = letters[Int(group >> (18 - 6 * UInt32(digit)) & 63)]
        result.append(digit <= count ? letter : UInt8(ascii: "="))
      }
    }
    guard isForURL else { return String(decoding: result, as: UTF8.self) }
    let safe = result.map {
      $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
    }
    return String(decoding: safe, as: UTF8.self)
  }

  static func fromBase64(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    var bits: UInt32 = 0
    for letter in text.reversed().drop(while: { $0 == UInt8(ascii: "=") }).reversed() {
      guard let value = value(ofLetter: letter) else { return nil }
      group = (group << 6 | UInt32(value)) & 0xFF_FFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> bits))
      }
    }
    // Six bits alone are no byte.
    return bits == 6 ? nil : bytes
  }
}

/// Texts with the characters that HTML and JSON reserve written otherwise.
enum EscapedText {
  static func html(_ text: String) -> String {
    replacing(text) { byte in
      switch byte {
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  static func json(_ text: String) -> String {
    replacing(text) { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\n"): "\\n"
      case UInt8(ascii: "\r"): "\\r"
      case UInt8(ascii: "\t"): "\\t"
      case 0x08: "\\b"
      case 0x0C: "\\f"
      case 0..<0x20: "\\u00" + BinaryText.hexadecimal([byte])
      default: nil
      }
    }
  }

  /// The text with some of its bytes, all of ASCII, written otherwise.
  private static func replacing(_ text: String, _ other: (UInt8) -> String?) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if let other = other(byte) { result += other.utf8 } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func fromHTML(_ text: String) -> String {
    let names: [(String, String)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
      ("&amp;", "&"),
    ]
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      if first == UInt8(ascii: "&"),
        let found = names.first(where: { rest.starts(with: $0.0.utf8) })
      {
        result += Array(found.1.utf8)
        rest = rest.dropFirst(found.0.utf8.count)
      } else if let (scalar, length) = characterReference(rest) {
        result += Array(String(Character(scalar)).utf8)
        rest = rest.dropFirst(length)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads `&#233;` or `&#xE9;` at the start of a text, and how long it is.
  private static func characterReference(
    _ text: ArraySlice<UInt8>
  ) -> (Unicode.Scalar, length: Int)? {
    guard text.starts(with: "&#".utf8) else { return nil }
    let number = text.dropFirst(2).prefix(9).prefix { $0 != UInt8(ascii: ";") }
    guard text.dropFirst(2 + number.count).first == UInt8(ascii: ";") else { return nil }
    let isHexadecimal = number.first.map { $0 | 0x20 == UInt8(ascii: "x") } == true
    let digits = isHexadecimal ? number.dropFirst() : number
    guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(
        String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, number.count + 3)
  }

  static func fromJSON(_ text: String) -> String {
    // The escapes of JSON are those of FHIRPath but for \b.
    let word = Array("'\(text.replacingEscapedBackspace)'".utf8)
    return (try? QuotedText.decoded(word[...])) ?? text
  }
}

extension String {
  fileprivate var replacingEscapedBackspace: String {
    guard utf8.contains(UInt8(ascii: "\\")) else { return self }
    var result: [UInt8] = []
    var isEscape = false
    for byte in utf8 {
      if isEscape, byte == UInt8(ascii: "b") {
        result[result.count - 1] = 0x08
        isEscape = false
      } else {
        isEscape = !isEscape && byte == UInt8(ascii: "\\")
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
