import FHIR

extension AnswerReader {
  /// Reads an amount: a number and one of the units on offer.
  func readQuantity(_ typed: String) -> Reading {
    let (text, isApproximate) = withoutAbout(typed)
    if let reading = readFeetAndInches(text, typed, isApproximate) { return reading }
    let (number, unit) = split(text)
    guard !number.isEmpty else { return .problem(.notANumber) }
    if isRange(number) { return .problem(.severalNumbers) }
    let numbers = NumberReader(spoken: spoken, isWhole: false).values(of: number)
    guard !numbers.isEmpty else { return .problem(problem(withNumber: number)) }
    return amounts(numbers, unit: unit, typed: typed, isApproximate: isApproximate)
  }

  private func amounts(
    _ numbers: [ExactDecimal], unit: String, typed: String, isApproximate: Bool
  ) -> Reading {
    let offered = offeredUnits
    guard !offered.isEmpty else {
      let unit = unit.isEmpty ? nil : unit
      return checked(
        anyOf: numbers.map { .quantity(Quantity(value: $0, unit: unit)) }, typed: typed,
        isApproximate: isApproximate)
    }
    let units = unit.isEmpty ? offered : offered.filter { names(of: $0).contains(unit) }
    guard !units.isEmpty else {
      return .problem(.unknownUnit(typed: unit, allowed: offered.map { shown($0) }))
    }
    let values: [AnswerValue] = units.flatMap { unit in
      numbers.map { .quantity(Quantity(value: $0, unit: unit)) }
    }
    if unit.isEmpty, offered.count > 9 {
      return .problem(.unitMissing(offered.map { shown($0) }))
    }
    return checked(anyOf: values, typed: typed, isApproximate: isApproximate)
  }

  /// The units on offer, or the one unit of the question.
  var offeredUnits: [Coding] {
    let options = item.source.unitOptions
    return options.isEmpty ? item.source.unit.map { [$0] } ?? [] : options
  }

  /// Whether a text ends with one of the units on offer.
  func namesUnit(_ text: String) -> Bool {
    let unit = split(text.lowercased()).unit
    return !unit.isEmpty && offeredUnits.contains { names(of: $0).contains(unit) }
  }

  private func shown(_ unit: Coding) -> String { words.name(of: unit) }

  /// All names of a unit, that in the language of the question included.
  private func names(of unit: Coding) -> Set<String> {
    UnitNames(spoken).names(of: unit).union([shown(unit).lowercased()]).filter { !$0.isEmpty }
  }

  /// The number and the unit of a text: the unit starts where nothing can be a number any more.
  private func split(_ text: String) -> (number: String, unit: String) {
    let reader = NumberReader(spoken: spoken, isWhole: false)
    let names = offeredUnits.flatMap { self.names(of: $0) }
    // A unit that is on offer is taken off the end, the longest first.
    for name in Set(names).sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
      for ending in [name, name + "."] {
        guard let number = text.dropping(suffix: ending), let last = number.last else { continue }
        let isApart = last.isNumber || text.dropLast(ending.count).last == " " || last == "."
        if isApart, !reader.values(of: number).isEmpty { return (number, name) }
      }
    }
    guard reader.values(of: text).isEmpty else { return (text, "") }
    guard let last = text.lastIndex(where: { $0.isNumber }) else {
      return splitWords(text)
    }
    let end = text.index(after: last)
    let unit = String(text[end...]).trimmed
    return (String(text[..<end]).trimmed, unit == "." ? "" : unit)
  }

  /// "twenty milligrams": the longest start that is a number.
  private func splitWords(_ text: String) -> (number: String, unit: String) {
    let reader = NumberReader(spoken: spoken, isWhole: false)
    let words = text.split(separator: " ").map(String.init)
    guard words.count <= 20 else { return (text, "") }
    for count in stride(from: words.count, to: 0, by: -1) {
      let number = words.prefix(count).joined(separator: " ")
      guard !reader.values(of: number).isEmpty else { continue }
      return (number, words.dropFirst(count).joined(separator: " "))
    }
    return (text, "")
  }

  // MARK: - Feet and inches

  /// "5 ft 11", "5'11\"", "five feet": as inches, where inches are on offer.
  private func readFeetAndInches(
    _ text: String, _ typed: String, _ isApproximate: Bool
  ) -> Reading? {
    guard let inch = offeredUnits.first(where: { $0.code == "[in_i]" }),
      let (feet, inches) = feetAndInches(text)
    else { return nil }
    // Feet alone stay feet where feet are on offer.
    if inches == nil, offeredUnits.contains(where: { $0.code == "[ft_i]" }) { return nil }
    guard let inInches = feet.multiplied(by: 12)?.adding(inches ?? 0) else {
      return .problem(.numberTooLong)
    }
    if let inches, inches >= 12 || feet.integer == nil { return .problem(.notANumber) }
    let value = AnswerValue.quantity(Quantity(value: inInches.normalized, unit: inch))
    guard case .values(let values, _) = checked(value, typed: typed) else {
      return checked(value, typed: typed)
    }
    let shown = wording.feetAndInches(feet, inches, as: words.text(of: value, wording))
    return .values(values, understoodAs: isApproximate ? wording.about(shown) : shown)
  }

  private func feetAndInches(_ text: String) -> (feet: ExactDecimal, inches: ExactDecimal?)? {
    let text = text.map { Self.quoteMarks[$0] ?? String($0) }.joined()
      .split(separator: "''", omittingEmptySubsequences: false).joined(separator: "\"")
    let reader = NumberReader(spoken: spoken, isWhole: false)
    let feetNames = spoken.units["[ft_i]"] ?? []
    for name in feetNames.sorted(by: { $0.count > $1.count }) {
      guard let range = text.firstRange(of: name) else { continue }
      let before = String(text[..<range.lowerBound]).trimmed
      var after = String(text[range.upperBound...]).trimmed
      for prefix in [".", ","] { after = after.dropping(prefix: prefix) ?? after }
      for and in spoken.and { after = after.dropping(prefix: and + " ") ?? after }
      guard let feet = reader.values(of: before).first else { continue }
      if after.isEmpty { return (feet, nil) }
      let inchNames = (spoken.units["[in_i]"] ?? []).sorted { $0.count > $1.count }
      for ending in ["."] + inchNames { after = after.dropping(suffix: ending) ?? after }
      guard let inches = reader.values(of: after).first, !inches.isNegative else { continue }
      return (feet, inches)
    }
    return nil
  }

  private static let quoteMarks: [Character: String] = [
    "’": "'", "‘": "'", "′": "'", "`": "'", "´": "'", "”": "\"", "“": "\"", "″": "\"",
  ]
}
