import FHIR

/// A number with a unit (FHIRPath 3.0, section 4.1.10).
struct SystemQuantity: Sendable {
  enum Unit: Sendable, Equatable {
    case calendar(CalendarUnit)
    /// A UCUM code; `1` for none.
    case ucum(String)
  }

  var value: ExactDecimal
  var unit: Unit

  /// Makes a quantity whose unit is a UCUM code or a calendar word.
  init(value: ExactDecimal, unit: String) {
    self.value = value
    self.unit = CalendarUnit(unit).map(Unit.calendar) ?? .ucum(unit)
  }

  init(value: ExactDecimal, unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// The code that conversion goes by.
  var code: String {
    switch unit {
    case .calendar(let word): word.ucum
    case .ucum(let code): code
    }
  }

  /// The unit as it is written: a UCUM code or a calendar word.
  var unitText: String {
    switch unit {
    case .calendar(let word): word.rawValue
    case .ucum(let code): code
    }
  }

  /// The quantity as FHIRPath writes it: `4 days`, `10 'mg'`.
  var description: String {
    switch unit {
    case .calendar(let word): "\(value) \(word.rawValue)\(value == 1 ? "" : "s")"
    case .ucum(let code): "\(value) \(QuotedText.quoted(code, by: "'"))"
    }
  }
}
