import FHIR

/// Answers what an expression asks and a resource alone cannot say.
///
/// Each function has a default that gives nil: then the evaluation ends in an error that names the
/// function, and never in an empty result that looks like an answer. `elementDefinition()` and
/// `slice()`, which read the definitions of profiles, are such an error with any host.
public protocol FHIRPathHost: Sendable {
  /// The resource that a reference or a canonical URL means; an empty list when there is none.
  ///
  /// Not asked for `#id` where the resource of the node contains it.
  func resolve(_ reference: String, from node: ResourceNode?) throws -> [ResourceNode]?
  /// Whether a code, Coding or CodeableConcept is in a value set.
  ///
  /// For a value set that is not known, throw an error that says so: as an empty result it would
  /// make `where(memberOf(…)).exists()` false.
  func membership(of value: FHIRPathValue, in valueSet: String) throws -> ValueSetMembership?
  /// What `%terminologies.lookup()` gives for a code, Coding or CodeableConcept: a Parameters
  /// resource as CodeSystem `$lookup` answers; an empty list when no code system here has the code.
  func lookUp(_ value: FHIRPathValue) throws -> [ResourceNode]?
  /// Whether one code is the same as another or above it.
  func subsumes(_ ancestor: FHIRPathValue, _ descendant: FHIRPathValue) throws -> Bool?
  /// Whether a value conforms to a profile that is not a type of R4.
  func conforms(_ node: ResourceNode, to profile: String) throws -> Bool?
  /// The score of a Coding or a code whose own extensions do not say it; an empty list when it has
  /// none.
  ///
  /// In SDC's order: from the option of the question, its value set, the code system.
  func weight(of node: ResourceNode) throws -> [ExactDecimal]?
}

extension FHIRPathHost {
  /// Not known.
  public func resolve(_ reference: String, from node: ResourceNode?) throws -> [ResourceNode]? {
    nil
  }

  /// Not known.
  public func membership(
    of value: FHIRPathValue, in valueSet: String
  ) throws -> ValueSetMembership? { nil }

  /// Not known.
  public func lookUp(_ value: FHIRPathValue) throws -> [ResourceNode]? { nil }

  /// Not known.
  public func subsumes(
    _ ancestor: FHIRPathValue, _ descendant: FHIRPathValue
  ) throws -> Bool? { nil }

  /// Not known.
  public func conforms(_ node: ResourceNode, to profile: String) throws -> Bool? { nil }

  /// Not known.
  public func weight(of node: ResourceNode) throws -> [ExactDecimal]? { nil }
}
