/// The text that replaces a match: `$1`, `${name}` and `$$` stand for what they say.
struct PatternReplacement {
  /// The result is longer than the limit.
  struct TooLong: Error {}

  private enum Part {
    case text([UInt8])
    case group(Int)
  }

  private var parts: [Part] = []

  init(_ text: String, _ pattern: Pattern) {
    let scalars = Array(text.unicodeScalars)
    var plain: [UInt8] = []
    var offset = 0
    while offset < scalars.count {
      let scalar = scalars[offset]
      offset += 1
      guard scalar == "$" || scalar == "\\", offset < scalars.count else {
        plain.append(scalar)
        continue
      }
      let next = scalars[offset]
      if scalar == "$", let number = Self.groupNumber(scalars, at: &offset, pattern) {
        parts += [.text(plain), .group(number)]
        plain = []
      } else if next == scalar || scalar == "\\" {
        offset += 1
        plain.append(next)
      } else {
        plain.append(scalar)
      }
    }
    parts.append(.text(plain))
  }

  /// Reads `1` or `{name}` behind a dollar sign; of several digits as many as name a group.
  private static func groupNumber(
    _ scalars: [Unicode.Scalar], at offset: inout Int, _ pattern: Pattern
  ) -> Int? {
    if scalars[offset] == "{", let close = scalars[offset...].firstIndex(of: "}") {
      let name = String(String.UnicodeScalarView(scalars[(offset + 1)..<close]))
      offset = close + 1
      return pattern.groupNames[name] ?? Int(name) ?? .max
    }
    var number: Int?
    while offset < scalars.count, "0"..."9" ~= scalars[offset] {
      let longer = (number ?? 0) * 10 + Int(scalars[offset].value) - 48
      if number != nil, longer > pattern.groupCount { break }
      number = longer
      offset += 1
    }
    return number
  }

  /// The text of a search with each match replaced.
  ///
  /// - Parameter limit: the greatest length of the result, in bytes.
  func replacingAll(in search: inout PatternSearch, limit: Int) throws -> String {
    try search.prepareMatches()
    var result: [UInt8] = []
    var place = 0
    while place <= search.text.count, try search.findMatch(from: place),
      let range = search.range(ofGroup: 0)
    {
      result.append(search.text[place..<range.lowerBound])
      for part in parts {
        switch part {
        case .text(let text): result += text
        case .group(let number):
          if let group = search.range(ofGroup: number) { result.append(search.text[group]) }
        }
        guard result.count <= limit else { throw TooLong() }
      }
      place = range.upperBound
      // A match of nothing: one scalar goes by, so that the next is another.
      if range.isEmpty {
        if place < search.text.count { result.append(search.text[place]) }
        place += 1
      }
    }
    if place < search.text.count { result.append(search.text[place...]) }
    guard result.count <= limit else { throw TooLong() }
    return String(decoding: result, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(scalar.value))
    } else {
      append(contentsOf: Character(scalar).utf8)
    }
  }

  fileprivate mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars { append(scalar) }
  }
}
