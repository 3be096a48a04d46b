import FHIR

/// A format of dates and times such as `dd/MM/yyyy HH:mm` (FHIRPath 3.0, section 5.5.4).
///
/// All codes but the names of months and zones; what is no code stands for itself.
struct TemporalFormat {
  private enum Part {
    case literal(Unicode.Scalar)
    case number(Field, digits: ClosedRange<Int>)
    case fraction(digits: Int)
    case halfOfDay
    case offset
  }

  private enum Field {
    case year
    case shortYear
    case month
    case day
    case hour
    case hourOfHalf
    case minute
    case second
  }

  private var parts: [Part] = []

  /// Reads a format; nil when it has a code that is not understood.
  init?(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }.count
      rest = rest.dropFirst(run)
      guard "yMdhHmsSazZ".unicodeScalars.contains(first) else {
        parts += Array(repeating: .literal(first), count: run)
        continue
      }
      guard let part = Self.part(first, run) else { return nil }
      parts.append(part)
    }
  }

  private static func part(_ code: Unicode.Scalar, _ length: Int) -> Part? {
    switch (code, length) {
    case ("y", 4): .number(.year, digits: 4...4)
    case ("y", 2): .number(.shortYear, digits: 2...2)
    case ("M", 1...2): .number(.month, digits: length...2)
    case ("d", 1...2): .number(.day, digits: length...2)
    case ("H", 1...2): .number(.hour, digits: length...2)
    case ("h", 1...2): .number(.hourOfHalf, digits: length...2)
    case ("m", 1...2): .number(.minute, digits: length...2)
    case ("s", 1...2): .number(.second, digits: length...2)
    case ("S", _): .fraction(digits: length)
    case ("a", 1): .halfOfDay
    case ("Z", 1): .offset
    default: nil
    }
  }

  /// Reads a text of this format; nil when it is not one or there is no such date and time.
  func read(_ text: String) -> PartialDateTime? {
    var reader = Reader(rest: text.unicodeScalars[...])
    for part in parts {
      switch part {
      case .literal(let scalar):
        guard reader.rest.popFirst() == scalar else { return nil }
      case .number(let field, let digits):
        guard let number = reader.number(digits) else { return nil }
        reader.numbers[field] = number
      case .fraction(let digits):
        guard digits <= 9, let number = reader.number(digits...digits) else { return nil }
        reader.fraction = ExactDecimal(mantissa: Int128(number), scale: digits)
      case .halfOfDay: guard reader.readHalfOfDay() else { return nil }
      case .offset: guard reader.readOffset() else { return nil }
      }
    }
    return reader.rest.isEmpty ? reader.value : nil
  }

  /// What is read of a text so far.
  private struct Reader {
    var rest: Substring.UnicodeScalarView
    var numbers: [Field: Int] = [:]
    var fraction: ExactDecimal?
    var isAfternoon: Bool?
    var offset: Int?

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      let found = rest.prefix(digits.upperBound).prefix { "0"..."9" ~= $0 }
      guard found.count >= digits.lowerBound else { return nil }
      rest = rest.dropFirst(found.count)
      return Int(String(found))
    }

    mutating func readHalfOfDay() -> Bool {
      switch rest.popFirst() {
      case "A", "a": isAfternoon = false
      case "P", "p": isAfternoon = true
      default: return false
      }
      if rest.first == "M" || rest.first == "m" { rest.removeFirst() }
      return true
    }

    /// Reads `Z`, `+0200` or `+02:00`.
    mutating func readOffset() -> Bool {
      guard let sign = rest.popFirst() else { return false }
      if sign == "Z" {
        offset = 0
        return true
      }
      guard sign == "+" || sign == "-", let hours = number(2...2) else { return false }
      if rest.first == ":" { rest.removeFirst() }
      guard let minutes = number(2...2), minutes < 60 else { return false }
      offset = (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
      return true
    }

    /// The date and time; nil where a part lacks the one before it, or there is none such.
    var value: PartialDateTime? {
      // Years of two digits are those of 1950 to 2049.
      let short = numbers[.shortYear].map { $0 < 50 ? 2000 + $0 : 1900 + $0 }
      guard let year = numbers[.year] ?? short,
        let date = PartialDate(year: year, month: numbers[.month], day: numbers[.day])
      else { return nil }
      let hasTime =
        numbers[.hour] != nil || numbers[.hourOfHalf] != nil || numbers[.minute] != nil
        || numbers[.second] != nil || fraction != nil
      guard hasTime else { return PartialDateTime(date: date) }
      return time.flatMap { PartialDateTime(date: date, time: $0, offsetMinutes: offset) }
    }

    private var time: TimeOfDay? {
      guard let hour else { return nil }
      guard let minute = numbers[.minute] else {
        return numbers[.second] == nil && fraction == nil ? TimeOfDay(hour: hour) : nil
      }
      guard let whole = numbers[.second] else {
        return fraction == nil ? TimeOfDay(hour: hour, minute: minute) : nil
      }
      guard whole < 60, let second = ExactDecimal(whole).adding(fraction ?? 0) else { return nil }
      return TimeOfDay(hour: hour, minute: minute, second: second)
    }

    /// The hour of the day; nil where it is not known which half of the day is meant.
    private var hour: Int? {
      guard let half = numbers[.hourOfHalf] else { return numbers[.hour] }
      guard let isAfternoon, 1...12 ~= half else { return nil }
      return half % 12 + (isAfternoon ? 12 : 0)
    }
  }
}
