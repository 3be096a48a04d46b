import Library

/// A line typed for a whole row of a group, cut into words.
struct RowLine: Equatable, Sendable {
  /// The words in order, with the marks that stand at them.
  let words: [String]
  /// The words that name what the row is about, if they are known.
  var name: Range<Int>?

  /// Cuts a line at its spaces, and after commas that do not stand within a number.
  init(_ typed: String) {
    words = typed.split(whereSeparator: \.isWhitespace).flatMap { piece in
      var parts: [String] = [""]
      var before: Character?
      for (place, character) in zip(piece.indices, piece) {
        parts[parts.count - 1].append(character)
        let after = piece[piece.index(after: place)...].first
        let isInNumber = before?.isNumber == true && after?.isNumber == true
        if ",;".contains(character), after != nil, !isInNumber { parts.append("") }
        before = character
      }
      return parts
    }
  }

  /// Some of the words as they were typed, without the marks between parts at their ends.
  func text(_ range: Range<Int>) -> String {
    let isMark: (Character) -> Bool = { ",;".contains($0) || $0.isWhitespace }
    var text = words[range].joined(separator: " ")[...]
    while let first = text.first, isMark(first) { text.removeFirst() }
    while let last = text.last, isMark(last) { text.removeLast() }
    return String(text)
  }

  /// The words that are not among some, in runs as they stand next to each other.
  func runs(without taken: Set<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in words.indices where !taken.contains(index) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
