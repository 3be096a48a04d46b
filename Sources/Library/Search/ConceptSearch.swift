/// Finds concepts by what a person types: any words, in any case, with or without diacritics,
/// hyphens and spaces.
public struct ConceptSearch: Sendable {
  private struct Name: Sendable {
    let concept: Int
    let text: String
    let folded: FoldedText
    let isDisplay: Bool
  }

  /// The concepts that are searched.
  public let concepts: [Concept]
  private let names: [Name]

  /// Makes an index over concepts, whose order breaks ties.
  public init(_ concepts: [Concept]) {
    self.concepts = concepts
    var names: [Name] = []
    for (index, concept) in concepts.enumerated() {
      let display = concept.display
      names.append(
        Name(concept: index, text: display, folded: FoldedText(display), isDisplay: true))
      for designation in concept.designations {
        names.append(
          Name(
            concept: index, text: designation, folded: FoldedText(designation), isDisplay: false))
      }
    }
    self.names = names
  }

  /// The concepts that fit what was typed, best first, each once by its best name.
  ///
  /// Names that are spelled differently are given only when nothing fits as it was typed, and are
  /// marked: they are to be asked back.
  public func matches(_ typed: String) -> [ConceptMatch] {
    let typed = FoldedText(typed)
    guard !typed.isEmpty else { return [] }
    let words = typed.words
    let found = best { name in Self.quality(of: name, typed, words) }
    if !found.isEmpty { return found }
    let spelling = SpellingComparison(typed)
    return best { name in spelling.distance(to: name.folded).map { .spelling(distance: $0) } }
  }

  private func best(_ quality: (Name) -> ConceptMatch.Quality?) -> [ConceptMatch] {
    var best: [Int: (quality: ConceptMatch.Quality, name: Int)] = [:]
    for (index, name) in names.enumerated() {
      guard let quality = quality(name) else { continue }
      if let known = best[name.concept], known.quality <= quality { continue }
      best[name.concept] = (quality, index)
    }
    return best.sorted { left, right in
      (left.value.quality, left.key) < (right.value.quality, right.key)
    }.map { entry in
      ConceptMatch(
        concept: concepts[entry.key], name: names[entry.value.name].text,
        quality: entry.value.quality)
    }
  }

  private static func quality(
    of name: Name, _ typed: FoldedText, _ words: [ArraySlice<Unicode.Scalar>]
  ) -> ConceptMatch.Quality? {
    let letters = name.folded.letters
    if letters.starts(with: typed.letters) {
      if letters.count == typed.letters.count { return .exact }
      return name.isDisplay ? .startOfDisplay : .startOfWords
    }
    let startsInside = name.folded.wordStarts.contains { start in
      letters[start...].starts(with: typed.letters)
    }
    if startsInside { return .startOfWords }
    let nameWords = name.folded.words
    let allStart = words.allSatisfy { word in nameWords.contains { $0.starts(with: word) } }
    return allStart ? .startOfWords : nil
  }
}
