import FHIR

extension SystemQuantity {
  /// Whether its unit has a zero of its own, so that sums mean nothing.
  var isSpecial: Bool { UnitOfMeasure(code).map { $0.offset != 0 } ?? false }

  /// The amount in the unit of another.
  func value(in other: SystemQuantity) -> ExactDecimal? {
    if unit == other.unit { return value }
    if case .calendar(.year) = unit, case .calendar(.month) = other.unit {
      return value.multiplied(by: 12)
    }
    if case .calendar(.month) = unit, case .calendar(.year) = other.unit {
      return value.divided(by: 12)
    }
    return converted(to: other.code)
  }

  static func product(_ left: String, _ right: String) -> String {
    if left == "1" { return right }
    if right == "1" { return left }
    return "\(left).\(right)"
  }

  static func quotient(_ left: String, _ right: String) -> String {
    if left == right { return "1" }
    if right == "1" { return left }
    // A divisor with several parts divides by each.
    let divisor = right.split(separator: ".").joined(separator: "/")
    return left == "1" ? "/\(divisor)" : "\(left)/\(divisor)"
  }
}
