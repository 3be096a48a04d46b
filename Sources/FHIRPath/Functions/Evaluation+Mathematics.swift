import FHIR
import Glibc

extension Evaluation {
  /// A function of one number (FHIRPath 3.0, section 6.7).
  func mathematical(_ value: Item, _ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    if case .quantity(let quantity) = value {
      guard [.abs, .ceiling, .floor, .round, .truncate].contains(instruction.function) else {
        throw wrongType(value, "a number", index)
      }
      let value: ExactDecimal?
      switch instruction.function {
      case .ceiling: value = quantity.value.rounded(to: 0, .up)
      case .floor: value = quantity.value.rounded(to: 0, .down)
      case .truncate: value = quantity.value.rounded(to: 0, .towardZero)
      default:
        value = try mathematical(.decimal(quantity.value), index, frame).flatMap(Self.number)
      }
      return value.map { .quantity(SystemQuantity(value: $0, unit: quantity.unit)) }
    }
    guard let number = Self.number(value) else { throw wrongType(value, "a number", index) }
    switch instruction.function {
    case .abs: return absolute(value, number)
    case .ceiling: return Self.whole(number, .up)
    case .floor: return Self.whole(number, .down)
    case .truncate: return Self.whole(number, .towardZero)
    case .round:
      guard instruction.argument >= 0 else {
        return number.rounded(to: 0, .nearest).map(Item.decimal)
      }
      guard let digits = try integer(instruction.argument, frame) else { return nil }
      guard digits >= 0 else { throw wrongType(.integer(-1), "a precision of 0 or more", index) }
      guard digits < number.scale else { return .decimal(number) }
      return number.rounded(to: digits, .nearest).map(Item.decimal)
    case .exp: return ExactDecimal(exp(number.double)).map(Item.decimal)
    case .ln: return number <= 0 ? nil : ExactDecimal(log(number.double)).map(Item.decimal)
    case .sqrt:
      return number.isNegative ? nil : ExactDecimal(number.double.squareRoot()).map(Item.decimal)
    default:
      guard let argument = try scalar(instruction.argument, frame) else { return nil }
      guard let other = Self.number(system(argument)) else {
        throw wrongType(argument, "a number", index)
      }
      guard instruction.function == .log else { return Self.power(number, other) }
      guard number > 0 else { throw wrongType(value, "a number above 0", index) }
      guard other > 0 else { throw wrongType(argument, "a base above 0", index) }
      return Self.logarithm(number, base: other)
    }
  }

  private func absolute(_ value: Item, _ number: ExactDecimal) -> Item? {
    switch value {
    case .integer(let value): value == .min ? nil : .integer(abs(value))
    case .long(let value): value == .min ? nil : .long(abs(value))
    default: .decimal(number.isNegative ? number.negated : number)
    }
  }

  private static func whole(_ number: ExactDecimal, _ rounding: ExactDecimal.Rounding) -> Item? {
    number.rounded(to: 0, rounding)?.integer.flatMap { Int32(exactly: $0) }.map(Item.integer)
  }

  private static func logarithm(_ number: ExactDecimal, base: ExactDecimal) -> Item? {
    guard base != 1 else { return nil }
    return ExactDecimal(log(number.double) / log(base.double)).map(Item.decimal)
  }

  /// Whole powers keep all digits that there is room for; others go through binary numbers.
  private static func power(_ number: ExactDecimal, _ exponent: ExactDecimal) -> Item? {
    guard let times = exponent.integer, 0...200 ~= times else {
      let result = pow(number.double, exponent.double)
      return ExactDecimal(result).map(Item.decimal)
    }
    var result: ExactDecimal = 1
    for _ in 0..<times {
      guard let product = result.product(with: number) else { return nil }
      result = product
    }
    return .decimal(result)
  }
}
