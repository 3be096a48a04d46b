import FHIR

extension Evaluation {
  /// `toInteger()` and its like; nil where the value does not convert (FHIRPath 3.0, 6.5).
  func converted(
    _ input: Item, _ function: Function, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let value = system(input)
    if case .string(let text) = value, function != .toString {
      try checkText(text.utf8.count, index)
      try step(index, 2)
      // No number, date or unit is so long.
      guard text.utf8.count <= 1000 else { return nil }
    }
    switch function {
    case .toBoolean: return Self.boolean(value).map(Item.boolean)
    case .toInteger:
      switch value {
      case .integer: return value
      case .long(let value): return Int32(exactly: value).map(Item.integer)
      case .boolean(let value): return .integer(value ? 1 : 0)
      case .string(let text): return Self.isInteger(text) ? Int32(text).map(Item.integer) : nil
      default: return nil
      }
    case .toLong:
      switch value {
      case .integer(let value): return .long(Int64(value))
      case .long: return value
      case .boolean(let value): return .long(value ? 1 : 0)
      case .string(let text): return Self.isInteger(text) ? Int64(text).map(Item.long) : nil
      default: return nil
      }
    case .toDecimal: return Self.decimal(value).map(Item.decimal)
    case .toString: return Self.text(value).map(Item.string)
    case .toQuantity: return try quantity(value, index, frame).map(Item.quantity)
    default: return Self.temporal(value, function)
    }
  }

  private static func boolean(_ value: Item) -> Bool? {
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
      return number == 1 ? true : number == 0 ? false : nil
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits =
      text.utf8.first.map { $0 == 0x2B || $0 == 0x2D } == true
      ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy(Lexer.isDigit)
  }

  private static func decimal(_ value: Item) -> ExactDecimal? {
    switch value {
    case .boolean(let value):
      return value ? ExactDecimal(mantissa: 10, scale: 1) : ExactDecimal(mantissa: 0, scale: 1)
    case .string(let text): return decimal(text)
    default: return number(value)
    }
  }

  private static func decimal(_ text: String) -> ExactDecimal? {
    guard !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    return ExactDecimal(text.utf8.first == UInt8(ascii: "+") ? String(text.dropFirst()) : text)
  }

  /// A System value as text; nil for what has elements.
  static func text(_ value: Item) -> String? {
    switch value {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .long(let value): String(value)
    case .decimal(let value): value.description
    case .string(let value): value
    case .date(let value): value.description
    case .dateTime(let value): Temporal.text(of: value)
    case .time(let value): value.description
    case .quantity(let value): value.conversionText
    case .node, .type: nil
    }
  }

  private static func temporal(_ value: Item, _ function: Function) -> Item? {
    switch (value, function) {
    case (.date, .toDate), (.dateTime, .toDateTime), (.time, .toTime): return value
    case (.dateTime(let value), .toDate): return .date(value.date)
    case (.date(let value), .toDateTime): return PartialDateTime(date: value).map(Item.dateTime)
    case (.string(let text), .toDate):
      // The date of a date and time, as of the text that is one.
      return LiteralReader.dateTime(text).map { .date($0.date) }
    case (.string(let text), .toDateTime): return LiteralReader.dateTime(text).map(Item.dateTime)
    case (.string(let text), .toTime):
      return LiteralReader.time(text.hasPrefix("T") ? String(text.dropFirst()) : text)
        .map(Item.time)
    default: return nil
    }
  }

  private func quantity(
    _ value: Item, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> SystemQuantity? {
    let quantity: SystemQuantity?
    switch value {
    case .quantity(let value): quantity = value
    case .boolean(let value):
      quantity = SystemQuantity(
        value: ExactDecimal(mantissa: value ? 10 : 0, scale: 1), unit: .ucum("1"))
    case .string(let text): quantity = Self.quantity(text)
    default:
      quantity = Self.number(value).map { SystemQuantity(value: $0, unit: .ucum("1")) }
    }
    let argument = instructions[Int(index)].argument
    guard let quantity, argument >= 0 else { return quantity }
    guard let unit = try string(argument, frame) else { return nil }
    let wanted = SystemQuantity(value: 1, unit: unit)
    if wanted.unit == quantity.unit { return quantity }
    return quantity.value(in: wanted).map { SystemQuantity(value: $0, unit: wanted.unit) }
  }

  /// Reads `4 days`, `10 'mg'` or `5`.
  private static func quantity(_ text: String) -> SystemQuantity? {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let first = parts.first, !text.hasPrefix(" "), let number = decimal(String(first)) else {
      return nil
    }
    guard parts.count == 2 else { return SystemQuantity(value: number, unit: .ucum("1")) }
    let unit = String(parts[1].drop { $0.isWhitespace })
    if let word = CalendarUnit(unit) { return SystemQuantity(value: number, unit: .calendar(word)) }
    guard unit.utf8.count > 2, unit.hasPrefix("'"), unit.hasSuffix("'") else { return nil }
    return SystemQuantity(value: number, unit: .ucum(String(unit.dropFirst().dropLast())))
  }
}

extension SystemQuantity {
  /// The quantity as `toString()` has it.
  var conversionText: String {
    switch unit {
    case .calendar: description
    case .ucum(let code): "\(value) '\(code)'"
    }
  }
}
