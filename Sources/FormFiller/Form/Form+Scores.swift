import FHIR

extension Form {
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
    guard let reference = item.source.scoreDefinitionReference,
      let definition = questionnaire.scoreDefinition(reference)
    else { return [] }
    let bands = definition.bands.filter { $0.allows(age: age) }
    let own = bands.filter { $0.gender != nil && $0.gender == gender }
    return (own.isEmpty ? bands.filter { $0.gender == nil } : own).filter { $0.contains(value) }
  }
}
