import FHIR

extension Evaluation {
  /// `toInteger()` and its like; nil where the value cannot be converted (FHIRPath 3.0, 6.5).
  func converted(
    _ input: Item, _ function: Function, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let value = system(input)
    switch function {
    case .toBoolean: return Self.boolean(from: value).map(Item.boolean)
    case .toInteger: return Self.whole(from: value).flatMap { Int32(exactly: $0) }.map(Item.integer)
    case .toLong: return Self.whole(from: value).flatMap { Int64(exactly: $0) }.map(Item.long)
    case .toDecimal: return Self.decimal(from: value).map(Item.decimal)
    case .toString: return Self.text(of: value).map(Item.string)
    case .toDate: return Self.date(from: value).map(Item.date)
    case .toDateTime: return Self.dateTime(from: value).map(Item.dateTime)
    case .toTime:
      switch value {
      case .time: return value
      case .string(let text): return LiteralReader.time(text).map(Item.time)
      default: return nil
      }
    default:
      guard let quantity = Self.quantity(from: value) else { return nil }
      let argument = instructions[Int(index)].argument
      guard argument >= 0, let unit = try string(argument, frame) else {
        return .quantity(quantity)
      }
      let wanted = SystemQuantity(value: 1, unit: unit)
      return quantity.converted(to: wanted.code).map {
        .quantity(SystemQuantity(value: $0, unit: wanted.unit))
      }
    }
  }

  private static func boolean(from value: Item) -> Bool? {
    switch value {
    case .boolean(let value): return value
    case .string(let text):
      switch text.lowercased() {
      case "true", "t", "yes", "y", "1", "1.0": return true
      case "false", "f", "no", "n", "0", "0.0": return false
      default: return nil
      }
    default:
      guard let number = number(value) else { return nil }
      return number == 1 ? true : (number == 0 ? false : nil)
    }
  }

  private static func whole(from value: Item) -> Int? {
    switch value {
    case .integer(let value): return Int(value)
    case .long(let value): return Int(value)
    case .boolean(let value): return value ? 1 : 0
    case .string(let text): return Int(text)
    default: return nil
    }
  }

  private static func decimal(from value: Item) -> ExactDecimal? {
    switch value {
    case .boolean(let value): return ExactDecimal(mantissa: value ? 10 : 0, scale: 1)
    case .string(let text):
      let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
      guard !digits.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
      return ExactDecimal(digits)
    default: return number(value)
    }
  }

  private static func date(from value: Item) -> PartialDate? {
    switch value {
    case .date(let date): date
    case .dateTime(let value): value.date
    case .string(let text): LiteralReader.dateTime(text)?.date
    default: nil
    }
  }

  private static func dateTime(from value: Item) -> PartialDateTime? {
    switch value {
    case .date(let date): PartialDateTime(date: date)
    case .dateTime(let value): value
    case .string(let text): LiteralReader.dateTime(text)
    default: nil
    }
  }

  private static func quantity(from value: Item) -> SystemQuantity? {
    switch value {
    case .quantity(let quantity): return quantity
    case .boolean(let value):
      return SystemQuantity(
        value: ExactDecimal(mantissa: value ? 10 : 0, scale: 1), unit: .ucum("1"))
    case .string(let text):
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard let first = parts.first, let number = decimal(from: .string(first)) else { return nil }
      guard parts.count == 2 else { return SystemQuantity(value: number, unit: .ucum("1")) }
      let unit = parts[1].split(separator: " ").joined()
      if unit.first == "'", unit.last == "'", unit.count > 2 {
        return SystemQuantity(value: number, unit: .ucum(String(unit.dropFirst().dropLast())))
      }
      return CalendarUnit(unit).map { SystemQuantity(value: number, unit: .calendar($0)) }
    default: return number(value).map { SystemQuantity(value: $0, unit: .ucum("1")) }
    }
  }

  /// A System value as text; nil for what has none.
  static func text(of value: Item) -> String? {
    switch value {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .long(let value): String(value)
    case .decimal(let value): value.description
    case .string(let value): value
    case .date(let value): value.description
    case .dateTime(let value): Temporal.text(of: value)
    case .time(let value): value.description
    case .quantity(let value): value.description
    case .node, .type: nil
    }
  }
}
