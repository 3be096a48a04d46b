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
    default: return try temporal(value, function, index, frame)
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
    let unsigned = text.hasPrefix("+") ? text.dropFirst() : text[...]
    // An exponent is no digit, and only one sign may stand first.
    let isPlain = unsigned.utf8.dropFirst().allSatisfy {
      Lexer.isDigit($0) || $0 == UInt8(ascii: ".")
    }
    guard isPlain, text.hasPrefix("+") ? unsigned.utf8.first.map(Lexer.isDigit) == true : true
    else { return nil }
    return ExactDecimal(unsigned)
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

  private func temporal(
    _ value: Item, _ function: Function, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let argument = instructions[Int(index)].argument
    guard argument >= 0, case .string(let text) = value else {
      return Self.temporal(value, function)
    }
    guard let code = try string(argument, frame) else { return nil }
    guard let format = TemporalFormat(code) else {
      throw error(.unknownArgument(function: function.rawValue, value: code), index)
    }
    guard let read = format.read(text) else { return nil }
    return function == .toDate ? .date(read.date) : .dateTime(read)
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
    return quantity.converted(to: SystemQuantity(value: 1, unit: unit).unit)
  }

  /// Reads `4 days`, `10 'mg'` or `5`; space before the unit is not needed.
  private static func quantity(_ text: String) -> SystemQuantity? {
    let isSign: (UInt8) -> Bool = { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let digits = text.utf8.prefix {
      Lexer.isDigit($0) || isSign($0) || $0 == UInt8(ascii: ".")
    }
    guard let number = decimal(String(decoding: digits, as: UTF8.self)) else { return nil }
    let rest = text.unicodeScalars[digits.endIndex...].drop { $0.properties.isWhitespace }
    let unit = String(rest)
    if unit.isEmpty { return SystemQuantity(value: number, unit: .ucum("1")) }
    if let word = CalendarUnit(unit) { return SystemQuantity(value: number, unit: .calendar(word)) }
    guard unit.utf8.count > 2, unit.hasPrefix("'"), unit.hasSuffix("'") else { return nil }
    let code = String(unit.dropFirst().dropLast())
    return code.contains("'") ? nil : SystemQuantity(value: number, unit: .ucum(code))
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
