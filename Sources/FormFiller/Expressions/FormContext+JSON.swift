import FHIR
import FHIRPath

extension FormContext {
  /// Makes a context of resources that were read from JSON.
  public init(reading resources: [String: JSONNode], now: PartialDateTime? = nil) {
    self.init(resources: resources.mapValues { ResourceTree($0).root }, now: now)
  }
}
