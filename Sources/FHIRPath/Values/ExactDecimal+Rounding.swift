import FHIR

extension ExactDecimal {
  /// Where a number goes that has too many digits.
  enum Rounding {
    case towardZero
    case down
    case up
    /// To the nearest, and a half away from zero.
    case nearest
  }

  /// The number with this many digits after the point; nil when it has too many digits then.
  func rounded(to digits: Int, _ rounding: Rounding) -> ExactDecimal? {
    if digits >= scale {
      return Self.scale(mantissa, by: digits - scale).map {
        ExactDecimal(mantissa: $0, scale: digits)
      }
    }
    guard let divisor = Self.scale(1, by: scale - digits) else {
      return ExactDecimal(mantissa: 0, scale: digits)
    }
    var (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
    switch rounding {
    case .towardZero: break
    case .down: if remainder < 0 { quotient -= 1 }
    case .up: if remainder > 0 { quotient += 1 }
    case .nearest:
      if remainder.magnitude >= divisor.magnitude - remainder.magnitude {
        quotient += remainder < 0 ? -1 : 1
      }
    }
    return ExactDecimal(mantissa: quotient, scale: digits)
  }

  /// Whether two numbers are the same to the digits of the one with fewer (FHIRPath 3.0, 6.1.2).
  func isEquivalent(to other: ExactDecimal) -> Bool {
    let digits = min(scale, other.scale)
    guard let left = rounded(to: digits, .nearest), let right = other.rounded(to: digits, .nearest)
    else { return false }
    return left == right
  }

  var negated: ExactDecimal {
    ExactDecimal(mantissa: mantissa == .min ? .max : -mantissa, scale: scale)
  }

  /// The sum, rounded where it has more digits than are kept; nil where it is too large.
  func sum(with other: ExactDecimal) -> ExactDecimal? {
    Self.fitting(self, other) { $0.adding($1) }
  }

  /// The product, rounded where it has more digits than are kept; nil where it is too large.
  func product(with other: ExactDecimal) -> ExactDecimal? {
    guard let product = Self.fitting(self, other, { $0.multiplied(by: $1) }) else { return nil }
    // A factor below one makes ever more places, though the digits stay few.
    return product.scale <= Self.mostDigits
      ? product : product.rounded(to: Self.mostDigits, .nearest)
  }

  private static let mostDigits = 38

  /// Takes digits off the end of the longer number until there is room for the result.
  private static func fitting(
    _ left: ExactDecimal, _ right: ExactDecimal,
    _ calculate: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> ExactDecimal? {
    if let exact = calculate(left, right) { return exact }
    var left = left.normalized
    var right = right.normalized
    while left.scale > 0 || right.scale > 0 {
      let isLeftLonger = left.scale >= right.scale
      let longer = isLeftLonger ? left : right
      guard let shorter = longer.rounded(to: longer.scale - 1, .nearest) else { return nil }
      if isLeftLonger { left = shorter } else { right = shorter }
      if let result = calculate(left, right) {
        // What lies beyond is not known to be right.
        return result.rounded(to: min(result.scale, quotientDigits), .nearest)?.normalized
      }
    }
    return nil
  }

  /// How many digits after the point are kept of what has no end.
  private static let quotientDigits = 20

  /// The quotient to 20 digits after the point, rounded, without zeros at its end; nil for a
  /// division by zero or a quotient that is too large.
  func divided(by other: ExactDecimal) -> ExactDecimal? {
    guard other.mantissa != 0 else { return nil }
    let divisor = other.normalized
    let dividend = normalized
    for digits in stride(from: Self.quotientDigits, through: 0, by: -2) {
      let shift = digits + 1 + divisor.scale - dividend.scale
      let shifted =
        shift >= 0
        ? Self.scale(dividend.mantissa, by: shift)
        : dividend.mantissa / (Self.scale(1, by: -shift) ?? .max)
      guard let shifted else { continue }
      let (digitsOfQuotient, isTooBig) = shifted.dividedReportingOverflow(by: divisor.mantissa)
      guard !isTooBig else { return nil }
      let quotient = ExactDecimal(mantissa: digitsOfQuotient, scale: digits + 1)
      return quotient.rounded(to: digits, .nearest)?.normalized
    }
    return nil
  }

  /// The number of times that another fits in, and what is left; nil for zero.
  func dividedWhole(by other: ExactDecimal) -> (quotient: Int128, remainder: ExactDecimal)? {
    let scale = max(scale, other.scale)
    guard other.mantissa != 0, let left = Self.scale(mantissa, by: scale - self.scale),
      let right = Self.scale(other.mantissa, by: scale - other.scale)
    else { return nil }
    let (quotient, isTooBig) = left.dividedReportingOverflow(by: right)
    guard !isTooBig else { return nil }
    return (quotient, ExactDecimal(mantissa: left % right, scale: scale))
  }

  /// The nearest binary number.
  var double: Double { Double(description) ?? 0 }

  /// A binary number to 15 digits, which it has for certain; nil for what is not finite or too
  /// large.
  init?(_ value: Double) {
    guard value.isFinite, value.magnitude < 1e30 else { return nil }
    if value == value.rounded(), value.magnitude < 9e15 {
      self.init(Int(value))
      return
    }
    // The shortest text that means this number; its exponent is understood by the reader.
    guard let exact = ExactDecimal(value.description) else { return nil }
    let whole = String(Int128(value).magnitude).utf8.count
    guard
      let rounded = exact.rounded(
        to: max(0, min(exact.scale, 15 - whole + (value.magnitude < 1 ? 1 : 0))), .nearest)
    else { return nil }
    self = rounded.normalized
  }
}
