/// An amount with a unit (R4, 2.24.0.7 `Quantity`).
public struct Quantity: Sendable, Hashable {
  /// The number.
  public var value: ExactDecimal?
  /// `<`, `<=`, `>=` or `>` when the number is a bound.
  public var comparator: String?
  /// The unit in words.
  public var unit: String?
  /// The system of the unit's code.
  public var system: String?
  /// The unit's code.
  public var code: String?

  /// The system of UCUM unit codes.
  public static let ucum = "http://unitsofmeasure.org"

  /// Makes a quantity.
  public init(
    value: ExactDecimal? = nil, comparator: String? = nil, unit: String? = nil,
    system: String? = nil, code: String? = nil
  ) {
    self.value = value
    self.comparator = comparator
    self.unit = unit
    self.system = system
    self.code = code
  }

  /// Makes a quantity in a coded unit.
  public init(value: ExactDecimal, unit: Coding) {
    self.init(
      value: value, unit: unit.display ?? unit.code, system: unit.system, code: unit.code)
  }

  /// The unit as a coding.
  public var unitCoding: Coding { Coding(system: system, code: code, display: unit) }

  /// The code that conversion goes by: a UCUM code, or the unit's words where no system is named.
  private var conversionCode: String? {
    if let code, system == nil || system == Self.ucum { return code }
    return system == nil ? unit : nil
  }

  /// Compares two amounts, converting units where both are UCUM's and measure the same thing.
  ///
  /// Undecidable when a number is missing or is a bound, or the units do not convert.
  public func ordering(against other: Quantity) -> PartialOrdering {
    guard let value, let otherValue = other.value, comparator == nil, other.comparator == nil else {
      return .undecidable
    }
    if unitCoding.hasSameUnit(as: other.unitCoding) { return PartialOrdering(value, otherValue) }
    guard let code = conversionCode, let otherCode = other.conversionCode,
      let unit = UnitOfMeasure(code), let otherUnit = UnitOfMeasure(otherCode)
    else { return .undecidable }
    return unit.ordering(of: value, against: otherValue, in: otherUnit)
  }
}

extension Coding {
  /// Whether two units are the same without any conversion.
  fileprivate func hasSameUnit(as other: Coding) -> Bool {
    switch (code, other.code) {
    case (let code?, let otherCode?):
      code == otherCode && (system == nil || other.system == nil || system == other.system)
    case (nil, nil): display == other.display
    default: false
    }
  }
}
