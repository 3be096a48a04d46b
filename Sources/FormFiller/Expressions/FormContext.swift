import FHIR
import FHIRPath

/// What a response is filled in with, besides the answers.
public struct FormContext: Sendable {
  /// The resources that were handed in, by the name the form gives them, such as `patient`.
  public var resources: [String: ResourceNode]
  /// The instant of `now()` and `today()` while the response is filled; nil: they are empty.
  public var now: PartialDateTime?

  /// Makes a context; without arguments nothing is handed in and there is no clock.
  public init(resources: [String: ResourceNode] = [:], now: PartialDateTime? = nil) {
    self.resources = resources
    self.now = now
  }
}
