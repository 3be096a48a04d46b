/// A date as FHIR has it: a year, a year and month, or a whole date (R4, 2.24.0.1 `date`).
public struct PartialDate: Sendable, Hashable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, if it is known.
  public let month: Int?
  /// The day of the month, if it is known; only with a month.
  public let day: Int?

  /// Makes a date; nil when there is no such date in the Gregorian calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard 1...9999 ~= year else { return nil }
    if let month {
      guard 1...12 ~= month else { return nil }
      if let day {
        guard 1...Self.days(inMonth: month, of: year) ~= day else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019`, `2019-03` or `2019-03-27`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count, parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy({ 48...57 ~= $0 }) ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// How many days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of the first day that this date may mean.
  public var firstDayNumber: Int {
    Self.dayNumber(year: year, month: month ?? 1, day: day ?? 1)
  }

  // The count of days by years that begin in March, so that a leap day ends a year.
  package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date a number of days after 1970-01-01, or nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Compares as far as both dates are known: `2020-01` is before `2020-02-15`, and against
  /// `2020-01-15` it is undecidable.
  public func ordering(against other: PartialDate) -> PartialOrdering {
    if year != other.year { return PartialOrdering(year, other.year) }
    switch (month, other.month) {
    case (nil, nil): return .same
    case (let month?, let otherMonth?):
      if month != otherMonth { return PartialOrdering(month, otherMonth) }
    default: return .undecidable
    }
    switch (day, other.day) {
    case (nil, nil): return .same
    case (let day?, let otherDay?): return PartialOrdering(day, otherDay)
    default: return .undecidable
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as FHIR writes it.
  public var description: String {
    var text = digits(year, 4)
    if let month { text += "-" + digits(month, 2) }
    if let day { text += "-" + digits(day, 2) }
    return text
  }
}

/// A number with leading zeros.
package func digits(_ value: Int, _ width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
