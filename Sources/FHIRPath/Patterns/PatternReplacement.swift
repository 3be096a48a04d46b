/// The text that replaces a match: `$1`, `${name}` and `$$` stand for what they say.
struct PatternReplacement {
  private enum Part {
    case scalars([Unicode.Scalar])
    case group(Int)
  }

  private var parts: [Part] = []

  init(_ text: String, _ pattern: Pattern) {
    let scalars = Array(text.unicodeScalars)
    var plain: [Unicode.Scalar] = []
    var offset = 0
    while offset < scalars.count {
      let scalar = scalars[offset]
      offset += 1
      guard scalar == "$" || scalar == "\\", offset < scalars.count else {
        plain.append(scalar)
        continue
      }
      let next = scalars[offset]
      if scalar == "$", "0"..."9" ~= next {
        offset += 1
        parts.append(.scalars(plain))
        plain = []
        parts.append(.group(Int(next.value) - 48))
      } else if scalar == "$", next == "{", let close = scalars[offset...].firstIndex(of: "}") {
        let name = String(String.UnicodeScalarView(scalars[(offset + 1)..<close]))
        offset = close + 1
        parts.append(.scalars(plain))
        plain = []
        parts.append(.group(pattern.groupNames[name] ?? Int(name) ?? pattern.groupCount + 1))
      } else if next == scalar || scalar == "\\" {
        offset += 1
        plain.append(next)
      } else {
        plain.append(scalar)
      }
    }
    parts.append(.scalars(plain))
  }

  /// The matcher's text with each match replaced; the length is in bytes.
  func replacingAll(
    in matcher: inout PatternMatcher, limit: Int
  ) throws(PatternMatcher.Exhausted) -> String {
    var result = String.UnicodeScalarView()
    var place = 0
    while place <= matcher.text.count, let match = try matcher.firstMatch(from: place) {
      result.append(contentsOf: matcher.text[place..<match.range.lowerBound])
      for part in parts {
        switch part {
        case .scalars(let scalars): result.append(contentsOf: scalars)
        case .group(0): result.append(contentsOf: matcher.text[match.range])
        case .group(let number):
          guard number < match.groups.count, let range = match.groups[number] else { continue }
          result.append(contentsOf: matcher.text[range])
        }
      }
      guard String(result).utf8.count <= limit else { throw PatternMatcher.Exhausted() }
      place = match.range.upperBound
      // A match of nothing: one scalar goes by, so that the next is another.
      if match.range.isEmpty {
        if place < matcher.text.count { result.append(matcher.text[place]) }
        place += 1
      }
    }
    if place < matcher.text.count { result.append(contentsOf: matcher.text[place...]) }
    return String(result)
  }
}
