extension UnitOfMeasure {
  /// Metric prefixes as ratios.
  static let prefixes: [Character: (above: ExactDecimal, below: ExactDecimal)] = [
    "G": (1_000_000_000, 1), "M": (1_000_000, 1), "k": (1000, 1), "h": (100, 1), "d": (1, 10),
    "c": (1, 100), "m": (1, 1000), "u": (1, 1_000_000), "n": (1, 1_000_000_000),
    "p": (1, 1_000_000_000_000),
  ]

  private static let length = Dimension(length: 1)
  private static let mass = Dimension(mass: 1)
  private static let time = Dimension(time: 1)
  private static let volume = Dimension(length: 3)
  private static let pressure = Dimension(length: -1, mass: 1, time: -2)

  /// Units that take a prefix; base units are metre, gram, second, mole and kelvin.
  static let metricAtoms: [String: UnitOfMeasure] = [
    "m": UnitOfMeasure(dimension: length, numerator: 1),
    "g": UnitOfMeasure(dimension: mass, numerator: 1),
    "s": UnitOfMeasure(dimension: time, numerator: 1),
    "mol": UnitOfMeasure(dimension: Dimension(amount: 1), numerator: 1),
    "L": UnitOfMeasure(dimension: volume, numerator: 1, denominator: 1000),
    "l": UnitOfMeasure(dimension: volume, numerator: 1, denominator: 1000),
    // A pascal is 1 kg/(m.s2).
    "Pa": UnitOfMeasure(dimension: pressure, numerator: 1000),
    "m[Hg]": UnitOfMeasure(dimension: pressure, numerator: 133_322_000),
    "K": UnitOfMeasure(dimension: Dimension(temperature: 1), numerator: 1),
  ]

  /// All units without prefix.
  static let atoms: [String: UnitOfMeasure] = metricAtoms.merging([
    "t": UnitOfMeasure(dimension: mass, numerator: 1_000_000),
    "[lb_av]": UnitOfMeasure(dimension: mass, numerator: decimal(45_359_237, 5)),
    "[oz_av]": UnitOfMeasure(dimension: mass, numerator: decimal(28_349_523_125, 9)),
    "[stone_av]": UnitOfMeasure(dimension: mass, numerator: decimal(635_029_318, 5)),
    "[in_i]": UnitOfMeasure(dimension: length, numerator: decimal(254, 4)),
    "[ft_i]": UnitOfMeasure(dimension: length, numerator: decimal(3048, 4)),
    "[yd_i]": UnitOfMeasure(dimension: length, numerator: decimal(9144, 4)),
    "[mi_i]": UnitOfMeasure(dimension: length, numerator: decimal(1_609_344, 3)),
    "min": UnitOfMeasure(dimension: time, numerator: 60),
    "h": UnitOfMeasure(dimension: time, numerator: 3600),
    "d": UnitOfMeasure(dimension: time, numerator: 86_400),
    "wk": UnitOfMeasure(dimension: time, numerator: 604_800),
    "%": UnitOfMeasure(dimension: Dimension(), numerator: 1, denominator: 100),
  ]) { _, added in added }

  /// Units with their own zero.
  static func special(_ code: String) -> UnitOfMeasure? {
    let temperature = Dimension(temperature: 1)
    switch code {
    case "Cel":
      return UnitOfMeasure(dimension: temperature, numerator: 1, offset: decimal(27315, 2))
    case "[degF]":
      return UnitOfMeasure(
        dimension: temperature, numerator: 5, denominator: 9, offset: decimal(45967, 2))
    default: return nil
    }
  }

  private static func decimal(_ mantissa: Int128, _ scale: Int) -> ExactDecimal {
    ExactDecimal(mantissa: mantissa, scale: scale)
  }
}
