/// The types of FHIRPath itself (FHIRPath 3.0, section 4.1).
public enum SystemType: String, Sendable, CaseIterable {
  /// True or false
  case boolean = "Boolean"
  /// Text
  case string = "String"
  /// A whole number of 32 bits
  case integer = "Integer"
  /// A whole number of 64 bits
  case long = "Long"
  /// A number with its digits
  case decimal = "Decimal"
  /// A date, perhaps partial
  case date = "Date"
  /// A date with or without time
  case dateTime = "DateTime"
  /// A time of day
  case time = "Time"
  /// A number with a unit
  case quantity = "Quantity"
  /// What every value is
  case any = "Any"
}
