import FHIR
import Library

/// Reads what people type for a date: figures, months by name, "3 weeks ago".
struct DateReader {
  let spoken: SpokenWords
  /// The date that "yesterday" counts from.
  let today: PartialDate

  /// What a text means as a date.
  enum Meaning: Equatable {
    /// It may be any of these dates, and each is as exact as what was typed.
    case dates([PartialDate], isApproximate: Bool)
    /// It may be these dates if a word is misspelled, or meant roughly.
    case unsure([PartialDate], isApproximate: Bool)
    /// It names a day or a month without its year.
    case withoutYear
    /// It names a day that the calendar does not have.
    case noSuchDay
    /// It is no date.
    case notADate
  }

  /// What a text means.
  func meaning(of typed: String) -> Meaning {
    guard typed.utf8.count <= 100 else { return .notADate }
    let (text, isApproximate) = withoutAbout(typed.plainWords)
    if let meaning = moreThan(text) { return meaning }
    let isAhead = spoken.ahead.contains { typed.plainWords.hasPrefix($0 + " ") }
    if let meaning = nearToday(text, isApproximate, isAhead: isAhead) { return meaning }
    let words = self.words(of: text)
    guard 1...6 ~= words.count else { return .notADate }
    let meaning =
      words.allSatisfy(\.isDigits) ? inFigures(words) : withMonthName(words)
    guard case .dates(let dates, let isRough) = meaning else { return meaning }
    return .dates(dates, isApproximate: isRough || isApproximate)
  }

  private func withoutAbout(_ typed: String) -> (String, Bool) {
    var text = typed
    for word in spoken.dateFillers {
      text = text.dropping(prefix: word + " ") ?? text
    }
    return spoken.withoutAbout(text)
  }

