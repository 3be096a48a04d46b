import FHIR

extension Form {
  /// Whether an item is a score: one that a definition says how to understand, or that is worked out
  /// from the weights of answers.
  public func isScore(_ item: FormItem) -> Bool {
    item.source.scoreDefinitionReference != nil
      || expressions[item.index]?.calculation?.isScore ?? false
  }

  /// What the values of a score are taken to mean, if the form says.
  public func scoreDefinition(of item: FormItem) -> ScoreDefinition? {
    item.source.scoreDefinitionReference.flatMap { questionnaire.scoreDefinition($0) }
  }

  /// What a value of a score is taken to mean: the bands of its definition that the value lies in.
  ///
  /// Bands that name the person's gender stand in place of those that name none. A band for other
  /// ages than the person's is left out; where the age is not known, the band says whom it is for.
  ///
  /// - Parameter age: The person's age in full years.
  /// - Returns: The bands in the order of the definition; none for an item that has no definition.
  public func bands(
    of item: FormItem, for value: ExactDecimal, gender: AdministrativeGender? = nil,
    age: Int? = nil
  ) -> [ScoreBand] {
    guard let definition = scoreDefinition(of: item) else { return [] }
    let bands = definition.bands.filter { $0.allows(age: age) }
    let own = bands.filter { $0.gender != nil && $0.gender == gender }
    return (own.isEmpty ? bands.filter { $0.gender == nil } : own).filter { $0.contains(value) }
  }
}
