import FHIR

/// The numbers that the words of an option speak of: "5", "2 to 4", "more than 10".
struct LabelNumbers {
  private let spans: [Span]

  private struct Span {
    var least: ExactDecimal?
    var most: ExactDecimal?
    var isLeastIncluded = true
    var isMostIncluded = true

    func contains(_ number: ExactDecimal) -> Bool {
      if let least, number < least || (number == least && !isLeastIncluded) { return false }
      if let most, number > most || (number == most && !isMostIncluded) { return false }
      return true
    }
  }

  /// Reads the numbers of a label.
  init(_ label: String, spoken: SpokenWords) {
    let pieces = Self.pieces(of: label.lowercased())
    var spans: [Span] = []
    var index = 0
    while index < pieces.count {
      defer { index += 1 }
      guard case .number(let number) = pieces[index] else { continue }
      let before = Self.words(pieces, at: index - 1)
      let after = Self.words(pieces, at: index + 1)
      if index + 2 < pieces.count, case .number(let end) = pieces[index + 2], number < end,
        spoken.to.contains(after) || (spoken.and.contains(after) && spoken.starts(before, .between))
      {
        spans.append(Span(least: number, most: end))
        index += 2
      } else if spoken.starts(before, .moreThan) {
        spans.append(Span(least: number, isLeastIncluded: false))
      } else if spoken.starts(before, .lessThan) {
        spans.append(Span(most: number, isMostIncluded: false))
      } else if spoken.starts(before, .atMost) || spoken.follows(after, .orLess) {
        spans.append(Span(most: number))
      } else if spoken.follows(after, .orMore) {
        spans.append(Span(least: number))
      } else {
        spans.append(Span(least: number, most: number))
      }
    }
    self.spans = spans
  }

  /// Whether the label speaks of a number, alone or within a span.
  func contains(_ number: ExactDecimal) -> Bool { spans.contains { $0.contains(number) } }

  // MARK: - Pieces

  private enum Piece {
    case number(ExactDecimal)
    case words(String)
  }

  private static func pieces(of label: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = label[...]
    while !rest.isEmpty {
      let figures = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
      let number = figures.first?.isNumber == true ? Self.number(figures) : nil
      if let number {
        pieces.append(.number(number))
        rest = rest.dropFirst(figures.count)
      } else {
        let words =
          rest.prefix(max(figures.count, 1))
          + rest.dropFirst(max(figures.count, 1)).prefix { !($0.isASCII && $0.isNumber) }
        pieces.append(.words(String(words).trimmed))
        rest = rest.dropFirst(words.count)
      }
    }
    return pieces
  }

  private static func number(_ figures: Substring) -> ExactDecimal? {
    var text = figures.filter { $0 != "," }
    while text.last == "." { text.removeLast() }
    return ExactDecimal(text)
  }

  private static func words(_ pieces: [Piece], at index: Int) -> String {
    guard pieces.indices.contains(index), case .words(let words) = pieces[index] else { return "" }
    return words
  }
}

extension SpokenWords {
  fileprivate func starts(_ words: String, _ limit: LimitWord) -> Bool {
    limits[limit]?.contains { words == $0 || words.hasSuffix(" " + $0) } ?? false
  }

  fileprivate func follows(_ words: String, _ limit: LimitWord) -> Bool {
    limits[limit]?.contains { words.hasPrefix($0) } ?? false
  }
}
