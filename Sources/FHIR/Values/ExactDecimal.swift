/// A decimal number kept exactly: a whole mantissa and the number of digits after the point.
///
/// FHIR decimals mean their digits: `1.50` is read, kept and written as `1.50`, and is equal to
/// `1.5`. At most 38 digits.
public struct ExactDecimal: Sendable {
  /// The digits as one whole number.
  public let mantissa: Int128
  /// How many of the digits stand after the point; never negative.
  public let scale: Int

  /// Makes `mantissa / 10^scale`; a negative scale counts as none.
  public init(mantissa: Int128, scale: Int = 0) {
    self.mantissa = mantissa
    self.scale = max(scale, 0)
  }

  /// Makes a whole number.
  public init(_ value: Int) { self.init(mantissa: Int128(value)) }

  /// Reads a number as JSON writes it, with or without exponent; nil when it is not one or is too
  /// long to be kept exactly.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let value = text.withUTF8({ ExactDecimal(utf8: $0) }) else { return nil }
    self = value
  }

  /// Reads a number as JSON writes it from its UTF-8 bytes.
  package init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    var mantissa: Int128 = 0
    var scale = 0
    var digits = 0
    var isNegative = false
    var isFraction = false
    var offset = 0
    if text.first == UInt8(ascii: "-") {
      isNegative = true
      offset = 1
    }
    while offset < text.count, text[offset] | 0x20 != UInt8(ascii: "e") {
      let byte = text[offset]
      offset += 1
      if byte == UInt8(ascii: "."), !isFraction, digits > 0 {
        isFraction = true
        continue
      }
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte else { return nil }
      let (product, isTooLong) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, isTooBig) = product.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
      guard !isTooLong, !isTooBig else { return nil }
      mantissa = sum
      digits += 1
      if isFraction { scale += 1 }
    }
    guard digits > 0, !(isFraction && scale == 0) else { return nil }
    if offset < text.count {
      guard let exponent = Int(String(decoding: text[(offset + 1)...], as: UTF8.self)),
        -100...100 ~= exponent
      else { return nil }
      scale -= exponent
    }
    if scale < 0 {
      guard let scaled = Self.scale(mantissa, by: -scale) else { return nil }
      mantissa = scaled
      scale = 0
    }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  /// The digits after the point that mean something: `1.50` has 1.
  public var significantFractionDigits: Int { normalized.scale }

  /// The same number without trailing zeros after the point.
  public var normalized: ExactDecimal {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return ExactDecimal(mantissa: mantissa, scale: scale)
  }

  /// The whole number this is, or nil when it has a fraction or does not fit.
  public var integer: Int? {
    let whole = normalized
    return whole.scale == 0 ? Int(exactly: whole.mantissa) : nil
  }

  /// Whether the number is below zero.
  public var isNegative: Bool { mantissa < 0 }

  package static func scale(_ mantissa: Int128, by digits: Int) -> Int128? {
    var mantissa = mantissa
    for _ in 0..<digits {
      let (product, isTooBig) = mantissa.multipliedReportingOverflow(by: 10)
      if isTooBig { return mantissa == 0 ? 0 : nil }
      mantissa = product
    }
    return mantissa
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number with all its digits, such as `-0.50`.
  public var description: String {
    let digits = String(mantissa.magnitude)
    let sign = isNegative ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

extension ExactDecimal: Comparable, Hashable {
  /// Compares by value: `1.50` equals `1.5`.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compare(left, right) == 0
  }

  /// Compares by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compare(left, right) < 0
  }

  /// Hashes by value.
  public func hash(into hasher: inout Hasher) {
    let normalized = normalized
    hasher.combine(normalized.mantissa)
    hasher.combine(normalized.scale)
  }

  private static func compare(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    let left = left.normalized
    let right = right.normalized
    let scale = max(left.scale, right.scale)
    let leftScaled = Self.scale(left.mantissa, by: scale - left.scale)
    let rightScaled = Self.scale(right.mantissa, by: scale - right.scale)
    switch (leftScaled, rightScaled) {
    case (let left?, let right?): return left < right ? -1 : (left == right ? 0 : 1)
    // A number too large to scale is further from zero than any that could be scaled.
    case (nil, _): return left.mantissa < 0 ? -1 : 1
    case (_, nil): return right.mantissa < 0 ? 1 : -1
    }
  }
}

extension ExactDecimal {
  /// The sum, or nil when it has more than 38 digits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let scale = max(self.scale, other.scale)
    guard let left = Self.scale(mantissa, by: scale - self.scale),
      let right = Self.scale(other.mantissa, by: scale - other.scale)
    else { return nil }
    let (sum, isTooBig) = left.addingReportingOverflow(right)
    return isTooBig ? nil : ExactDecimal(mantissa: sum, scale: scale)
  }

  /// The product, or nil when it has more than 38 digits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, isTooBig) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return isTooBig ? nil : ExactDecimal(mantissa: product, scale: scale + other.scale)
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// Makes a whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}
