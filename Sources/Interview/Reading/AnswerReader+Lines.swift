import FHIR
import FormFiller
import Library

/// What a question understands within a line that holds more than its answer.
extension AnswerReader {
  /// The word before the answer to a question for text.
  var lineLead: String? {
    item.type == .string || item.type == .text ? item.source.lineLead : nil
  }

  /// The words of a line that are surely an answer to the question.
  ///
  /// - Parameter end: the place of the first word that is not looked at.
  func claims(in line: RowLine, upTo end: Int) -> [RowLineClaim] {
    switch item.type {
    case .quantity where options.isEmpty:
      offeredUnits.isEmpty
        ? [] : (0..<end).compactMap { amount(in: line, from: $0, upTo: end) }
    case .choice, .openChoice: (0..<end).flatMap { choices(in: line, from: $0, upTo: end) }
    default: []
    }
  }

  /// Whether some of the answers exclude others.
  func excludesOthers(_ values: [AnswerValue]) -> Bool {
    item.options.contains { option in
      option.isExclusive && values.contains { $0.means(option.value) }
    }
  }

  // MARK: - Options

  /// The options that the longest run of words from a place on is a whole name of.
  private func choices(in line: RowLine, from start: Int, upTo end: Int) -> [RowLineClaim] {
    guard let run = line.longestRun(from: start, in: options.search, upTo: end) else { return [] }
    let text = line.text(run)
    // A figure or a little word alone says too little.
    guard !FoldedText(text).letters.allSatisfy(\.isFigure),
      !spoken.optionFillers.contains(text.plainWords)
    else { return [] }
    return options.named(text).compactMap { match in
      guard match.lookAlikes.isEmpty, case .option(let index, let name) = match.meaning else {
        return nil
      }
      return RowLineClaim(words: run, value: value(ofOptionAt: index, named: name))
    }
  }

  // MARK: - Amounts

  /// The longest run of words from a place on that is a number with one of the units.
  private func amount(in line: RowLine, from start: Int, upTo end: Int) -> RowLineClaim? {
    guard mayStartNumber(line.words[start]), !isSecondOfTwo(start, in: line) else { return nil }
    for count in stride(from: min(5, end - start), to: 0, by: -1) {
      let run = start..<start + count
      guard let value = amount(bare(line.text(run))), !isRate(run, in: line) else { continue }
      return RowLineClaim(words: run, value: value)
    }
    return nil
  }

  /// The amount that a text is, if it names its unit.
  private func amount(_ text: String) -> AnswerValue? {
    let (plain, _) = withoutAbout(text)
    guard namesUnit(plain), case .values(let values, _) = readQuantity(text),
      case .quantity(let quantity)? = values.first, quantity.value?.isNegative == false
    else { return nil }
    return values.first
  }

  private func mayStartNumber(_ word: String) -> Bool {
    let plain = bare(word).lowercased()
    return plain.first.map { $0.isNumber || $0 == "." } == true || spoken.numbers[plain] != nil
      || spoken.fractions.keys.contains { $0.split(separator: " ").first.map(String.init) == plain }
  }

  /// Whether a number stands before a place, so that what is there is the second of two, as in
  /// "5 / 325 mg" and "10 to 20 mg".
  private func isSecondOfTwo(_ place: Int, in line: RowLine) -> Bool {
    guard place > 0, line.name?.contains(place - 1) != true else { return false }
    let word = bare(line.words[place - 1]).lowercased()
    if word.hasSuffix("/") || isNumber(word) { return true }
    let joins = spoken.to.union(spoken.and).union(spoken.outOf).union(spoken.or)
    return joins.contains(word) && place > 1 && isNumber(bare(line.words[place - 2]))
  }

  private func isNumber(_ word: String) -> Bool {
    !NumberReader(spoken: spoken, isWhole: false).values(of: word).isEmpty
  }

  /// Whether an amount is one of so much for each of something, which none of its units says.
  private func isRate(_ run: Range<Int>, in line: RowLine) -> Bool {
    guard run.upperBound < line.words.count, line.name?.contains(run.upperBound) != true else {
      return false
    }
    let word = line.words[run.upperBound].lowercased()
    return word.hasPrefix("/") || spoken.per.contains(word.plainWords)
  }

  private func bare(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, "(,;".contains(first) { text.removeFirst() }
    while let last = text.last, "),;:".contains(last) { text.removeLast() }
    return String(text)
  }
}
