/// The named and numbered characters of XHTML and Markdown: `&amp;`, `&#233;`.
enum MarkupEntities {
  /// The text with its entities replaced by the characters they stand for; those that stand for
  /// control characters are dropped, those that are not known stay as they are.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let body = rest[rest.index(after: start)...]
      guard let end = body.prefix(12).firstIndex(of: ";"),
        let replacement = replacement(for: String(body[..<end]))
      else {
        result.append("&")
        rest = body
        continue
      }
      result += replacement
      rest = body[body.index(after: end)...]
    }
    return result + rest
  }

  private static func replacement(for name: String) -> String? {
    guard name.first == "#" else { return names[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let number, let scalar = Unicode.Scalar(number) else { return nil }
    let isControl = number < 0x20 || 0x7F...0x9F ~= number
    return isControl ? (number == 0x0A || number == 0x09 ? " " : "") : String(Character(scalar))
  }

  private static let names: [String: String] = {
    var names = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
      "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
      "bdquo": "„", "bull": "•", "euro": "€", "trade": "™", "larr": "←", "rarr": "→", "le": "≤",
      "ge": "≥", "ne": "≠", "asymp": "≈", "minus": "−", "thinsp": " ", "ensp": " ", "emsp": " ",
      "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "dagger": "†", "permil": "‰",
    ]
    // The upper half of Latin-1, in its order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      guard let scalar = Unicode.Scalar(UInt32(160 + offset)) else { continue }
      names[String(name)] = String(Character(scalar))
    }
    names["nbsp"] = " "
    names["shy"] = ""
    return names
  }()
}
