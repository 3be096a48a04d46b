import FHIR

/// Reads what people type for a number: figures in several styles, words, halves.
struct NumberReader {
  let spoken: SpokenWords
  /// Whether only whole numbers are wanted, so that "1,200" can only be a thousand and more.
  let isWhole: Bool

  /// The numbers that a text may mean, the likeliest first; none when it is no number.
  func values(of text: String) -> [ExactDecimal] {
    var text = text.lowercased().trimmed
    var isNegative = false
    if let first = text.first, "-−–".contains(first) {
      isNegative = true
      text = String(text.dropFirst()).trimmed
    } else if let first = text.first, first == "+" {
      text = String(text.dropFirst()).trimmed
    } else if let word = spoken.minus.first(where: { text.hasPrefix($0 + " ") }) {
      isNegative = true
      text = String(text.dropFirst(word.count)).trimmed
    }
    let values = figures(text).isEmpty ? inWords(text) : figures(text)
    return isNegative
      ? values.map { ExactDecimal(mantissa: -$0.mantissa, scale: $0.scale) } : values
  }

  // MARK: - Figures

  private func figures(_ text: String) -> [ExactDecimal] {
    if let value = withFraction(text) { return [value] }
    // A space or an apostrophe groups digits by three, or does not belong there.
    let groups = text.split(omittingEmptySubsequences: false) { " '’\u{A0}\u{202F}".contains($0) }
    if groups.count > 1 {
      guard isGrouped(groups.map(String.init)) else { return [] }
      return figures(groups.joined())
    }
    guard text.utf8.allSatisfy({ 48...57 ~= $0 || $0 == 0x2E || $0 == 0x2C }),
      text.contains(where: { $0 != "." && $0 != "," })
    else { return [] }
    let points = text.count { $0 == "." }
    let commas = text.count { $0 == "," }
    switch (points, commas) {
    case (0, 0), (1, 0): return plain(text)
    case (0, 1): return withOneComma(text)
    default: return withBoth(text)
    }
  }

  /// One comma: before three digits it may group thousands or stand for the point.
  private func withOneComma(_ text: String) -> [ExactDecimal] {
    let asPoint = plain(text.map { $0 == "," ? "." : String($0) }.joined())
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[1].count == 3, isGrouped(parts) else { return asPoint }
    let grouped = plain(parts.joined())
    return isWhole ? grouped : grouped + asPoint
  }

  /// Points and commas: the last kind is the decimal mark if it stands once.
  private func withBoth(_ text: String) -> [ExactDecimal] {
    guard let last = text.last(where: { $0 == "." || $0 == "," }) else { return [] }
    let other: Character = last == "." ? "," : "."
    let isDecimalMark = text.count { $0 == last } == 1 && text.contains(other)
    let whole = isDecimalMark ? text.prefix { $0 != last } : text[...]
    let grouping = isDecimalMark ? other : last
    guard !whole.contains(where: { $0 != grouping && ($0 == "." || $0 == ",") }) else { return [] }
    let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
    guard isGrouped(groups.map(String.init)) else { return [] }
    let fraction = isDecimalMark ? text.drop { $0 != last }.dropFirst() : ""
    return plain(groups.joined() + (isDecimalMark ? "." + fraction : ""))
  }

  private func isGrouped(_ groups: [String]) -> Bool {
    guard let first = groups.first, 1...3 ~= first.count, first.isDigits, first.first != "0"
    else { return false }
    // What follows the last group may have a fraction, which is looked at later.
    return groups.dropFirst().allSatisfy { group in
      let digits = group.prefix { $0 != "." && $0 != "," }
      return digits.count == 3 && String(digits).isDigits
    }
  }

  private func plain(_ text: String) -> [ExactDecimal] {
    var text = text
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasSuffix(".") { text.removeLast() }
    return ExactDecimal(text).map { [$0] } ?? []
  }

  /// "7 1/2", "7½", "7 and a half", "half".
  private func withFraction(_ text: String) -> ExactDecimal? {
    for (word, hundredths) in spoken.fractions {
      if text == word { return fraction(hundredths) }
      guard text.hasSuffix(word), let last = text.dropLast(word.count).last,
        last == " " || (word.count == 1 && last.isNumber)
      else { continue }
      var rest = String(text.dropLast(word.count)).trimmed
      for and in spoken.and where rest.hasSuffix(" " + and) {
        rest = String(rest.dropLast(and.count)).trimmed
      }
      let whole = rest.isDigits ? Int(rest) : inWords(rest).first?.integer
      if let whole, whole < 1_000_000 { return fraction(whole * 100 + hundredths) }
    }
    return nil
  }

  private func fraction(_ hundredths: Int) -> ExactDecimal {
    ExactDecimal(mantissa: Int128(hundredths), scale: 2).normalized
  }

  // MARK: - Words

  /// "seven", "twenty-five", "one hundred and twenty".
  private func inWords(_ text: String) -> [ExactDecimal] {
    guard text.utf8.count <= 100 else { return [] }
    let words = text.split { $0 == " " || $0 == "-" }.map(String.init)
    guard !words.isEmpty, words.count <= 10 else { return [] }
    var total = 0
    var part = 0
    var last: WordKind?
    for (index, word) in words.enumerated() {
      if spoken.and.contains(word), last == .hundred || last == .thousand,
        index + 1 < words.count
      {
        continue
      }
      if spoken.one.contains(word), index == 0, words.count > 1 {
        part = 1
        last = .unit
      } else if word == spoken.hundred, last == .unit || last == .teen {
        part *= 100
        last = .hundred
      } else if word == spoken.thousand, let known = last, known != .thousand, total == 0 {
        total = part * 1000
        part = 0
        last = .thousand
      } else if let number = spoken.numbers[word], let kind = kind(of: number, after: last) {
        part += number
        last = kind
      } else {
        return []
      }
    }
    return [ExactDecimal(total + part)]
  }

  private enum WordKind { case zero, unit, teen, ten, hundred, thousand }

  private func kind(of number: Int, after last: WordKind?) -> WordKind? {
    switch (number, last) {
    case (0, nil): .zero
    case (1...9, nil), (1...9, .ten), (1...9, .hundred), (1...9, .thousand): .unit
    case (10...19, nil), (10...19, .hundred), (10...19, .thousand): .teen
    case (20...90, nil), (20...90, .hundred), (20...90, .thousand): .ten
    default: nil
    }
  }
}
