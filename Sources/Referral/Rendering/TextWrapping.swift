extension PrintableText {
  /// The lines, broken so that none is wider than a number of columns.
  ///
  /// Breaks stand in place of spaces, or within a word that is too wide. Spaces at the end of a line
  /// go; nothing else is changed.
  func wrapped(to width: Int) -> [String] { lines.flatMap { Self.wrap($0, to: max(width, 2)) } }

  private static func wrap(_ line: String, to width: Int) -> [String] {
    var lines: [String] = []
    var rest = line[...].trimmingTrailingSpaces
    if rest.utf8.count <= width { return [String(rest)] }
    while let end = overflow(of: rest, width) {
      let lineEnd = breakPlace(in: rest, before: end)
      let broken = rest[..<lineEnd].trimmingTrailingSpaces
      if !broken.isEmpty { lines.append(String(broken)) }
      rest = rest[lineEnd...].drop { $0 == " " }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
    return lines
  }

  /// Where a text becomes wider than this, or nil when it never does.
  private static func overflow(of text: Substring, _ width: Int) -> Substring.Index? {
    var column = 0
    var index = text.startIndex
    while index < text.endIndex {
      column += TextWidth.columns(text[index])
      // A line holds one character at least.
      if column > width, index > text.startIndex { return index }
      index = text.index(after: index)
    }
    return nil
  }

  private static func breakPlace(
    in text: Substring, before end: Substring.Index
  ) -> Substring.Index {
    if text[end] == " " { return end }
    guard let space = text[..<end].lastIndex(of: " "),
      text[..<space].contains(where: { $0 != " " })
    else { return end }
    return space
  }
}

extension Substring {
  /// The text without the spaces at its end.
  var trimmingTrailingSpaces: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
