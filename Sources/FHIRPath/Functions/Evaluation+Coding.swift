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
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func fromHexadecimal(_ text: [UInt8]) -> [UInt8]? {
    // A sign would be read as part of a number.
    let isSigned = text.contains(UInt8(ascii: "+")) || text.contains(UInt8(ascii: "-"))
    guard text.count % 2 == 0, !isSigned else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let byte = UInt8(String(decoding: text[place..<place + 2], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
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
    for var letter in text.reversed().drop(while: { $0 == UInt8(ascii: "=") }).reversed() {
      if letter == UInt8(ascii: "-") { letter = UInt8(ascii: "+") }
      if letter == UInt8(ascii: "_") { letter = UInt8(ascii: "/") }
      guard let value = letters.firstIndex(of: letter) else { return nil }
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
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func json(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case _ where scalar.value < 0x20:
        result += "\\u00" + BinaryText.hexadecimal([UInt8(scalar.value)])
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
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
    var result = ""
    var isEscape = false
    for scalar in unicodeScalars {
      if isEscape, scalar == "b" {
        result.unicodeScalars.removeLast()
        result += "\u{08}"
        isEscape = false
      } else {
        isEscape = !isEscape && scalar == "\\"
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
