import FHIR
import FormFiller
import Library

/// Reads a line that is typed for a whole row: its name, and what later questions of the row surely
/// understand.
struct RowLineReader {
  /// Reads the answer to the first question, by which the row is named.
  let first: AnswerReader
  /// Read the answers to the questions after it, in order.
  let later: [AnswerReader]
  /// How many words are looked at; what comes after them is only kept.
  let most = 60

  var spoken: SpokenWords { first.spoken }

  /// What a line names.
  func read(_ typed: String) -> RowLineReading {
    let line = RowLine(typed)
    guard !line.words.isEmpty, !first.item.repeats else { return .plain }
    if first.options.isEmpty {
      let isText = first.item.type == .string || first.item.type == .text
      return isText ? ownWords(in: line) : .plain
    }
    return wholeName(in: line) ?? nearName(in: line)
      ?? (first.options.isOpen ? ownWords(in: line) : .plain)
  }

  /// The name in words of the person's own, where other questions understand the rest of the line.
  private func ownWords(in line: RowLine) -> RowLineReading {
    let claimed = claimed(in: line)
    let isAllClaimed = line.words.indices.allSatisfy(claimed.contains)
    return claimed.isEmpty || isAllClaimed ? .plain : .unnamed(line)
  }

  // MARK: - Whole names

  private func wholeName(in line: RowLine) -> RowLineReading? {
    let outside = outsideLeads(line)
    let names = self.names(in: line, at: outside)
    guard let name = names.first(where: { $0.lowerBound == 0 }) ?? names.longest else { return nil }
    var line = line
    line.name = name
    var matches = first.options.named(line.text(name))
    if matches.count == 1 {
      let longer = withLooseWords(name, matches[0], in: line)
      line.name = longer.name
      matches = [longer.match]
    }
    if let several = severalNames(names, besides: matches, in: line) { return several }
    let isDenied = line.words[..<name.lowerBound].contains {
      spoken.denials.contains($0.plainWords)
    }
    switch OptionChoice.named(matches) {
    case .option(let meaning) where !isDenied: return .named(meaning, line)
    case .option(let meaning): return which([meaning], line, .offered)
    case .lookAlikes(let meanings): return which(meanings, line, .notOffered)
    case .oneOf(let meanings), .unsure(let meanings): return which(meanings, line, .notOffered)
    case .beyondList, .nothing, nil: return nil
    }
  }

  /// The runs of words that are whole names, the longest at each place, none within another.
  private func names(in line: RowLine, at places: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = places.lowerBound
    while start < places.upperBound {
      let found = line.longestRun(from: start, in: first.options.search, upTo: places.upperBound)
      if let found { names.append(found) }
      start = found?.upperBound ?? start + 1
    }
    return names
  }

  /// The name with the words after it that the vocabulary says may follow names.
  private func withLooseWords(
    _ name: Range<Int>, _ match: OptionMatch, in line: RowLine
  ) -> (name: Range<Int>, match: OptionMatch) {
    let ends = name.upperBound..<min(name.upperBound + 3, line.words.count)
    let longer = ends.reversed().lazy.map { name.lowerBound..<$0 + 1 }
      .first { exactMatch(of: $0, in: line, meaning: match.meaning.index) != nil }
    guard let longer, let found = exactMatch(of: longer, in: line, meaning: match.meaning.index)
    else { return (name: name, match: match) }
    return (name: longer, match: found)
  }

  /// What a run of words names exactly, if it is the option at an index.
  ///
  /// Never inlined: the compiler's optimizer loses track of the match where it is, and crashes.
  @inline(never)
  private func exactMatch(
    of words: Range<Int>, in line: RowLine, meaning index: Int?
  ) -> OptionMatch? {
    first.options.matches(line.text(words)).prefix(1)
      .filter { $0.quality == .exact && $0.meaning.index == index }.last
  }

  /// Asks which is meant when a line names several things, or one thing by the names of its parts.
  private func severalNames(
    _ names: [Range<Int>], besides matches: [OptionMatch], in line: RowLine
  ) -> RowLineReading? {
    guard let name = line.name else { return nil }
    let known = Set(matches.compactMap(\.meaning.index))
    let taken = claimed(in: line)
    let others = names.filter { other in
      !other.overlaps(name) && !other.contains(where: taken.contains)
        && FoldedText(line.text(other)).letters.count > 3
        && !first.options.named(line.text(other)).contains {
          $0.meaning.index.map(known.contains) ?? false
        }
    }
    guard !others.isEmpty else { return nil }
    let all = ([name] + others).sorted { $0.lowerBound < $1.lowerBound }
    let meanings = all.flatMap { range in
      var line = line
      line.name = range
      return OptionChoice.withLookAlikes(first.options.named(line.text(range)))
        .map { RowLineReading.Meaning(meaning: $0, line: line) }
    }
    let whole = wholeOf(all, in: line).filter { one in
      !meanings.contains { $0.meaning == one.meaning }
    }
    return .which(Array((whole + meanings).prefix(8)), keepsTyped: .notOffered)
  }