  /// The words and figures of a text, without fillers and the endings of ordinals.
  private func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func finish() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text {
      if " /-.,–−\u{2011}".contains(character) {
        finish()
        continue
      }
      // "27march2019" and "27th": figures and letters stand apart.
      if let last = word.last, last.isNumber != character.isNumber { finish() }
      word.append(character)
    }
    finish()
    var kept: [String] = []
    for word in words where !spoken.dateFillers.contains(word) {
      let isOrdinal = spoken.ordinalEndings.contains(word) && kept.last?.isDigits == true
      let isWeekday = spoken.weekdays.contains {
        $0.lowercased() == word || (word.count >= 3 && $0.lowercased().hasPrefix(word))
      }
      if !isOrdinal, !isWeekday || month(word) != nil { kept.append(word) }
    }
    return kept
  }

  // MARK: - Figures

  private func inFigures(_ words: [String]) -> Meaning {
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count else { return .notADate }
    switch words.count {
    case 1: return oneNumber(words[0])
    case 2:
      guard words[0].count <= 2 || words[1].count <= 2 else { return .notADate }
      if words[0].count == 4 { return exact(year: numbers[0], month: numbers[1]) }
      if words[1].count == 4 { return exact(year: numbers[1], month: numbers[0]) }
      return .withoutYear
    case 3:
      if words[0].count == 4 {
        return exact(year: numbers[0], month: numbers[1], day: numbers[2])
      }
      return eitherOrder(numbers[0], numbers[1], years: years(words[2]))
    default: return .notADate
    }
  }

  private func oneNumber(_ word: String) -> Meaning {
    guard let number = Int(word) else { return .notADate }
    switch word.count {
    case 4: return exact(year: number)
    case 1, 2: return .withoutYear
    case 8: return eightDigits(word)
    default: return .notADate
    }
  }

  /// A whole date without any mark: "27032019" or "20190327".
  private func eightDigits(_ word: String) -> Meaning {
    var dates: [PartialDate] = []
    if let date = PartialDate("\(word.prefix(4))-\(word.dropFirst(4).prefix(2))-\(word.suffix(2))")
    {
      dates.append(date)
    }
    if let first = Int(word.prefix(2)), let second = Int(word.dropFirst(2).prefix(2)),
      case .dates(let either, _) = eitherOrder(first, second, years: years(String(word.suffix(4))))
    {
      dates += either
    }
    let likely = dates.filter { 1900...2100 ~= $0.year }
    return likely.isEmpty ? .noSuchDay : .dates(unique(likely), isApproximate: false)
  }

  /// Two numbers, of which either may be the day.
  private func eitherOrder(_ first: Int, _ second: Int, years: [Int]) -> Meaning {
    guard !years.isEmpty else { return .notADate }
    let dates = years.flatMap { year in
      [
        PartialDate(year: year, month: second, day: first),
        PartialDate(year: year, month: first, day: second),
      ].compactMap { $0 }
    }
    return dates.isEmpty ? .noSuchDay : .dates(unique(dates), isApproximate: false)
  }

  private func exact(year: Int, month: Int? = nil, day: Int? = nil) -> Meaning {
    guard year >= 1000 else { return .notADate }
    guard let date = PartialDate(year: year, month: month, day: day) else { return .noSuchDay }
    return .dates([date], isApproximate: false)
  }

  private func unique(_ dates: [PartialDate]) -> [PartialDate] {
    var kept: [PartialDate] = []
    for date in dates where !kept.contains(date) { kept.append(date) }
    return kept
  }

  /// The years that a word may mean, the likeliest first: for two digits the last such year up to
  /// this one, then the next.
  private func years(_ word: String) -> [Int] {
    guard let number = Int(word) else { return [] }
    switch word.count {
    case 4: return number >= 1000 ? [number] : []
    case 2:
      let century = today.year / 100 * 100
      let past = century + number <= today.year ? century + number : century + number - 100
      return [past]
    default: return []
    }
  }

  // MARK: - Months by name

  private func withMonthName(_ words: [String]) -> Meaning {
    let names = words.filter { !$0.isDigits }
    let numbers = words.filter(\.isDigits)
    // "summer 2019" and "early 2019" are as exact as a year.
    let parts = names.filter { spoken.partsOfYear.contains($0) }
    let rest = names.filter { !spoken.partsOfYear.contains($0) }
    if rest.isEmpty {
      guard parts.count <= 2, numbers.count == 1, numbers[0].count == 4 else { return .notADate }
      return approximate(inFigures(numbers))
    }
    guard rest.count == 1 else { return .notADate }
    guard let month = month(rest[0]) else { return misspelled(rest[0], numbers) }
    let meaning = withMonth(month, numbers)
    return parts.isEmpty ? meaning : approximate(meaning)
  }

  private func approximate(_ meaning: Meaning) -> Meaning {
    guard case .dates(let dates, _) = meaning else { return meaning }
    return .dates(dates, isApproximate: true)
  }

  private func withMonth(_ month: Int, _ numbers: [String]) -> Meaning {
    switch numbers.count {
    case 0: return .withoutYear
    case 1:
      guard let year = Int(numbers[0]) else { return .notADate }
      if numbers[0].count == 4 { return exact(year: year, month: month) }
      // "March 50" can only be a year; "March 19" may be a day.
      guard numbers[0].count == 2, year > 31, let year = years(numbers[0]).first
      else { return .withoutYear }
      return exact(year: year, month: month)
    case 2:
      let (day, year) = numbers[0].count == 4 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      guard let day = Int(day), let year = years(year).first else { return .notADate }
      return exact(year: year, month: month, day: day)
    default: return .notADate
    }
  }

  /// The month of a name or of its first letters, three or more.
  private func month(_ word: String) -> Int? {
    if let month = spoken.shortMonths[word] { return month }
    guard word.count >= 3 else { return nil }
    return spoken.months.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }

  private func misspelled(_ word: String, _ numbers: [String]) -> Meaning {
    guard word.count >= 3 else { return .notADate }
    let names = spoken.months.enumerated().map { index, name in
      Concept(Coding(code: String(index + 1), display: name))
    }
    let months = ConceptSearch(names).matches(word)
      .compactMap { match in match.concept.coding.code.flatMap { Int($0) } }
    let dates = months.flatMap { month -> [PartialDate] in
      guard case .dates(let dates, _) = withMonth(month, numbers) else { return [] }
      return dates
    }
    return dates.isEmpty ? .notADate : .unsure(dates, isApproximate: false)
  }
}
