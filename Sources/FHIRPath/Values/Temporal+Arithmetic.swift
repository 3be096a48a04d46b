import FHIR

extension Temporal {
  /// A length of time: whole months and exact seconds.
  struct Length {
    var months = 0
    var seconds: ExactDecimal = 0

    /// Reads a quantity; nil where its unit is not one of time, or has no exact length.
    ///
    /// Fractions count only for seconds and milliseconds.
    init?(_ quantity: SystemQuantity, sign: Int) {
      let unit: CalendarUnit
      switch quantity.unit {
      case .calendar(let word): unit = word
      case .ucum(let code):
        guard let word = CalendarUnit(ucum: code), !word.isOnlyNearlyUCUM else { return nil }
        unit = word
      }
      let signed = sign < 0 ? quantity.value.negated : quantity.value
      guard let whole = signed.rounded(to: 0, .towardZero)?.integer,
        whole.magnitude < 1_000_000_000_000
      else { return nil }
      switch unit {
      case .year: months = whole * 12
      case .month: months = whole
      case .week: seconds = ExactDecimal(whole * 604_800)
      case .day: seconds = ExactDecimal(whole * 86_400)
      case .hour: seconds = ExactDecimal(whole * 3600)
      case .minute: seconds = ExactDecimal(whole * 60)
      case .second: seconds = signed
      case .millisecond:
        seconds = signed.multiplied(by: ExactDecimal(mantissa: 1, scale: 3)) ?? signed
      }
    }

    /// The length in a coarser unit, for a date that is known only so far.
    func whole(_ secondsInUnit: Int) -> Int {
      seconds.dividedWhole(by: ExactDecimal(secondsInUnit)).map { Int($0.quotient) } ?? 0
    }
  }

  /// A date later or earlier; nil outside the years 1 to 9999.
  static func adding(_ length: Length, to date: PartialDate) -> PartialDate? {
    guard date.month != nil else {
      // A year of 365 days, where only the year is known.
      return PartialDate(year: date.year + length.months / 12 + length.whole(31_536_000))
    }
    guard date.day != nil else {
      return adding(months: length.months + length.whole(2_592_000), to: date)
    }
    guard let moved = adding(months: length.months, to: date) else { return nil }
    return PartialDate(dayNumber: moved.firstDayNumber + length.whole(86_400))
  }

  private static func adding(months: Int, to date: PartialDate) -> PartialDate? {
    guard abs(months) < 200_000, let month = date.month else { return nil }
    let total = date.year * 12 + month - 1 + months
    guard total >= 12 else { return nil }
    let year = total / 12
    let newMonth = total % 12 + 1
    let day = date.day.map { min($0, PartialDate.days(inMonth: newMonth, of: year)) }
    return PartialDate(year: year, month: newMonth, day: day)
  }

  /// A date and time later or earlier, with the same offset and as many parts.
  static func adding(_ length: Length, to value: PartialDateTime) -> PartialDateTime? {
    guard let time = value.time else {
      return adding(length, to: value.date).flatMap { PartialDateTime(date: $0) }
    }
    guard let date = adding(months: length.months, to: value.date),
      let moved = adding(length, to: time),
      let newDate = PartialDate(dayNumber: date.firstDayNumber + moved.days)
    else { return nil }
    return PartialDateTime(date: newDate, time: moved.time, offsetMinutes: value.offsetMinutes)
  }

  /// A time later or earlier, and how many midnights lie between.
  static func adding(_ length: Length, to time: TimeOfDay) -> (time: TimeOfDay, days: Int)? {
    let known = ExactDecimal(time.hour * 3600 + time.minute * 60)
    var seconds = length.seconds
    // What is not known of the time is not counted.
    if !time.isMinuteKnown {
      seconds = ExactDecimal(length.whole(3600) * 3600)
    } else if time.second == nil {
      seconds = ExactDecimal(length.whole(60) * 60)
    }
    guard let start = known.adding(time.second ?? 0), let total = start.adding(seconds),
      let (quotient, remainder) = total.dividedWhole(by: 86_400)
    else { return nil }
    let isBefore = remainder.isNegative
    guard let rest = isBefore ? remainder.adding(86_400) : remainder,
      let whole = rest.rounded(to: 0, .towardZero)?.integer,
      let second = rest.adding(ExactDecimal(-(whole - whole % 60)))
    else { return nil }
    let days = Int(quotient) - (isBefore ? 1 : 0)
    let newTime =
      time.isMinuteKnown
      ? TimeOfDay(
        hour: whole / 3600, minute: whole / 60 % 60, second: time.second == nil ? nil : second)
      : TimeOfDay(hour: whole / 3600)
    return newTime.map { ($0, days) }
  }
}
