/// Compares what was typed with names that may be spelled differently.
struct SpellingComparison {
  private let typed: FoldedText
  private let words: [ArraySlice<Unicode.Scalar>]
  /// How many letters may differ: short words are near too many others.
  private let limit: Int

  init(_ typed: FoldedText) {
    self.typed = typed
    words = typed.words
    limit = typed.letters.count < 4 ? 0 : (typed.letters.count < 6 ? 1 : 2)
  }

  /// How many letters differ between what was typed and the name, or the words of it that are
  /// nearest; nil when they are too many.
  func distance(to name: FoldedText) -> Int? {
    guard limit > 0 else { return nil }
    let whole = Self.distance(typed.letters[...], name.letters[...], limit: limit)
    if let whole, whole <= 1 { return whole }
    return [whole, distanceByWords(to: name.words)].compactMap { $0 }.min()
  }

  /// The sum over the typed words of each one's distance to its nearest word of the name.
  private func distanceByWords(to nameWords: [ArraySlice<Unicode.Scalar>]) -> Int? {
    var sum = 0
    for word in words {
      let distances = nameWords.compactMap { nameWord in
        nameWord.starts(with: word)
          ? 0 : Self.distance(word, nameWord, limit: word.count < 4 ? 0 : limit)
      }
      guard let nearest = distances.min(), sum + nearest <= limit else { return nil }
      sum += nearest
    }
    return sum
  }

  /// How many letters have to be added, left out, changed or swapped with their neighbour to make
  /// one word of the other; nil when more than `limit`.
  static func distance(
    _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>, limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let left = Array(left)
    let right = Array(right)
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1..<(left.count + 1) {
      var current = [Int](repeating: row, count: right.count + 1)
      for column in 1..<(right.count + 1) {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      // Every way on goes through this row.
      guard current.contains(where: { $0 <= limit }) else { return nil }
      beforeLast = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