  /// What has all of the names in its own, where nothing but little words stands between them.
  private func wholeOf(_ names: [Range<Int>], in line: RowLine) -> [RowLineReading.Meaning] {
    guard let start = names.first?.lowerBound, let end = names.last?.upperBound else { return [] }
    let between = Set(start..<end).subtracting(names.flatMap { $0 })
    guard between.allSatisfy({ isLittle(line.words[$0]) }) else { return [] }
    var line = line
    line.name = start..<end
    let typed = names.map { line.text($0) }.joined(separator: " ")
    return first.options.matches(typed).filter { $0.quality <= .startOfWords }
      .map { RowLineReading.Meaning(meaning: $0.meaning, line: line) }
  }

  /// Whether a word says nothing by itself.
  func isLittle(_ word: String) -> Bool {
    let plain = word.plainWords
    return plain.isEmpty || spoken.optionFillers.contains(plain) || spoken.and.contains(plain)
      || FoldedText(word).isEmpty
  }

  // MARK: - Names that are near

  /// What the words that no other question understands may name, though they are no whole name.
  private func nearName(in line: RowLine) -> RowLineReading? {
    let outside = outsideLeads(line)
    let taken = claimed(in: line)
      .union(Set(line.words.indices).subtracting(outside))
    for run in line.runs(without: taken).prefix(4) {
      for count in stride(from: min(run.count, 6), to: 0, by: -1) {
        var line = line
        line.name = run.lowerBound..<run.lowerBound + count
        let typed = line.text(run.lowerBound..<run.lowerBound + count)
        guard count == run.count || FoldedText(typed).letters.count > 3 else { continue }
        switch OptionChoice(typed.plainWords, options: first.options, wording: first.wording) {
        case .option(let meaning): return .named(meaning, line)
        case .oneOf(let meanings), .unsure(let meanings):
          return which(meanings, line, first.options.isOpen ? .offered : .notOffered)
        case .lookAlikes(let meanings): return which(meanings, line, .notOffered)
        case .beyondList, .nothing: break
        }
      }
    }
    return nil
  }

  private func which(
    _ meanings: [OptionMeaning], _ line: RowLine, _ keepsTyped: RowLineReading.KeepsTyped
  ) -> RowLineReading {
    .which(
      meanings.prefix(8).map { RowLineReading.Meaning(meaning: $0, line: line) },
      keepsTyped: keepsTyped)
  }

  // MARK: - Leads

  /// The words before the first lead, or all words where a line starts with one.
  private func outsideLeads(_ line: RowLine) -> Range<Int> {
    let lead = leads(in: line).map(\.words.lowerBound).min() ?? line.words.count
    return 0..<min(lead == 0 ? line.words.count : lead, most)
  }

  /// Where the lead of each question that has one stands first.
  func leads(in line: RowLine) -> [(question: Int, words: Range<Int>)] {
    later.indices.compactMap { question in
      guard let lead = later[question].lineLead else { return nil }
      let letters = FoldedText(lead).letters
      guard !letters.isEmpty else { return nil }
      for start in line.words.indices.prefix(most) {
        var run: [Unicode.Scalar] = []
        for end in start..<min(start + 3, line.words.count) {
          run += FoldedText(line.words[end]).letters
          if run == letters { return (question, start..<end + 1) }
        }
      }
      return nil
    }
  }
}

extension [Range<Int>] {
  /// The longest range, the first of those that are equally long.
  fileprivate var longest: Range<Int>? {
    self.max { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }
  }
}

extension RowLine {
  /// The longest run of words from a place on that is a name.
  func longestRun(from start: Int, in search: ConceptSearch, upTo end: Int) -> Range<Int>? {
    var letters: [Unicode.Scalar] = []
    var found: Range<Int>?
    for place in start..<end {
      let more = FoldedText(words[place]).letters
      if more.isEmpty {
        // A dash starts and ends no name.
        if place == start { return nil }
        continue
      }
      // Two numbers are never one.
      if letters.last?.isFigure == true, more[0].isFigure { break }
      letters += more
      guard letters.count <= search.longestName else { break }
      if search.hasName(letters) { found = start..<place + 1 }
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Whether the character is a digit or stands for a number.
  var isFigure: Bool { properties.numericType != nil }
}
