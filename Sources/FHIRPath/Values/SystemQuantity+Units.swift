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

  /// The unit of a product; a number without unit leaves the other's as it is, calendar words too.
  static func product(_ left: SystemQuantity, _ right: SystemQuantity) -> Unit {
    if left.code == "1" { return right.unit }
    if right.code == "1" { return left.unit }
    return .ucum("\(left.code).\(right.code)")
  }

  /// The unit of a quotient.
  static func quotient(_ left: SystemQuantity, _ right: SystemQuantity) -> Unit {
    if left.code == right.code { return .ucum("1") }
    if right.code == "1" { return left.unit }
    // A divisor with several parts divides by each.
    let divisor = right.code.split(separator: ".").joined(separator: "/")
    return .ucum(left.code == "1" ? "/\(divisor)" : "\(left.code)/\(divisor)")
  }
}
