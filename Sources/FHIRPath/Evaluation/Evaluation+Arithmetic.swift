import FHIR

extension Evaluation {
  /// `+ - * / div mod` (FHIRPath 3.0, section 6.6).
  func arithmetic(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    guard let leftItem = try scalar(instruction.first, frame) else { return nil }
    guard let rightItem = try scalar(instruction.argument, frame) else { return nil }
    return try calculate(instruction.symbol, system(leftItem), system(rightItem), index)
  }

  func calculate(
    _ symbol: Operator, _ left: Item, _ right: Item, _ index: Int32
  ) throws(FHIRPathError) -> Item? {
    switch (left, right) {
    case (.integer(let left), .integer(let right)) where symbol != .divide:
      return Self.calculate(symbol, left, right).map(Item.integer)
    case (.string(let left), .string(let right)) where symbol == .add:
      return .string(try joined(left, right, index))
    case (.quantity(let left), .quantity(let right)):
      return try calculate(symbol, left, right, index).map(Item.quantity)
    case (.date, .quantity(let quantity)), (.dateTime, .quantity(let quantity)),
      (.time, .quantity(let quantity)):
      return try shifted(left, by: quantity, symbol, right, index)
    case (.quantity(let left), _):
      guard let right = Self.number(right) else { break }
      return try calculate(symbol, left, SystemQuantity(value: right, unit: .ucum("1")), index)
        .map(Item.quantity)
    case (_, .quantity(let right)):
      guard let left = Self.number(left) else { break }
      return try calculate(symbol, SystemQuantity(value: left, unit: .ucum("1")), right, index)
        .map(Item.quantity)
    default:
      guard let leftNumber = Self.number(left), let rightNumber = Self.number(right) else { break }
      return Self.calculate(symbol, leftNumber, rightNumber, areWhole: Self.areWhole(left, right))
    }
    throw wrongOperands(left, right, index)
  }

  private static func areWhole(_ left: Item, _ right: Item) -> Bool {
    if case .decimal = left { return false }
    if case .decimal = right { return false }
    return true
  }

  private func wrongOperands(_ left: Item, _ right: Item, _ index: Int32) -> FHIRPathError {
    error(
      .wrongOperands(
        operator: instructions[Int(index)].symbol.symbol, left: typeName(of: left),
        right: typeName(of: right)), index)
  }

  private static func calculate(_ symbol: Operator, _ left: Int32, _ right: Int32) -> Int32? {
    let result: (partialValue: Int32, overflow: Bool)
    switch symbol {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .wholeDivide: result = left.dividedReportingOverflow(by: right)
    // The least number divided by -1 is too large, but nothing remains.
    case .modulo where right == -1: return 0
    default: result = left.remainderReportingOverflow(dividingBy: right)
    }
    return result.overflow ? nil : result.partialValue
  }

  /// Numbers of which at least one is no Integer; whole numbers stay whole.
  private static func calculate(
    _ symbol: Operator, _ left: ExactDecimal, _ right: ExactDecimal, areWhole: Bool
  ) -> Item? {
    let result: ExactDecimal?
    switch symbol {
    case .add: result = left.sum(with: right)
    case .subtract: result = left.sum(with: right.negated)
    case .multiply: result = left.product(with: right)
    case .divide: return left.divided(by: right).map(Item.decimal)
    case .wholeDivide:
      result = left.dividedWhole(by: right).map { ExactDecimal(mantissa: $0.quotient) }
    default: result = left.dividedWhole(by: right)?.remainder
    }
    guard areWhole else { return result.map(Item.decimal) }
    return result?.integer.map { .long(Int64($0)) }
  }

  private func calculate(
    _ symbol: Operator, _ left: SystemQuantity, _ right: SystemQuantity, _ index: Int32
  ) throws(FHIRPathError) -> SystemQuantity? {
    switch symbol {
    case .add, .subtract:
      guard !left.isSpecial, !right.isSpecial else {
        throw wrongOperands(.quantity(left), .quantity(right), index)
      }
      try step(index, 10 + (left.code.utf8.count + right.code.utf8.count) / 8)
      // The result is in the finer unit, so that nothing is rounded.
      let isLeftFiner =
        SystemQuantity(value: 1, unit: left.unit)
        .ordering(against: SystemQuantity(value: 1, unit: right.unit)) != .descending
      let unit = isLeftFiner ? left : right
      guard let leftValue = left.value(in: unit), let rightValue = right.value(in: unit) else {
        return nil
      }
      return leftValue.adding(symbol == .add ? rightValue : rightValue.negated)
        .map { SystemQuantity(value: $0, unit: unit.unit) }
    case .multiply:
      try checkText(left.code.utf8.count + right.code.utf8.count, index)
      return left.value.product(with: right.value).map {
        SystemQuantity(value: $0, unit: SystemQuantity.product(left, right))
      }
    case .divide:
      try checkText(left.code.utf8.count + right.code.utf8.count, index)
      return left.value.divided(by: right.value).map {
        SystemQuantity(value: $0, unit: SystemQuantity.quotient(left, right))
      }
    default: throw wrongOperands(.quantity(left), .quantity(right), index)
    }
  }

  private func shifted(
    _ left: Item, by quantity: SystemQuantity, _ symbol: Operator, _ right: Item, _ index: Int32
  ) throws(FHIRPathError) -> Item? {
    guard symbol == .add || symbol == .subtract else { throw wrongOperands(left, right, index) }
    guard let length = Temporal.Length(quantity, sign: symbol == .add ? 1 : -1) else {
      throw error(.wrongUnit(quantity.unitText), index)
    }
    switch left {
    case .date(let date): return Temporal.adding(length, to: date).map(Item.date)
    case .dateTime(let value): return Temporal.adding(length, to: value).map(Item.dateTime)
    case .time(let time):
      guard length.months == 0 else { throw error(.wrongUnit(quantity.unitText), index) }
      return Temporal.adding(length, to: time).map { Item.time($0.time) }
    default: return nil
    }
  }

  // MARK: - Texts and signs

  /// `&`: an empty operand is an empty text.
  func concatenation(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    let left = try string(instruction.first, frame) ?? ""
    let right = try string(instruction.argument, frame) ?? ""
    return .string(try joined(left, right, index))
  }

  func joined(_ left: String, _ right: String, _ index: Int32) throws(FHIRPathError) -> String {
    let length = left.utf8.count + right.utf8.count
    try checkText(length, index)
    return left + right
  }

  /// Counts a text as steps, and holds it to the limit; its length is in bytes.
  func checkText(_ length: Int, _ index: Int32) throws(FHIRPathError) {
    guard length <= options.limits.textBytes else {
      throw error(.tooMuchText(limit: options.limits.textBytes), index)
    }
    try step(index, length / 64 + 1)
  }

  func signed(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    guard let item = try scalar(instructions[Int(index)].first, frame) else { return nil }
    let value = system(item)
    switch value {
    case .integer, .long, .decimal, .quantity: return value
    default: throw wrongType(item, "a number", index)
    }
  }

  func negated(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    guard let value = try signed(index, frame) else { return nil }
    switch value {
    case .integer(let value): return value == .min ? nil : .integer(-value)
    case .long(let value): return value == .min ? nil : .long(-value)
    case .decimal(let value): return .decimal(value.negated)
    case .quantity(let value):
      return .quantity(SystemQuantity(value: value.value.negated, unit: value.unit))
    default: return nil
    }
  }
}
