/// What the values of a score are taken to mean: a typed view of an ObservationDefinition (R4).
public struct ScoreDefinition: Sendable {
  /// The definition as JSON.
  public let node: JSONNode

  /// Makes a view of a definition; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("ObservationDefinition") == true else { return nil }
    self.node = node
  }

  /// The name of the score for people.
  public var name: String? { node["preferredReportName"]?.string }

  /// The least value there can be; nil where the definition does not say.
  public var least: ExactDecimal? { bound("low") }

  /// The greatest value there can be; nil where the definition does not say.
  public var greatest: ExactDecimal? { bound("high") }

  private func bound(_ name: String) -> ExactDecimal? {
    let interval = node["qualifiedInterval"]?.elements.first {
      $0["category"]?.isString("absolute") == true
    }
    return interval?["range"]?.member(named: name)?["value"]?.decimal
  }

  /// The bands that values fall in, in order; they may overlap, as a cut-off does with the bands.
  public var bands: [ScoreBand] {
    node["qualifiedInterval"]?.elements.compactMap { ScoreBand($0) } ?? []
  }
}

extension Questionnaire {
  /// The definition of a score, named by `#` and the id of a contained resource.
  public func scoreDefinition(_ reference: String) -> ScoreDefinition? {
    guard reference.hasPrefix("#") else { return nil }
    let id = reference.dropFirst()
    return contained.first { $0["id"]?.string.map { $0 == id } ?? false }
      .flatMap { ScoreDefinition($0) }
  }
}
