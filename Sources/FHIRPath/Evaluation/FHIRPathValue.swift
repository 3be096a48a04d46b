import FHIR

/// One item of the result of an expression, or of a variable.
public enum FHIRPathValue: Sendable {
  /// A place in a resource
  case node(ResourceNode)
  /// A Boolean
  case boolean(Bool)
  /// An Integer
  case integer(Int32)
  /// A Long
  case long(Int64)
  /// A Decimal
  case decimal(ExactDecimal)
  /// A String
  case string(String)
  /// A Date
  case date(PartialDate)
  /// A DateTime
  case dateTime(PartialDateTime)
  /// A Time
  case time(TimeOfDay)
  /// A Quantity: a number and a UCUM code or a calendar word
  case quantity(ExactDecimal, unit: String)
  /// A type: its namespace and its name
  case type(namespace: String, name: String)

  /// The name of the type, such as `Coding` or `System.Integer`.
  public var typeName: String {
    switch self {
    case .node(let node): node.typeName
    case .boolean: "System.Boolean"
    case .integer: "System.Integer"
    case .long: "System.Long"
    case .decimal: "System.Decimal"
    case .string: "System.String"
    case .date: "System.Date"
    case .dateTime: "System.DateTime"
    case .time: "System.Time"
    case .quantity: "System.Quantity"
    case .type: "System.TypeInfo"
    }
  }

  /// The value of a primitive or of a System value as text; nil for what has elements.
  public var text: String? {
    switch self {
    case .node(let node): node.text
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .long(let value): String(value)
    case .decimal(let value): value.description
    case .string(let value): value
    case .date(let value): value.description
    case .dateTime(let value): Temporal.text(of: value)
    case .time(let value): value.description
    case .quantity(let value, let unit): SystemQuantity(value: value, unit: unit).description
    case .type(let namespace, let name): "\(namespace).\(name)"
    }
  }

  /// The UCUM code of the unit of a Quantity, for calendar words the nearest; nil for anything else.
  public var ucumCode: String? {
    guard case .quantity(_, let unit) = self else { return nil }
    return CalendarUnit(unit)?.ucum ?? unit
  }

  /// The truth value of a Boolean, System's or FHIR's; nil for anything else.
  public var boolean: Bool? {
    switch self {
    case .boolean(let value): value
    case .node(let node) where node.node.kind == .boolean && node.typeName == "boolean":
      node.text == "true"
    default: nil
    }
  }

  /// The number of an Integer, a Long or a Decimal, System's or FHIR's; nil for anything else.
  public var decimal: ExactDecimal? {
    switch self {
    case .integer(let value): ExactDecimal(Int(value))
    case .long(let value): ExactDecimal(Int(value))
    case .decimal(let value): value
    case .node(let node): node.node.kind == .number ? node.text.flatMap(ExactDecimal.init) : nil
    default: nil
    }
  }
}
