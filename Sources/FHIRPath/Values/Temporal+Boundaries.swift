import FHIR

extension Temporal {
  /// How many digits a date is written with: 4, 6 or 8.
  static func precision(_ date: PartialDate) -> Int {
    date.day != nil ? 8 : date.month != nil ? 6 : 4
  }

  /// How many digits a time is written with: 2, 4, 6, or 9 with a fraction.
  static func precision(_ time: TimeOfDay) -> Int {
    guard time.isMinuteKnown else { return 2 }
    guard let second = time.second else { return 4 }
    return second.scale == 0 ? 6 : 9
  }

  /// The first or last date that a date may mean, with a number of digits; nil for a number that
  /// dates do not have.
  static func boundary(_ date: PartialDate, _ digits: Int, _ isLow: Bool) -> PartialDate? {
    let month = date.month ?? (isLow ? 1 : 12)
    let day = date.day ?? (isLow ? 1 : PartialDate.days(inMonth: month, of: date.year))
    switch digits {
    case 4: return PartialDate(year: date.year)
    case 6: return PartialDate(year: date.year, month: month)
    case 8: return PartialDate(year: date.year, month: month, day: day)
    default: return nil
    }
  }

  static func boundary(_ time: TimeOfDay, _ digits: Int, _ isLow: Bool) -> TimeOfDay? {
    let minute = time.isMinuteKnown ? time.minute : isLow ? 0 : 59
    var second = time.second ?? (isLow ? 0 : 59)
    switch digits {
    case 2: return TimeOfDay(hour: time.hour)
    case 4: return TimeOfDay(hour: time.hour, minute: minute)
    case 6:
      return second.rounded(to: 0, .towardZero)
        .flatMap { TimeOfDay(hour: time.hour, minute: minute, second: $0) }
    case 9:
      if second.scale == 0 {
        second = second.adding(ExactDecimal(mantissa: isLow ? 0 : 999, scale: 3)) ?? second
      } else if second.scale < 3, let longer = second.rounded(to: 3, .towardZero) {
        second = longer
      }
      return second.rounded(to: 3, .towardZero)
        .flatMap { TimeOfDay(hour: time.hour, minute: minute, second: $0) }
    default: return nil
    }
  }

  /// Where no offset is known, the first is farthest east and the last farthest west.
  static func boundary(
    _ value: PartialDateTime, _ digits: Int, _ isLow: Bool
  ) -> PartialDateTime? {
    guard digits > 8 else {
      return boundary(value.date, digits, isLow).flatMap { PartialDateTime(date: $0) }
    }
    guard let date = boundary(value.date, 8, isLow) else { return nil }
    let known = value.time ?? TimeOfDay(hour: isLow ? 0 : 23)
    guard let time = known.flatMap({ boundary($0, digits - 8, isLow) }) else { return nil }
    return PartialDateTime(
      date: date, time: time, offsetMinutes: value.offsetMinutes ?? (isLow ? 14 * 60 : -12 * 60))
  }
}
