/// Finds concepts by what a person types: any words, in any case, with or without diacritics,
/// hyphens and spaces.
public struct ConceptSearch: Sendable {
  private struct Name: Sendable {
    let concept: Int
    let text: String
    let folded: FoldedText
    let isDisplay: Bool
  }

  /// What was typed, as it is compared with names.
  private struct Phrase {
    let text: FoldedText
    let words: [ArraySlice<Unicode.Scalar>]
    /// The loose words that were taken out of what was typed.
    let kept: [String]

    init(_ text: FoldedText, kept: [String] = []) {
      self.text = text
      words = text.words
      self.kept = kept
    }
  }

  /// How a concept fits, by its best name so far.
  private struct Fit {
    let quality: ConceptMatch.Quality
    let name: Int
    let kept: [String]

    /// What is better, best first: fitting well, then fitting as it was typed.
    var rank: (ConceptMatch.Quality, Int) { (quality, kept.count) }
  }

  /// The concepts that are searched.
  public let concepts: [Concept]
  private let names: [Name]
  private let looseWords: LooseWords
  private let lookAlikes: LookAlikes
  /// The names by their letters.
  private let namesByLetters: [[Unicode.Scalar]: [Int]]
  /// The letters of the longest name.
  public let longestName: Int

  /// Makes an index over concepts, whose order breaks ties.
  public init(_ concepts: [Concept]) {
    self.concepts = concepts
    var names: [Name] = []
    var looseWords: [String] = []
    var lastWords: [String] = []
    for (index, concept) in concepts.enumerated() {
      let display = concept.display
      names.append(
        Name(concept: index, text: display, folded: FoldedText(display), isDisplay: true))
      for designation in concept.designations {
        names.append(
          Name(
            concept: index, text: designation, folded: FoldedText(designation), isDisplay: false))
      }
      // Concepts of one code system share one list.
      if concept.looseWords != lastWords {
        lastWords = concept.looseWords
        looseWords += lastWords
      }
    }
    self.names = names
    self.looseWords = LooseWords(looseWords)
    let places = names.indices.filter { !names[$0].folded.isEmpty }
    namesByLetters = Dictionary(grouping: places) { names[$0].folded.letters }
    longestName = places.map { names[$0].folded.letters.count }.max() ?? 0
    lookAlikes = LookAlikes(
      concepts, placesByName: namesByLetters.compactMapValues { $0.first.map { names[$0].concept } }
    )
  }

  // MARK: - Whole names

  /// The concepts that have exactly this name, whatever its case, hyphens and spaces; found at once.
  public func named(_ name: String) -> [ConceptMatch] {
    var fits: [Int: Fit] = [:]
    for index in namesByLetters[FoldedText(name).letters] ?? []
    where fits[names[index].concept] == nil {
      fits[names[index].concept] = Fit(quality: .exact, name: index, kept: [])
    }
    return inOrder(fits)
  }

  /// Whether letters, folded, are all of a name.
  public func hasName(_ letters: [Unicode.Scalar]) -> Bool { namesByLetters[letters] != nil }

  // MARK: - Searching

  /// The concepts that fit what was typed, best first, each once by its best name.
  ///
  /// Loose words of the code system are passed over where no name is exactly what was typed; what
  /// was passed over stands in `keptWords`. Names that are spelled differently are given only when
  /// nothing fits otherwise, and are marked: they are to be asked back.
  public func matches(_ typed: String) -> [ConceptMatch] {
    let whole = Phrase(FoldedText(typed))
    guard !whole.text.isEmpty else { return [] }
    let parted = looseWords.parting(typed).map { Phrase($0.rest, kept: $0.kept) }
    var fits: [Int: Fit] = [:]
    add(whole, to: &fits) { name in Self.quality(of: name, whole) }
    if let parted, !fits.values.contains(where: { $0.quality == .exact }) {
      // What is typed may begin a longer name, which goes before a beginning of fewer words.
      let isFound = !fits.isEmpty
      add(parted, to: &fits) { name in
        Self.quality(of: name, parted).flatMap { isFound && $0 != .exact ? nil : $0 }
      }
    }
    if fits.isEmpty {
      for phrase in [whole] + [parted].compactMap({ $0 }) {
        let spelling = SpellingComparison(phrase.text)
        add(phrase, to: &fits) { name in
          spelling.distance(to: name.folded).map { .spelling(distance: $0) }
        }
      }
    }
    return inOrder(fits)
  }

  private func add(
    _ phrase: Phrase, to fits: inout [Int: Fit], _ quality: (Name) -> ConceptMatch.Quality?
  ) {
    for (index, name) in names.enumerated() {
      guard let quality = quality(name) else { continue }
      let fit = Fit(quality: quality, name: index, kept: phrase.kept)
      if let known = fits[name.concept], known.rank <= fit.rank { continue }
      fits[name.concept] = fit
    }
  }

  private func inOrder(_ fits: [Int: Fit]) -> [ConceptMatch] {
    fits.sorted { left, right in
      (left.value.rank.0, left.value.rank.1, left.key)
        < (right.value.rank.0, right.value.rank.1, right.key)
    }.map { place, fit in
      let name = names[fit.name].text
      return ConceptMatch(
        concept: concepts[place], place: place, name: name, quality: fit.quality,
        keptWords: fit.kept, lookAlikes: lookAlikes.of(concepts[place], named: name))
    }
  }

  private static func quality(
    of name: Name, _ typed: Phrase
  ) -> ConceptMatch.Quality? {
    let letters = name.folded.letters
    let typedLetters = typed.text.letters
    if letters.starts(with: typedLetters) {
      if letters.count == typedLetters.count { return .exact }
      return name.isDisplay ? .startOfDisplay : .startOfWords
    }
    let startsInside = name.folded.wordStarts.contains { start in
      letters[start...].starts(with: typedLetters)
    }
    if startsInside { return .startOfWords }
    let nameWords = name.folded.words
    let allStart = typed.words.allSatisfy { word in nameWords.contains { $0.starts(with: word) } }
    return allStart ? .startOfWords : nil
  }
}
