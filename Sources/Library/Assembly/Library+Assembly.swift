import FHIR

extension Library {
  /// A questionnaire with the items of its parts in place of those that stand for them (SDC,
  /// `$assemble`); itself, when it has no parts.
  ///
  /// Parts are found in the library. Address, version and all else of the questionnaire stay as they
  /// are; `assembledFrom` names the parts with their versions. The place of every value is the one in
  /// the file that it is written in.
  ///
  /// - Parameter file: The name of the questionnaire's file, for problems.
  /// - Throws: `AssemblyError` with all that is wrong.
  public func assembled(
    _ questionnaire: Questionnaire, file: String
  ) throws(AssemblyError) -> Questionnaire {
    var assembler = Assembler(questionnaire, file: file, library: self)
    return try assembler.assemble()
  }

  /// Where a resource of the library is.
  struct Place: Hashable {
    let file: String
    /// Which of a Bundle's entries it is; nil when it is the file itself.
    let bundleEntry: Int?
  }

  /// The questionnaire at a place when assembled, which is kept.
  ///
  /// - Throws: `LibraryError`, the first of all that is wrong.
  func assembled(
    _ questionnaire: Questionnaire, at place: Place
  ) throws(LibraryError) -> Questionnaire {
    if let known = state.withLock({ $0.assembled[place] }) { return known }
    do {
      let assembled = try assembled(questionnaire, file: place.file)
      state.withLock { $0.assembled[place] = assembled }
      return assembled
    } catch {
      throw error.first
    }
  }
}
