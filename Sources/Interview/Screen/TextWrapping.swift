import LineEditor

/// Breaks text into lines at its spaces.
package enum TextWrapping {
  /// The lines of one paragraph, none wider than `width` columns; runs of spaces at the start of the
  /// paragraph and between words are kept where the line is not broken.
  package static func lines(of paragraph: String, width: Int) -> [String] {
    let width = max(width, 8)
    if TextWidth.columns(of: paragraph) <= width { return [paragraph] }
    var lines: [String] = []
    var line = ""
    for word in words(of: paragraph) {
      if TextWidth.columns(of: line + word) <= width {
        line += word
        continue
      }
      if !line.allSatisfy({ $0 == " " }) { lines.append(trimmedEnd(line)) }
      line = String(word.drop { $0 == " " })
      while TextWidth.columns(of: line) > width {
        let piece = prefix(of: line, width: width)
        lines.append(piece)
        line = String(line.dropFirst(piece.count))
      }
    }
    if !line.allSatisfy({ $0 == " " }) { lines.append(trimmedEnd(line)) }
    return lines
  }

  /// The words, each with the spaces before it.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      if character == " ", word.contains(where: { $0 != " " }) {
        words.append(word)
        word = ""
      }
      word.append(character)
    }
    return words + [word]
  }

  /// As many characters as fit, at least one.
  private static func prefix(of text: String, width: Int) -> String {
    var piece = ""
    var columns = 0
    for character in text {
      columns += TextWidth.columns(of: String(character))
      if columns > width, !piece.isEmpty { break }
      piece.append(character)
    }
    return piece
  }

  private static func trimmedEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
