import FHIR
import Glibc

extension Evaluation {
  /// `abs()`, `round()` and the like (FHIRPath 3.0, 6.7); nil where there is no result.
  func mathematical(
    _ value: Item, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    if case .quantity(let quantity) = value {
      guard let number = try mathematical(.decimal(quantity.value), index, frame),
        let result = Self.number(number)
      else { return nil }
      return .quantity(SystemQuantity(value: result, unit: quantity.unit))
    }
    guard let number = Self.number(value) else { throw wrongType(value, "a number", index) }
    var argument: ExactDecimal?
    if instruction.argument >= 0 {
      guard let item = try scalar(instruction.argument, frame) else { return nil }
      guard let given = Self.number(system(item)) else {
        throw wrongType(item, "a number", instruction.argument)
      }
      argument = given
    }
    switch instruction.function {
    case .abs: return Self.absolute(value)
    case .ceiling: return Self.whole(number.rounded(to: 0, .up))
    case .floor: return Self.whole(number.rounded(to: 0, .down))
    case .truncate: return Self.whole(number.rounded(to: 0, .towardZero))
    case .round:
      let digits = argument?.integer ?? 0
      guard digits >= 0 else { throw wrongType(value, "no negative number of digits", index) }
      if digits >= number.scale { return .decimal(number) }
      return number.rounded(to: digits, .nearest).map(Item.decimal)
    case .power: return power(value, number, argument ?? 1)
    default: return Self.real(instruction.function, number.double, argument?.double)
    }
  }

  private static func absolute(_ value: Item) -> Item? {
    switch value {
    case .integer(let value): value == .min ? nil : .integer(abs(value))
    case .long(let value): value == .min ? nil : .long(abs(value))
    case .decimal(let value): .decimal(value.isNegative ? value.negated : value)
    default: nil
    }
  }

  private static func whole(_ number: ExactDecimal?) -> Item? {
    number?.integer.flatMap { Int32(exactly: $0) }.map(Item.integer)
  }

  private func power(_ base: Item, _ number: ExactDecimal, _ exponent: ExactDecimal) -> Item? {
    var isWhole = false
    switch base {
    case .integer, .long: isWhole = true
    default: break
    }
    if let times = exponent.integer, 0...64 ~= times {
      var result: ExactDecimal = 1
      for _ in 0..<times {
        guard let product = result.multiplied(by: number) else { return nil }
        result = product
      }
      return isWhole ? Self.whole(result) : .decimal(result)
    }
    return ExactDecimal(Glibc.pow(number.double, exponent.double)).map(Item.decimal)
  }

  private static func real(_ function: Function, _ value: Double, _ argument: Double?) -> Item? {
    let result: Double
    switch function {
    case .exp: result = Glibc.exp(value)
    case .ln: result = value > 0 ? Glibc.log(value) : .nan
    case .log: result = value > 0 ? Glibc.log(value) / Glibc.log(argument ?? 10) : .nan
    default: result = value >= 0 ? value.squareRoot() : .nan
    }
    return ExactDecimal(result).map(Item.decimal)
  }

  /// `comparable()`: whether two quantities measure the same.
  func isComparable(_ value: Item, _ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    guard case .quantity(let left) = value else { throw wrongType(value, "a quantity", index) }
    guard let item = try scalar(instructions[Int(index)].argument, frame) else { return nil }
    guard case .quantity(let right) = system(item) else {
      throw wrongType(item, "a quantity", index)
    }
    if left.code == right.code { return .boolean(true) }
    guard let unit = UnitOfMeasure(left.code), let other = UnitOfMeasure(right.code) else {
      return .boolean(false)
    }
    return .boolean(unit.isCommensurable(with: other))
  }
}
