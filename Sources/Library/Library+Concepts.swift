import FHIR

extension Library {
  /// The concepts of a value set, in the order they are written.
  ///
  /// - Parameters:
  ///   - reference: `#` and the id of a value set that the questionnaire contains, or a canonical
  ///     URL with or without `|version`. HL7's own value sets are known only if a file holds them.
  ///   - questionnaire: the form that names the value set.
  /// - Throws: `LibraryError`, `.unknownValueSet` when there is none.
  public func concepts(
    ofValueSet reference: String, in questionnaire: Questionnaire
  ) throws(LibraryError) -> [Concept] {
    var expander = ValueSetExpander(self)
    let scope = ValueSetExpander.Scope(name: "", file: nil, container: questionnaire.node)
    return try expander.concepts(ofValueSet: reference, in: scope)
  }
}
