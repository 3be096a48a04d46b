import FHIR

extension Library {
  /// The roles that the library gives a questionnaire to.
  public var roles: [Role] { Role.allCases.filter { manifest.roles[$0] != nil } }

  /// The questionnaire that has a role, with its parts in their places, and its file.
  ///
  /// - Throws: `LibraryError` when none has it or its file cannot be used.
  public func questionnaire(
    role: Role
  ) throws(LibraryError) -> (file: String, questionnaire: Questionnaire) {
    guard let file = manifest.roles[role] else {
      throw LibraryError(.roleWithoutFile(role), file: LibraryManifest.fileName)
    }
    return (file, try questionnaire(file: file))
  }

  /// The questionnaire with a canonical URL, with or without `|version`, and its file.
  ///
  /// Without a version, the newest of them. It comes with its parts in their places.
  ///
  /// - Throws: `LibraryError` when there is none or its file cannot be used.
  public func questionnaire(
    canonical: String
  ) throws(LibraryError) -> (file: String, questionnaire: Questionnaire) {
    let canonical = Canonical(canonical)
    guard let found = try resource(canonical, ofType: "Questionnaire"),
      let questionnaire = Questionnaire(found.node)
    else { throw missing(LibraryError(.unknownQuestionnaire(canonical))) }
    return (found.file, try assembled(questionnaire, at: found.place))
  }

  /// The questionnaire in a file, with its parts in their places.
  ///
  /// - Throws: `LibraryError` when the file cannot be read or holds something else, or the
  ///   questionnaire is a part itself.
  public func questionnaire(file: String) throws(LibraryError) -> Questionnaire {
    let root = try root(of: file)
    if let questionnaire = Questionnaire(root) {
      return try assembled(questionnaire, at: Place(file: file, bundleEntry: nil))
    }
    guard let found = root["resourceType"]?.string else {
      throw LibraryError(.notAResource, file: file, position: root.position)
    }
    throw LibraryError(
      .unexpectedResource(found: found, wanted: "Questionnaire"), file: file,
      position: root["resourceType"]?.position)
  }
}
