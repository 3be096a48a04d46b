import FHIR

extension SystemQuantity {
  /// Compares two amounts; undecidable where the units do not convert exactly.
  func ordering(against other: SystemQuantity) -> PartialOrdering {
    switch (unit, other.unit) {
    case (.calendar(let left), .calendar(let right)) where left == right:
      return PartialOrdering(value, other.value)
    case (.calendar(let left), .calendar(let right))
    where left.isOnlyNearlyUCUM && right.isOnlyNearlyUCUM:
      return PartialOrdering(months(left), other.months(right))
    // A year of the calendar is not the year of UCUM, which has 365.25 days.
    case (.calendar(let word), _) where word.isOnlyNearlyUCUM: return .undecidable
    case (_, .calendar(let word)) where word.isOnlyNearlyUCUM: return .undecidable
    default: break
    }
    if code == other.code { return PartialOrdering(value, other.value) }
    guard let left = UnitOfMeasure(code), let right = UnitOfMeasure(other.code) else {
      return .undecidable
    }
    return left.ordering(of: value, against: other.value, in: right)
  }

  private func months(_ word: CalendarUnit) -> ExactDecimal {
    word == .year ? value.multiplied(by: 12) ?? value : value
  }

  /// Whether two amounts are the same in the coarser of their units, to the digits of the one with
  /// fewer.
  func isEquivalent(to other: SystemQuantity) -> Bool {
    if code == other.code { return value.isEquivalent(to: other.value) }
    if case .calendar(let left) = unit, case .calendar(let right) = other.unit,
      left.isOnlyNearlyUCUM, right.isOnlyNearlyUCUM
    {
      return months(left) == other.months(right)
    }
    guard let left = UnitOfMeasure(code), let right = UnitOfMeasure(other.code),
      left.isCommensurable(with: right)
    else { return false }
    // The coarser unit is the one of which one is more.
    let isLeftCoarser = left.ordering(of: 1, against: 1, in: right) == .descending
    let (coarse, fine) = isLeftCoarser ? (self, other) : (other, self)
    let (coarseUnit, fineUnit) = isLeftCoarser ? (left, right) : (right, left)
    guard let converted = fineUnit.converted(fine.value, to: coarseUnit) else { return false }
    return coarse.value.isEquivalent(to: converted)
  }

  /// The amount in another unit, if it can be converted.
  func converted(to code: String) -> ExactDecimal? {
    if code == self.code { return value }
    if case .calendar(let word) = unit, word.isOnlyNearlyUCUM { return nil }
    guard let left = UnitOfMeasure(self.code), let right = UnitOfMeasure(code) else { return nil }
    return left.converted(value, to: right)
  }
}

extension UnitOfMeasure {
  /// An amount of this unit in another; nil where they do not measure the same.
  func converted(_ value: ExactDecimal, to other: UnitOfMeasure) -> ExactDecimal? {
    guard isCommensurable(with: other) else { return nil }
    return value.adding(offset)?.normalized.multiplied(by: numerator)?.normalized
      .multiplied(by: other.denominator)?.normalized.divided(by: denominator)?
      .divided(by: other.numerator)?.adding(other.offset.negated)
  }
}
