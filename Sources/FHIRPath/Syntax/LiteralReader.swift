import FHIR

/// Reads the literals of dates, times and numbers.
enum LiteralReader {
  /// What is wrong with a literal, in words; nil when it is right.
  static func problem(with text: String, as kind: SyntaxNode.Kind) -> String? {
    switch kind {
    // The least number is a sign and a literal that is one too large.
    case .integer: Int32(text) == nil && text != leastInteger ? tooLarge : nil
    case .long: Int64(text.dropLast()) == nil && text != leastLong ? tooLarge : nil
    case .decimal: ExactDecimal(text) == nil ? tooLarge : nil
    case .date: date(text.dropFirst()) == nil ? "there is no such date; check the digits" : nil
    case .dateTime:
      dateTime(text.dropFirst()) == nil ? "there is no such date and time; check the digits" : nil
    case .time: time(text.dropFirst(2)) == nil ? "there is no such time; check the digits" : nil
    default: nil
    }
  }

  static let leastInteger = "2147483648"
  static let leastLong = "9223372036854775808L"
  private static let tooLarge = "this number is too large; write a smaller one"

  static func date(_ text: some StringProtocol) -> PartialDate? { PartialDate(text) }

  /// Reads `14`, `14:30`, `14:30:00` or `14:30:00.250`.
  static func time(_ text: some StringProtocol) -> TimeOfDay? {
    if text.utf8.count == 2, text.utf8.allSatisfy(Lexer.isDigit), let hour = Int(text) {
      return TimeOfDay(hour: hour)
    }
    guard let time = TimeOfDay(text) else { return nil }
    if let second = time.second, second >= 60 { return nil }
    return time
  }

  /// Reads a date, a date with `T`, or a date and time with or without offset.
  static func dateTime(_ text: some StringProtocol) -> PartialDateTime? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = PartialDate(parts[0]) else { return nil }
    guard parts.count == 2, !parts[1].isEmpty else { return PartialDateTime(date: date) }
    let rest = parts[1]
    let zoneStart =
      rest.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? rest.endIndex
    guard let time = time(rest[..<zoneStart]) else { return nil }
    let zone = rest[zoneStart...]
    if zone.isEmpty { return PartialDateTime(date: date, time: time) }
    guard let offset = PartialDateTime.offset(zone) else { return nil }
    return PartialDateTime(date: date, time: time, offsetMinutes: offset)
  }
}
