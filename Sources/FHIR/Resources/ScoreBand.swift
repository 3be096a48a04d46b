/// What some values of a score are taken to mean (R4, `ObservationDefinition.qualifiedInterval`).
public struct ScoreBand: Sendable, Hashable {
  /// What the values mean, in the words of the instrument's source.
  public let label: String
  /// The least value, itself in the band; nil for no bound.
  public let low: ExactDecimal?
  /// The greatest value, itself in the band; nil for no bound.
  public let high: ExactDecimal?
  /// The gender of the people that the band is for; nil for all.
  public let gender: AdministrativeGender?
  /// The least age of the people that the band is for.
  public let lowestAge: Quantity?
  /// The greatest age of the people that the band is for.
  public let highestAge: Quantity?
  /// What has to be borne in mind with the band.
  public let condition: String?

  /// Reads a band; nil for an interval of another category than `reference`, or without words.
  public init?(_ node: JSONNode) {
    guard node["category"]?.isString("reference") == true,
      let label = node["context"]?["text"]?.string
    else { return nil }
    self.label = label
    low = node["range"]?["low"]?["value"]?.decimal
    high = node["range"]?["high"]?["value"]?.decimal
    let genderCode = node["gender"]?.string
    gender = genderCode.flatMap { AdministrativeGender(rawValue: $0) }
    // A band for people who cannot be told is not one for all.
    if genderCode != nil, gender == nil { return nil }
    lowestAge = node["age"]?["low"].map { Quantity($0) }
    highestAge = node["age"]?["high"].map { Quantity($0) }
    condition = node["condition"]?.string
  }

  /// Whether a value lies in the band.
  public func contains(_ value: ExactDecimal) -> Bool {
    (low.map { $0 <= value } ?? true) && (high.map { value <= $0 } ?? true)
  }

  /// Whether the band is for people of an age in full years, as far as that can be told.
  public func allows(age: Int?) -> Bool {
    guard let age else { return true }
    let years = Quantity(
      value: ExactDecimal(age), unit: "years", system: Quantity.ucum, code: "a")
    return lowestAge.map { years.ordering(against: $0) } != .ascending
      && highestAge.map { years.ordering(against: $0) } != .descending
  }
}
