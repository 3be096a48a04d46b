import FHIR

extension Evaluation {
  /// `lowBoundary()`, `highBoundary()` and `precision()` (FHIRPath 3.0, 6.9).
  func boundary(_ value: Item, _ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    if instruction.function == .precision { return precision(of: value).map { .integer($0) } }
    let isLow = instruction.function == .lowBoundary
    var digits: Int?
    if instruction.argument >= 0 {
      guard let given = try integer(instruction.argument, frame) else { return nil }
      digits = given
    }
    switch value {
    case .integer, .long, .decimal:
      return Self.number(value).flatMap { Self.boundary(of: $0, isLow, digits ?? 8) }
        .map(Item.decimal)
    case .quantity(let quantity):
      return Self.boundary(of: quantity.value, isLow, digits ?? 8).map {
        .quantity(SystemQuantity(value: $0, unit: quantity.unit))
      }
    case .date(let date): return Self.boundary(of: date, isLow, digits ?? 8).map(Item.date)
    case .dateTime(let value): return Self.boundary(of: value, isLow, digits ?? 17)
    case .time(let time): return Self.boundary(of: time, isLow, digits ?? 9).map(Item.time)
    default: throw wrongType(value, "a number, a date or a time", index)
    }
  }

  private func precision(of value: Item) -> Int32? {
    switch value {
    case .integer, .long: return 0
    case .decimal(let value): return Int32(value.scale)
    case .date(let date): return date.day != nil ? 8 : (date.month != nil ? 6 : 4)
    case .time(let time): return Self.precision(of: time)
    case .dateTime(let value):
      guard let time = value.time else { return precision(of: .date(value.date)) }
      return 8 + Self.precision(of: time)
    default: return nil
    }
  }

  private static func precision(of time: TimeOfDay) -> Int32 {
    guard time.isMinuteKnown else { return 2 }
    guard let second = time.second else { return 4 }
    return second.scale == 0 ? 6 : 9
  }

  private static func boundary(
    of number: ExactDecimal, _ isLow: Bool, _ digits: Int
  ) -> ExactDecimal? {
    guard 0...28 ~= digits else { return nil }
    let half = ExactDecimal(mantissa: isLow ? -5 : 5, scale: number.scale + 1)
    return number.adding(half)?.rounded(to: digits, isLow ? .down : .up)
  }

  private static func boundary(
    of date: PartialDate, _ isLow: Bool, _ digits: Int
  ) -> PartialDate? {
    guard [4, 6, 8].contains(digits) else { return nil }
    let month = date.month ?? (isLow ? 1 : 12)
    let day = date.day ?? (isLow ? 1 : PartialDate.days(inMonth: month, of: date.year))
    return PartialDate(
      year: date.year, month: digits >= 6 ? month : nil, day: digits == 8 ? day : nil)
  }

  private static func boundary(
    of value: PartialDateTime, _ isLow: Bool, _ digits: Int
  ) -> Item? {
    if digits <= 8 {
      return boundary(of: value.date, isLow, digits).flatMap { PartialDateTime(date: $0) }
        .map(Item.dateTime)
    }
    guard let date = boundary(of: value.date, isLow, 8),
      let start = value.time ?? TimeOfDay(hour: isLow ? 0 : 23),
      let time = boundary(of: start, isLow, digits - 8)
    else { return nil }
    // The earliest instant of a local time is in the easternmost zone.
    let offset = value.offsetMinutes ?? (isLow ? 14 : -12) * 60
    return PartialDateTime(date: date, time: time, offsetMinutes: offset).map(Item.dateTime)
  }

  private static func boundary(
    of time: TimeOfDay, _ isLow: Bool, _ digits: Int
  ) -> TimeOfDay? {
    let minute = time.isMinuteKnown ? time.minute : (isLow ? 0 : 59)
    let second =
      time.second.map {
        $0.scale > 0 || isLow ? $0 : $0.adding(ExactDecimal(mantissa: 999, scale: 3)) ?? $0
      }
      ?? (isLow ? 0 : ExactDecimal(mantissa: 59999, scale: 3))
    switch digits {
    case 2: return TimeOfDay(hour: time.hour)
    case 4: return TimeOfDay(hour: time.hour, minute: minute)
    case 6:
      return TimeOfDay(hour: time.hour, minute: minute, second: second.rounded(to: 0, .towardZero))
    case 9:
      return TimeOfDay(hour: time.hour, minute: minute, second: second.rounded(to: 3, .towardZero))
    default: return nil
    }
  }
}
