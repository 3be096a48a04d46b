import FHIR
import Synchronization

/// The vocabularies as a form sees them: its own and those of the library.
///
/// A value set is expanded when it is asked for, and then kept, ready to be looked into by system and
/// code.
///
///     let terminology = Terminology(library, for: questionnaire)
///     let isDog = try terminology.membership(of: [coding], in: "https://example.org/ValueSet/dogs")
public final class Terminology: Sendable {
  /// Gives the concepts of a value set, named by its canonical URL or by `#` and the id of a
  /// contained one; throws an error whose description says why it cannot.
  public typealias Expansion = @Sendable (String) throws -> [Concept]

  private enum Source: Sendable {
    case library(Library, ValueSetExpander.Scope)
    case function(Expansion)
  }

  private let source: Source
  private let expansions = Mutex<[String: Result<ExpandedValueSet, TerminologyError>]>([:])

  /// Makes the terminology of a questionnaire.
  public init(_ library: Library, for questionnaire: Questionnaire) {
    source = .library(
      library, ValueSetExpander.Scope(name: "", file: nil, container: questionnaire.node))
  }

  /// Makes a terminology that knows value sets by a function, and no code system.
  public init(expandingValueSets expand: @escaping Expansion) { source = .function(expand) }

  // MARK: - Value sets

  /// The concepts of a value set, in the order they are written.
  ///
  /// - Parameter reference: `#` and the id of a value set that the questionnaire contains, or a
  ///   canonical URL with or without `|version`.
  /// - Throws: `TerminologyError` when there is none or it cannot be expanded.
  public func concepts(ofValueSet reference: String) throws(TerminologyError) -> [Concept] {
    try expanded(reference).concepts
  }

  /// Whether any of several codings is in a value set; one without a system is when its code is.
  ///
  /// Nil when none of them has a code, so that nothing can be said. Versions of code systems are not
  /// compared.
  ///
  /// - Throws: `TerminologyError` when the value set cannot be used; it never counts as empty.
  public func membership(
    of codings: [Coding], in valueSet: String
  ) throws(TerminologyError) -> Bool? {
    let expanded = try expanded(valueSet)
    let coded = codings.filter { $0.code != nil }
    return coded.isEmpty ? nil : coded.contains { expanded.contains($0) }
  }

  /// Why a value set cannot be asked about; nil when it is here.
  ///
  /// Does not expand the value set of a library, so that a mistake within it shows only when it is
  /// asked about, or in `Library.problems()`.
  public func problem(withValueSet reference: String) -> TerminologyError? {
    do {
      switch source {
      case .library(let library, let scope):
        guard try ValueSetExpander(library).isKnown(reference, in: scope) else {
          throw library.missing(LibraryError(.unknownValueSet(reference)))
        }
      case .function: _ = try expanded(reference)
      }
      return nil
    } catch {
      return error as? TerminologyError
        ?? TerminologyError(valueSet: reference, reason: "\(error)")
    }
  }

  private func expanded(_ reference: String) throws(TerminologyError) -> ExpandedValueSet {
    if let known = expansions.withLock({ $0[reference] }) { return try known.get() }
    let result = Result { try expand(reference) }
      .map { ExpandedValueSet($0) }
      .mapError { TerminologyError(valueSet: reference, reason: "\($0)") }
    expansions.withLock { $0[reference] = result }
    return try result.get()
  }

  private func expand(_ reference: String) throws -> [Concept] {
    switch source {
    case .library(let library, let scope):
      var expander = ValueSetExpander(library)
      return try expander.concepts(ofValueSet: reference, in: scope)
    case .function(let expand): return try expand(reference)
    }
  }

  // MARK: - Code systems

  /// What the code system of a coding says of it, as a Parameters resource (R4, CodeSystem
  /// `$lookup`); nil when the code system is not here or does not have the code.
  ///
  /// The properties are those that the concept states; its definition is one of them.
  ///
  /// - Throws: `LibraryError` when a file that may be the code system's cannot be read.
  public func lookUp(_ coding: Coding) throws(LibraryError) -> JSONDocument? {
    guard case .library(let library, let scope) = source, let system = coding.system,
      let code = coding.code
    else { return nil }
    var expander = ValueSetExpander(library)
    let canonical = Canonical(url: system, version: coding.version)
    guard let definitions = try expander.definitions(canonical, in: scope),
      let concept = definitions.concept(code)
    else { return nil }
    return definitions.lookup(of: concept)
  }
}

/// A value set ready to be looked into.
private struct ExpandedValueSet: Sendable {
  let concepts: [Concept]
  private let keys: Set<ConceptKey>
  private let codes: Set<String>

  init(_ concepts: [Concept]) {
    self.concepts = concepts
    keys = Set(concepts.map { ConceptKey($0.coding) })
    codes = Set(concepts.compactMap(\.coding.code))
  }

  func contains(_ coding: Coding) -> Bool {
    guard coding.system == nil, let code = coding.code else {
      return keys.contains(ConceptKey(coding))
    }
    return codes.contains(code)
  }
}
