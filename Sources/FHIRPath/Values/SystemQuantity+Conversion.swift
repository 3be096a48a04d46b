import FHIR

extension SystemQuantity {
  /// The amount in another unit, as `toQuantity()` has it; nil where that does not measure the same
  /// (FHIRPath 3.0, section 5.5.6).
  ///
  /// A number without unit takes the unit. Calendar words convert among themselves by their own
  /// lengths, and only then become the UCUM unit of the same name.
  func converted(to wanted: Unit) -> SystemQuantity? {
    if unit == wanted { return self }
    let result: ExactDecimal?
    switch (unit, wanted) {
    case (.ucum("1"), _): result = value
    case (.calendar(let source), .calendar(let target)): result = converted(source, to: target)
    case (.calendar(let source), .ucum(let code)):
      if let target = CalendarUnit(ucum: code) {
        result = converted(source, to: target)
      } else {
        result = source.isOnlyNearlyUCUM ? nil : convertedExactly(to: code)
      }
    case (.ucum, .calendar(let target)): result = convertedExactly(to: target.ucum)
    case (.ucum, .ucum(let code)): result = convertedExactly(to: code)
    }
    return result.map { SystemQuantity(value: $0, unit: wanted) }
  }

  private func converted(_ source: CalendarUnit, to target: CalendarUnit) -> ExactDecimal? {
    if source == target { return value }
    switch (source, target) {
    case (.year, .month): return value.multiplied(by: 12)
    case (.month, .year): return value.divided(by: 12)
    default:
      return value.multiplied(by: ExactDecimal(source.milliseconds))?
        .divided(by: ExactDecimal(target.milliseconds))
    }
  }

  /// The amount of UCUM, whose year has 365.25 days and whose month is a twelfth of it.
  private func convertedExactly(to wanted: String) -> ExactDecimal? {
    guard let unit = Self.durationUnit(code), let target = Self.durationUnit(wanted) else {
      return converted(to: wanted)
    }
    return SystemQuantity(value: value, unit: .ucum(unit.base)).converted(to: target.base)?
      .multiplied(by: unit.days)?.divided(by: target.days)
  }

  /// A unit of time as a number of another; nil where neither a year nor a month is concerned.
  private static func durationUnit(_ code: String) -> (days: ExactDecimal, base: String)? {
    switch code {
    case "a": (ExactDecimal(mantissa: 36525, scale: 2), "d")
    case "mo": (ExactDecimal(mantissa: 304_375, scale: 4), "d")
    default: UnitOfMeasure(code) == nil ? nil : (1, code)
    }
  }
}

extension CalendarUnit {
  /// Its length in conversions, where a year has 365 days and a month 30.
  fileprivate var milliseconds: Int {
    switch self {
    case .year: 365 * 86_400_000
    case .month: 30 * 86_400_000
    case .week: 7 * 86_400_000
    case .day: 86_400_000
    case .hour: 3_600_000
    case .minute: 60_000
    case .second: 1000
    case .millisecond: 1
    }
  }
}
