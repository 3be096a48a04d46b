import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// What holds for dates and times, whichever they are (FHIRPath 3.0, sections 6.2 and 6.6.8).
@Suite struct DateLawTests {
  @Test(
    arguments: [
      "(%d + %n) - %n = %d", "(%d - %n) + %n = %d", "%d + 0 days = %d",
      "%d + 12 months = %d + 1 year",
      "%d + 24 months = %d + 2 years", "%d + 1 week = %d + 7 days",
      "(%d <= %e) = (%d + %n <= %e + %n)",
      "(%d < %e) xor (%d = %e) xor (%d > %e)", "(%d = %e) = (%e = %d)", "%d ~ %d",
      "%d = %d.toString().toDate()", "(%d + %n).precision() = 8",
      "%d.difference(%d + %n, 'day') = %count",
      "(%d + 25 hours) = %d + 1 day", "(%d + 23 hours) = %d", "%d.toDateTime().toDate() = %d",
      "%d.duration(%d + %n, 'day') = %count", "(%d + 1 'd') = %d + 1 day",
      "(%d + 1.9 days) = %d + 1 day",
      "%d.lowBoundary() = %d and %d.highBoundary() = %d",
    ].map(Law.init))
  func `dates`(_ law: Law) throws {
    var random = SeededGenerator(seed: 1)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      let count = random.number(0...100_000)
      try law.check(
        expression,
        [
          "d": .date(Self.date(&random)), "e": .date(Self.date(&random)),
          "count": .integer(Int32(count)),
          "n": .quantity(ExactDecimal(count), unit: "days"),
        ])
    }
  }

  /// Months run over years, and a day that the month does not have becomes its last.
  @Test(arguments: 0..<4)
  func `months clamp at the end of a month`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed * 1_000_000)
    let law = Law("(%d + %n).toString() = %expected")
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      let date = Self.date(&random)
      let count = random.number(-500...500)
      let months = date.year * 12 + (date.month ?? 1) - 1 + count
      let (year, month) = (months / 12, months % 12 + 1)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      let day = min(date.day ?? 1, days)
      let expected = "\(year)-\(Self.digits(month))-\(Self.digits(day))"
      try law.check(
        expression,
        [
          "d": .date(date), "n": .quantity(ExactDecimal(count), unit: "months"),
          "expected": .string(expected),
        ])
    }
  }

  /// What is known only to the month or the year stays so.
  @Test(
    arguments: [
      "(%m + %n).precision() = 6", "(%y + %n).precision() = 4", "(%m + %n) - %n = %m",
      "%m + 12 months = %m + 1 year", "%y + 24 months = %y + 2 years", "%y + 11 months = %y",
      "(%m + 365 days).precision() = 6", "(%y + 365 days) = %y + 1 year", "(%m = %d).empty()",
      "(%m = %d or true)",
      "(%y < %d).empty() or %y.yearOf() != %d.yearOf()", "%m.lowBoundary() <= %m.highBoundary()",
      "%m.lowBoundary().dayOf() = 1", "(%m.highBoundary() + 1 day).dayOf() = 1",
      "%m = %m.toString().toDate()",
      "%y.lowBoundary().toString() = %y.toString() + '-01-01'", "(%y + 1 hour) = %y",
    ].map(Law.init))
  func `partial dates`(_ law: Law) throws {
    var random = SeededGenerator(seed: 2)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<100 {
      let date = Self.date(&random)
      let month = try #require(PartialDate(year: date.year, month: date.month))
      let year = try #require(PartialDate(year: date.year))
      try law.check(
        expression,
        [
          "d": .date(date), "m": .date(month), "y": .date(year),
          "n": .quantity(ExactDecimal(random.number(0...50) * 12), unit: "months"),
        ])
    }
  }

  @Test(
    arguments: [
      "(%t + %n) - %n = %t", "((%t + %n) - %n).toString() = %t.toString()",
      "(%t + %n).timezoneOffsetOf() = %t.timezoneOffsetOf()",
      "(%t + %n).precision() = %t.precision()",
      "(%t + %n) > %t", "%t + 24 hours = %t + 1 day", "%t + 60 minutes = %t + 1 hour",
      "%t + 1000 milliseconds = %t + 1 second", "%t + 12 months = %t + 1 year", "%t ~ %t",
      "(%t < %u) xor (%t = %u) xor (%t > %u)", "(%t = %u) = (%u = %t)",
      "(%t < %u) = (%t + %n < %u + %n)",
      "%t = %t.toString().toDateTime()", "(%t - %n).dateOf() <= %t.dateOf()",
      "%t.duration(%t + %n, 'minute') = %count",
      "%t.lowBoundary() <= %t and %t <= %t.highBoundary()", "(%t | %t + 0 seconds).count() = 1",
    ].map(Law.init))
  func `dates and times with an offset`(_ law: Law) throws {
    var random = SeededGenerator(seed: 3)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      let count = random.number(1...1_000_000)
      try law.check(
        expression,
        [
          "t": .dateTime(try Self.dateTime(&random)), "u": .dateTime(try Self.dateTime(&random)),
          "n": .quantity(ExactDecimal(count), unit: "minutes"), "count": .integer(Int32(count)),
        ])
    }
  }

  /// The same instant is the same, whatever its offset.
  @Test func `offsets do not matter to order`() throws {
    var random = SeededGenerator(seed: 4)
    let law = Law("%t = %u and %t ~ %u and (%t < %u).not() and (%t | %u).count() = 1")
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      let date = Self.date(&random)
      let (hour, minute) = (random.number(12...13), random.number(0...59))
      let shift = random.number(-10...10)
      func text(_ hour: Int, _ offset: Int) -> String {
        let sign = offset < 0 ? "-" : "+"
        return "\(date)T\(Self.digits(hour)):\(Self.digits(minute)):07.5\(sign)"
          + "\(Self.digits(abs(offset))):00"
      }
      try law.check(
        expression,
        [
          "t": .dateTime(try #require(PartialDateTime(text(hour, 0)))),
          "u": .dateTime(try #require(PartialDateTime(text(hour + shift, shift)))),
        ])
    }
  }

  @Test(
    arguments: [
      "(%t + %n) - %n = %t", "%t + 24 hours = %t", "%t + 1440 minutes = %t", "(%t + %n) is Time",
      "(%t + %n).precision() = %t.precision()", "%t = %t.toString().toTime()", "%t ~ %t",
      "(%t < %u) xor (%t = %u) xor (%t > %u)", "%t.lowBoundary() <= %t.highBoundary()",
    ].map(Law.init))
  func `times of day`(_ law: Law) throws {
    var random = SeededGenerator(seed: 5)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      try law.check(
        expression,
        [
          "t": .time(try Self.time(&random)), "u": .time(try Self.time(&random)),
          "n": .quantity(ExactDecimal(random.number(0...5000)), unit: "minutes"),
        ])
    }
  }

  // MARK: - Random values

  private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func date(_ random: inout SeededGenerator) -> PartialDate {
    let year = random.number(1900...2100)
    let month = random.number(1...12)
    // Mostly the days at which months differ.
    let wanted = random.pick(from: [random.number(1...28), 28, 29, 30, 31])
    let days = stride(from: wanted, through: 1, by: -1).lazy
    return days.compactMap { PartialDate(year: year, month: month, day: $0) }.first
      ?? PartialDate(dayNumber: 0) ?? { preconditionFailure("every month has a first day") }()
  }

  private static func time(_ random: inout SeededGenerator) throws -> TimeOfDay {
    let second = ExactDecimal(mantissa: Int128(random.number(0...59_999)), scale: 3)
    return try #require(
      TimeOfDay(hour: random.number(0...23), minute: random.number(0...59), second: second))
  }

  private static func dateTime(_ random: inout SeededGenerator) throws -> PartialDateTime {
    try #require(
      PartialDateTime(
        date: date(&random), time: try time(&random), offsetMinutes: random.number(-48...56) * 15))
  }
}
