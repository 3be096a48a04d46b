/// A UCUM unit that can be compared with others of its dimension (UCUM 2.1, sections 28 to 41).
///
/// Factors are exact ratios, so that 1 `[lb_av]` is exactly 0.45359237 `kg`. Units outside the
/// table (arbitrary units, logarithms, calendar years and months) do not convert.
public struct UnitOfMeasure: Sendable, Equatable {
  /// What a unit measures, as powers of base units.
  struct Dimension: Sendable, Equatable {
    var length = 0
    var mass = 0
    var time = 0
    var amount = 0
    var temperature = 0

    func combined(with other: Dimension, power: Int) -> Dimension {
      Dimension(
        length: length + other.length * power, mass: mass + other.mass * power,
        time: time + other.time * power, amount: amount + other.amount * power,
        temperature: temperature + other.temperature * power)
    }
  }

  let dimension: Dimension
  /// The base amount is `(value + offset) * numerator / denominator`.
  package let numerator: ExactDecimal
  package let denominator: ExactDecimal
  package let offset: ExactDecimal

  /// Reads a unit code such as `mg`, `kg/m2`, `mm[Hg]` or `[degF]`; nil when it is not known.
  public init?(_ code: String) {
    if let special = Self.special(code) {
      self = special
      return
    }
    var dimension = Dimension()
    var numerator: ExactDecimal = 1
    var denominator: ExactDecimal = 1
    guard let terms = Self.terms(of: code) else { return nil }
    for term in terms {
      guard let (atom, written) = Self.atom(of: term) else { return nil }
      let power = term.isDivided ? -written : written
      let isDivided = power < 0
      dimension = dimension.combined(with: atom.dimension, power: power)
      for _ in 0..<abs(power) {
        let above = isDivided ? atom.denominator : atom.numerator
        let below = isDivided ? atom.numerator : atom.denominator
        guard let product = numerator.multiplied(by: above),
          let divisor = denominator.multiplied(by: below)
        else { return nil }
        numerator = product.normalized
        denominator = divisor.normalized
      }
    }
    self.init(
      dimension: dimension, numerator: numerator, denominator: denominator, offset: 0)
  }

  init(
    dimension: Dimension, numerator: ExactDecimal, denominator: ExactDecimal = 1,
    offset: ExactDecimal = 0
  ) {
    self.dimension = dimension
    self.numerator = numerator
    self.denominator = denominator
    self.offset = offset
  }

  /// Whether amounts in the two units can be compared.
  public func isCommensurable(with other: UnitOfMeasure) -> Bool { dimension == other.dimension }

  /// Compares an amount in this unit with one in another.
  package func ordering(
    of value: ExactDecimal, against otherValue: ExactDecimal, in other: UnitOfMeasure
  ) -> PartialOrdering {
    guard isCommensurable(with: other),
      let left = product(value.adding(offset), numerator, other.denominator),
      let right = product(otherValue.adding(other.offset), other.numerator, denominator)
    else { return .undecidable }
    return PartialOrdering(left, right)
  }

  private func product(
    _ value: ExactDecimal?, _ first: ExactDecimal, _ second: ExactDecimal
  ) -> ExactDecimal? {
    value?.normalized.multiplied(by: first)?.normalized.multiplied(by: second)?.normalized
  }

  /// A part of a code: an atom with its exponent, as it is written.
  private struct Term {
    var text = ""
    var isDivided = false
    /// Whether a remark in braces, as in `{score}`, stands with it or for it.
    var hasRemark = false

    var isEmpty: Bool { text.isEmpty && !hasRemark }
  }

  /// The parts of a code; nil when it is not formed as one.
  private static func terms(of code: String) -> [Term]? {
    var terms: [Term] = []
    var term = Term()
    var isInRemark = false
    for character in code {
      switch character {
      case "{" where !isInRemark: isInRemark = true
      case "}" where isInRemark:
        isInRemark = false
        term.hasRemark = true
      case _ where isInRemark: continue
      case "/", ".":
        // Only a division may have nothing before it, as in `/min`.
        let isStart = terms.isEmpty && character == "/" && term.isEmpty && !term.isDivided
        guard !term.isEmpty || isStart else { return nil }
        if !term.isEmpty { terms.append(term) }
        term = Term(isDivided: character == "/")
      default: term.text.append(character)
      }
    }
    guard !term.isEmpty, !isInRemark else { return nil }
    return terms + [term]
  }

  /// The unit of one part and the power it is raised to, which may be negative.
  private static func atom(of term: Term) -> (UnitOfMeasure, Int)? {
    if term.text == "1" || term.text.isEmpty {
      return (UnitOfMeasure(dimension: Dimension(), numerator: 1), 1)
    }
    var name = term.text
    var power = 1
    if let last = name.last, "1"..."4" ~= last, name.count > 1, let digit = last.wholeNumberValue {
      name.removeLast()
      power = digit
      if name.last == "-" || name.last == "+" {
        power = name.removeLast() == "-" ? -digit : digit
      }
    }
    if let unit = atoms[name] { return (unit, power) }
    guard let prefix = name.first, let factor = prefixes[prefix],
      let unit = metricAtoms[String(name.dropFirst())],
      let above = unit.numerator.multiplied(by: factor.above),
      let below = unit.denominator.multiplied(by: factor.below)
    else { return nil }
    return (UnitOfMeasure(dimension: unit.dimension, numerator: above, denominator: below), power)
  }
}
