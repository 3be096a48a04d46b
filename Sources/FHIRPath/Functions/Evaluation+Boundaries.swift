import FHIR

extension Evaluation {
  /// `lowBoundary()`, `highBoundary()` and `precision()` (FHIRPath 3.0, section 6.9).
  func boundary(_ value: Item, _ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    if instruction.function == .precision { return try precision(value, index) }
    var digits: Int?
    if instruction.argument >= 0 {
      guard let given = try integer(instruction.argument, frame) else { return nil }
      digits = given
    }
    let isLow = instruction.function == .lowBoundary
    switch value {
    case .integer, .long, .decimal:
      return Self.number(value).flatMap { Self.boundary($0, digits ?? 8, isLow) }.map(Item.decimal)
    case .quantity(let quantity):
      return Self.boundary(quantity.value, digits ?? 8, isLow).map {
        .quantity(SystemQuantity(value: $0, unit: quantity.unit))
      }
    case .date(let date): return Temporal.boundary(date, digits ?? 8, isLow).map(Item.date)
    case .dateTime(let value):
      return Temporal.boundary(value, digits ?? 17, isLow).map(Item.dateTime)
    case .time(let time): return Temporal.boundary(time, digits ?? 9, isLow).map(Item.time)
    default: throw wrongType(value, "a number, a date or a time", index)
    }
  }

  /// The least or greatest number that is written with these digits, to a number of digits.
  private static func boundary(
    _ number: ExactDecimal, _ digits: Int, _ isLow: Bool
  ) -> ExactDecimal? {
    guard 0...28 ~= digits else { return nil }
    // Half of what the last digit counts.
    let half = ExactDecimal(mantissa: isLow ? -5 : 5, scale: number.scale + 1)
    return number.adding(half)?.rounded(to: digits, isLow ? .down : .up)
  }

  private func precision(_ value: Item, _ index: Int32) throws(FHIRPathError) -> Item? {
    switch value {
    case .integer, .long: return .integer(0)
    case .decimal(let value): return .integer(Int32(value.scale))
    case .quantity(let value): return .integer(Int32(value.value.scale))
    case .date(let value): return .integer(Int32(Temporal.precision(value)))
    case .dateTime(let value):
      guard let time = value.time else { return .integer(Int32(Temporal.precision(value.date))) }
      return .integer(Int32(8 + Temporal.precision(time)))
    case .time(let value): return .integer(Int32(Temporal.precision(value)))
    default: throw wrongType(value, "a number, a date or a time", index)
    }
  }

  /// `comparable()`: whether two quantities can be compared; nil for what is not one quantity.
  func isComparable(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    guard let left = try onlyQuantity(instruction.first, frame),
      let right = try onlyQuantity(instruction.argument, frame)
    else { return nil }
    return .boolean(left.ordering(against: right) != .undecidable)
  }

  private func onlyQuantity(
    _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> SystemQuantity? {
    let items = try collect(index, frame)
    guard items.count == 1, let item = items.first else { return nil }
    let value = system(item)
    if case .quantity(let quantity) = value { return quantity }
    return Self.number(value).map { SystemQuantity(value: $0, unit: .ucum("1")) }
  }

  // MARK: - Parts of dates

  /// `yearOf()` and its like; nil where the part is not known or the value has no such part.
  func component(_ function: Function, of value: Item) -> Item? {
    var date: PartialDate?
    var time: TimeOfDay?
    var offset: Int?
    switch value {
    case .date(let value): date = value
    case .dateTime(let value):
      date = value.date
      time = value.time
      offset = value.offsetMinutes
    case .time(let value): time = value
    default: return nil
    }
    let second = time?.second
    let number: Int?
    switch function {
    case .yearOf: number = date?.year
    case .monthOf: number = date?.month
    case .dayOf: number = date?.day
    case .hourOf: number = time?.hour
    case .minuteOf: number = time.flatMap { $0.isMinuteKnown ? $0.minute : nil }
    case .secondOf: number = second?.rounded(to: 0, .towardZero)?.integer
    case .millisecondOf:
      number = second.flatMap {
        $0.scale == 0 ? nil : $0.rounded(to: 3, .towardZero).map { Int($0.mantissa % 1000) }
      }
    case .timezoneOffsetOf:
      return offset.flatMap { ExactDecimal($0).divided(by: 60) }.map(Item.decimal)
    case .dateOf: return date.map(Item.date)
    default: return date == nil ? nil : time.map(Item.time)
    }
    return number.map { .integer(Int32($0)) }
  }

  /// `duration()` counts whole units between two dates, `difference()` the borders crossed.
  func distance(
    from value: Item, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    guard let argument = try scalar(instruction.argument, frame),
      let word = try string(second(index), frame)
    else { return nil }
    guard let unit = CalendarUnit(word) ?? CalendarUnit(ucum: word) else {
      throw error(.wrongUnit(word), index)
    }
    let other = system(argument)
    guard ordering(value, other) != nil else {
      throw error(
        .wrongOperands(
          operator: instruction.function.rawValue + "()", left: typeName(of: value),
          right: typeName(of: other)), index)
    }
    guard let from = Temporal.Instant(value), let to = Temporal.Instant(other) else { return nil }
    // A time has no days.
    if case .time = value, [.year, .month, .week, .day].contains(unit) {
      throw error(.wrongUnit(word), index)
    }
    let count =
      instruction.function == .duration
      ? Temporal.wholeUnits(unit, from: from, to: to) : Temporal.borders(unit, from: from, to: to)
    return count.flatMap { Int32(exactly: $0) }.map(Item.integer)
  }
}
