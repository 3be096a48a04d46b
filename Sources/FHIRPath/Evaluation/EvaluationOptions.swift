import FHIR

/// What an evaluation is given from outside: variables, a clock, a host, limits.
///
/// The module reads no clock and prints nothing: `now` and `trace` are handed in.
public struct EvaluationOptions: Sendable {
  /// `%resource`; nil: the resource in which the context lies.
  public var resource: ResourceNode?
  /// `%rootResource`; nil: the same as `%resource`, or the resource that contains it.
  public var rootResource: ResourceNode?
  /// Variables by name, without `%`; a name with an empty list is defined and empty.
  public var variables: [String: [FHIRPathValue]]
  /// The one instant of `now()`, `today()` and `timeOfDay()`; nil: they are empty.
  ///
  /// Two evaluations that are given the same instant agree.
  public var now: PartialDateTime?
  /// Takes what `trace()` says: its name, and the items or what the projection gives of them.
  ///
  /// Without it, `trace()` hands its input on, and neither the name nor the projection is evaluated.
  public var trace: (@Sendable (String, [FHIRPathValue]) -> Void)?
  /// Answers what only the caller can know, such as `resolve()`.
  public var host: (any FHIRPathHost)?
  /// Bounds on the evaluation.
  public var limits: EvaluationLimits
  /// Whether `valueCoding` finds a `value` that is a Coding, as some forms write it; off by the
  /// specification.
  public var acceptsTypedNames: Bool

  /// Makes options; without arguments nothing is defined and the standard limits hold.
  public init(
    resource: ResourceNode? = nil, rootResource: ResourceNode? = nil,
    variables: [String: [FHIRPathValue]] = [:], now: PartialDateTime? = nil,
    trace: (@Sendable (String, [FHIRPathValue]) -> Void)? = nil,
    host: (any FHIRPathHost)? = nil, limits: EvaluationLimits = .standard,
    acceptsTypedNames: Bool = false
  ) {
    self.resource = resource
    self.rootResource = rootResource
    self.variables = variables
    self.now = now
    self.trace = trace
    self.host = host
    self.limits = limits
    self.acceptsTypedNames = acceptsTypedNames
  }
}
