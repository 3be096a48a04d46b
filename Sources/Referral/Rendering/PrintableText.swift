/// Text that can be shown on any terminal or page: nothing in it moves a cursor, changes a colour or
/// turns the direction of writing.
///
/// Line breaks of every kind divide it into lines; tabs become spaces; other control characters
/// become `U+FFFD`; characters that are never seen are left out, but for those that join letters.
struct PrintableText: Equatable {
  /// The lines; at least one.
  let lines: [String]

  init(_ text: String) {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      let endsReturn = isAfterReturn && scalar == "\n"
      isAfterReturn = scalar == "\r"
      if endsReturn { continue }
      switch Self.treatment(of: scalar) {
      case .keep: line.append(scalar)
      case .replace(let other): line.append(other)
      case .drop: break
      case .breakLine:
        lines.append(String(line))
        line = String.UnicodeScalarView()
      }
    }
    lines.append(String(line))
    self.lines = lines
  }

  /// The text on one line.
  var line: String { lines.joined(separator: " ") }

  private enum Treatment {
    case keep
    case replace(Unicode.Scalar)
    case drop
    case breakLine
  }

  private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
    if (0x20..<0x7F).contains(scalar.value) { return .keep }
    switch scalar {
    case "\t": return .replace(" ")
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": return .breakLine
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control: return .replace("\u{FFFD}")
    case .format: return joinsOrIsSeen(scalar) ? .keep : .drop
    default: return .keep
    }
  }

  /// Format characters that belong to the letters around them: joiners, and signs that span numbers.
  private static func joinsOrIsSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD:
      true
    default: false
    }
  }
}
