import FHIR

extension AnswerReader {
  /// Reads a number, with or without its unit.
  func readNumber(_ typed: String) -> Reading {
    let (text, isApproximate) = withoutAbout(typed)
    let number = withoutUnit(text)
    let reader = NumberReader(spoken: spoken, isWhole: true)
    if isRange(number) { return .problem(.severalNumbers) }
    if let (part, greatest) = outOf(number) {
      let isPart = reader.values(of: part).allSatisfy { $0 <= ExactDecimal(greatest) }
      // "130/80" is two numbers, not one out of another.
      guard isPart || greatest == mostOfScale else { return .problem(.severalNumbers) }
      guard greatest == mostOfScale else { return .problem(.outOfAnother(greatest)) }
      return checkedNumber(part, typed, isApproximate: isApproximate)
    }
    return checkedNumber(number, typed, isApproximate: isApproximate)
  }

  private func checkedNumber(_ text: String, _ typed: String, isApproximate: Bool) -> Reading {
    let reader = NumberReader(spoken: spoken, isWhole: item.type == .integer)
    let numbers = reader.values(of: text)
    guard !numbers.isEmpty else {
      if spoken.zero.contains(text) { return checked(anyOf: values(of: [0]), typed: typed) }
      return .problem(problem(withNumber: text))
    }
    if item.type == .integer, numbers.allSatisfy({ $0.integer == nil }) {
      return .problem(numbers[0].normalized.scale == 0 ? .numberTooLong : .notWhole)
    }
    return checked(anyOf: values(of: numbers), typed: typed, isApproximate: isApproximate)
  }

  private func values(of numbers: [ExactDecimal]) -> [AnswerValue] {
    guard item.type == .integer else { return numbers.map { .decimal($0) } }
    return numbers.compactMap { $0.integer.map { .integer($0) } }
  }

  /// Why a text is no number.
  func problem(withNumber text: String) -> AnswerProblem {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let isLong = digits.count > 30 && text.allSatisfy { $0.isNumber || " ,.'-".contains($0) }
    if isLong { return .numberTooLong }
    let numbers = text.split { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "," }
      .filter { $0.contains(where: \.isNumber) }
    return numbers.count > 1 ? .severalNumbers : .notANumber
  }

  // MARK: - Around the number

  /// The line without words that say it is not exact.
  func withoutAbout(_ typed: String) -> (text: String, isApproximate: Bool) {
    spoken.withoutAbout(
      typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// The text without a unit at its end that is the question's own, or a word of the question.
  private func withoutUnit(_ text: String) -> String {
    let isMark: (Character) -> Bool = { ".!;,".contains($0) || $0.isWhitespace }
    var number = text
    while let last = number.last, isMark(last) { number.removeLast() }
    if let once = spoken.once[number] { return String(once) }
    number = withoutWordsOfTheQuestion(number)
    if let once = spoken.once[number] { return String(once) }
    if item.source.unit == nil, let last = number.last, spoken.timesSigns.contains(last),
      number.dropLast().last?.isNumber == true
    {
      number.removeLast()
    }
    if let unit = item.source.unit {
      let names = UnitNames(spoken).names(of: unit).sorted { $0.count > $1.count }
      for name in names {
        if let rest = number.dropping(suffix: name), let last = rest.last,
          last.isNumber || rest.count < number.count - name.count
        {
          return rest
        }
      }
    }
    return withoutWordsOfTheQuestion(number)
  }

  /// The text without words at its end that stand in the question: "3 times" where it asks
  /// "How many times".
  private func withoutWordsOfTheQuestion(_ text: String) -> String {
    let question = words.allText.lowercased().split { !$0.isLetter }
      .map(String.init)
    let asked = Set(question)
    var words = text.split(separator: " ").map(String.init)
    var isAfterWord = false
    while words.count > 1, let last = words.last, !isNumberWord(last) {
      let isAsked =
        asked.contains(last) || asked.contains(last + "s")
        || asked.contains(String(last.dropLast()))
      guard last.allSatisfy(\.isLetter), isAsked || (isAfterWord && spoken.perWords.contains(last))
      else { break }
      // "5 nights" is no answer to "How many hours do you sleep most nights?".
      let counted = question.lazy.compactMap(timeUnit).first
      if words.count == 2, let unit = timeUnit(last), unit != counted { break }
      words.removeLast()
      isAfterWord = true
    }
    return words.joined(separator: " ")
  }

  /// The code of the unit of time that a word names.
  private func timeUnit(_ word: String) -> String? {
    ["s", "min", "h", "d", "wk", "mo", "a"].first { code in
      word.count > 1 && spoken.units[code]?.contains(word) == true
    }
  }

  private func isNumberWord(_ word: String) -> Bool {
    spoken.numbers[word] != nil || word == spoken.hundred || word == spoken.thousand
      || spoken.fractions[word] != nil
  }

  /// The two parts of "7/10" or "seven out of ten".
  private func outOf(_ text: String) -> (part: String, greatest: Int)? {
    for word in spoken.outOf {
      let separator = word == "/" ? word : " \(word) "
      guard let range = text.firstRange(of: separator) else { continue }
      let part = String(text[..<range.lowerBound]).trimmed
      let whole = String(text[range.upperBound...]).trimmed
      let reader = NumberReader(spoken: spoken, isWhole: true)
      // "7 1/2" and "1/2" are fractions.
      guard reader.values(of: text).isEmpty || greatestIs(whole),
        let greatest = reader.values(of: whole).first?.integer, !reader.values(of: part).isEmpty
      else { continue }
      return (part, greatest)
    }
    return nil
  }

  private func greatestIs(_ text: String) -> Bool {
    mostOfScale.map(String.init) == text
  }

  private var mostOfScale: Int? {
    switch item.maxValue {
    case .integer(let most): most
    case .decimal(let most): most.integer
    default: nil
    }
  }

  /// Whether a text is two numbers with "to" or a dash between them.
  func isRange(_ text: String) -> Bool {
    let reader = NumberReader(spoken: spoken, isWhole: false)
    let separators = spoken.to.union(spoken.and).union(spoken.or)
    for separator in separators {
      let isSign = separator.count == 1 && !separator.allSatisfy(\.isLetter)
      guard let range = text.dropFirst().firstRange(of: isSign ? separator : " \(separator) ")
      else { continue }
      let first = String(text[..<range.lowerBound])
      let second = String(text[range.upperBound...])
      guard reader.values(of: text).isEmpty else { return false }
      if !reader.values(of: first).isEmpty, !reader.values(of: second).isEmpty { return true }
    }
    return false
  }
}
