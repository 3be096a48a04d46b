import FHIR

extension Evaluation {
  /// `yearOf()` and the like: a part of a date or time, where it is known.
  func component(
    _ function: Function, of value: Item, _ index: Int32
  ) throws(FHIRPathError) -> Item? {
    let date: PartialDate?
    let time: TimeOfDay?
    var offset: Int?
    switch value {
    case .date(let value): (date, time) = (value, nil)
    case .dateTime(let value): (date, time, offset) = (value.date, value.time, value.offsetMinutes)
    case .time(let value): (date, time) = (nil, value)
    default: throw wrongType(value, "a date or a time", index)
    }
    let number: Int?
    switch function {
    case .yearOf: number = date?.year
    case .monthOf: number = date?.month
    case .dayOf: number = date?.day
    case .hourOf: number = time?.hour
    case .minuteOf: number = time.flatMap { $0.isMinuteKnown ? $0.minute : nil }
    case .secondOf: number = time?.second?.rounded(to: 0, .towardZero)?.integer
    case .millisecondOf:
      number = time?.second.flatMap { second in
        guard second.scale > 0, let thousandths = second.multiplied(by: 1000) else { return nil }
        return thousandths.rounded(to: 0, .towardZero)?.integer.map { $0 % 1000 }
      }
    case .timezoneOffsetOf:
      return offset.flatMap { ExactDecimal($0).divided(by: 60) }.map(Item.decimal)
    case .dateOf: return date.map(Item.date)
    default: return time.map(Item.time)
    }
    return number.map { .integer(Int32($0)) }
  }

  /// `duration()` and `difference()`: whole units between two dates or times.
  func distance(from start: Item, _ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let argument = instructions[Int(index)].argument
    guard let endItem = try scalar(argument, frame) else { return nil }
    guard let word = try string(second(index), frame) else { return nil }
    guard let unit = CalendarUnit(word) else {
      throw error(
        .unknownArgument(function: instructions[Int(index)].function.rawValue, value: word), index)
    }
    let isDifference = instructions[Int(index)].function == .difference
    guard let from = Self.place(start), let to = Self.place(system(endItem)) else { return nil }
    switch unit {
    case .year, .month:
      guard let fromMonth = from.months, let toMonth = to.months else { return nil }
      var months = toMonth - fromMonth
      if unit == .year, isDifference { return .integer(Int32(to.year - from.year)) }
      if !isDifference, let fromRest = from.rest, let toRest = to.rest {
        if months > 0, toRest < fromRest { months -= 1 }
        if months < 0, toRest > fromRest { months += 1 }
      }
      return .integer(Int32(unit == .year ? months / 12 : months))
    default:
      guard let fromValue = from.milliseconds, let toValue = to.milliseconds else { return nil }
      let length = Self.milliseconds(unit)
      let distance =
        isDifference
        ? toValue.flooredQuotient(length) - fromValue.flooredQuotient(length)
        : (toValue - fromValue) / length
      return .integer(Int32(truncatingIfNeeded: distance))
    }
  }

  private struct Place {
    var year = 0
    var months: Int?
    /// Milliseconds since the start of the month.
    var rest: Int?
    var milliseconds: Int?
  }

  private static func place(_ value: Item) -> Place? {
    switch value {
    case .date(let date): return place(date, nil, nil)
    case .dateTime(let value): return place(value.date, value.time, value.offsetMinutes)
    case .time(let time): return Place(milliseconds: milliseconds(time))
    default: return nil
    }
  }

  private static func place(_ date: PartialDate, _ time: TimeOfDay?, _ offset: Int?) -> Place {
    var place = Place(year: date.year)
    place.months = date.month.map { date.year * 12 + $0 }
    guard let day = date.day else { return place }
    let inDay = time.map { milliseconds($0) } ?? 0
    place.rest = day * 86_400_000 + inDay
    place.milliseconds = date.firstDayNumber * 86_400_000 + inDay - (offset ?? 0) * 60_000
    return place
  }

  private static func milliseconds(_ time: TimeOfDay) -> Int {
    let second = time.second?.multiplied(by: 1000)?.rounded(to: 0, .towardZero)?.integer ?? 0
    return (time.hour * 60 + (time.isMinuteKnown ? time.minute : 0)) * 60_000 + second
  }

  private static func milliseconds(_ unit: CalendarUnit) -> Int {
    switch unit {
    case .week: 604_800_000
    case .day: 86_400_000
    case .hour: 3_600_000
    case .minute: 60_000
    case .second: 1000
    default: 1
    }
  }
}

extension Int {
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
