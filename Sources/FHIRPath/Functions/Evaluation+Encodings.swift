extension Evaluation {
  /// `encode()`, `decode()`, `escape()` and `unescape()` (FHIRPath 3.0, 6.6).
  func coded(_ text: String, _ kind: String, _ index: Int32) throws(FHIRPathError) -> Item? {
    let function = instructions[Int(index)].function
    switch (function, kind) {
    case (.encode, "hex"):
      let digits = Array("0123456789abcdef".utf8)
      let bytes = text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return .string(String(decoding: bytes, as: UTF8.self))
    case (.encode, "base64"): return .string(Base64.encoded(Array(text.utf8), isForURL: false))
    case (.encode, "urlbase64"): return .string(Base64.encoded(Array(text.utf8), isForURL: true))
    case (.decode, "hex"): return Self.fromHex(text).map(Item.string)
    case (.decode, "base64"), (.decode, "urlbase64"):
      return Base64.decoded(text).map { .string(String(decoding: $0, as: UTF8.self)) }
    case (.escape, "html"): return .string(Self.replacing(text, Self.htmlEscapes))
    case (.escape, "json"): return .string(Self.replacing(text, Self.jsonEscapes))
    case (.unescape, "html"):
      return .string(Self.replacing(text, Self.htmlEscapes.reversed().map { ($0.1, $0.0) }))
    case (.unescape, "json"): return .string(Self.unescapedJSON(text))
    default: throw error(.unknownArgument(function: function.rawValue, value: kind), index)
    }
  }

  private static let htmlEscapes = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ]
  private static let jsonEscapes = [
    ("\\", "\\\\"), ("\"", "\\\""), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"),
  ]

  private static func replacing(_ text: String, _ pairs: [(String, String)]) -> String {
    var bytes = Array(text.utf8)
    for (old, new) in pairs {
      let wanted = Array(old.utf8)
      var result: [UInt8] = []
      var place = 0
      while let range = Text.firstRange(of: wanted, in: bytes, from: place) {
        result += bytes[place..<range.lowerBound]
        result += Array(new.utf8)
        place = range.upperBound
      }
      bytes = result + bytes[place...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescapedJSON(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped {
        if scalar == "\\" { isEscaped = true } else { result.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func fromHex(_ text: String) -> String? {
    let digits = Array(text)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[place...place + 1]), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// RFC 4648, sections 4 and 5.
enum Base64 {
  private static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8], isForURL: Bool) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = group.reduce(0) { $0 << 8 | Int($1) }
      value <<= 8 * (3 - group.count)
      for place in 0..<4 {
        let sextet = standard[value >> (18 - 6 * place) & 63]
        result.append(place <= group.count ? sextet : UInt8(ascii: "="))
      }
    }
    guard isForURL else { return String(decoding: result, as: UTF8.self) }
    let mapped = result.map { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: byte
      }
    }
    return String(decoding: mapped, as: UTF8.self)
  }

  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var value = 0
    var bits = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      let plain =
        byte == UInt8(ascii: "-")
        ? UInt8(ascii: "+") : (byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte)
      guard let digit = standard.firstIndex(of: plain) else { return nil }
      value = (value << 6 | digit) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(value >> bits & 255))
      }
    }
    return bytes
  }
}
