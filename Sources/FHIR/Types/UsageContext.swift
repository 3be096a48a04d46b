/// A situation that content is meant for (R4, 2.25.0.6 `UsageContext`): a typed view of its JSON.
public struct UsageContext: Sendable {
  /// What the situation is said to be.
  public enum Value: Sendable {
    /// A concept.
    case concept(CodeableConcept)
    /// An amount.
    case quantity(Quantity)
    /// A range of amounts, either of which may be open.
    case range(low: Quantity?, high: Quantity?)
    /// A resource.
    case reference(Reference)
  }

  /// The context as JSON.
  public let node: JSONNode

  /// Makes a view of a context.
  public init(_ node: JSONNode) { self.node = node }

  /// What kind of situation it is, such as age or venue.
  public var code: Coding? { node["code"].map { Coding($0) } }

  /// What the situation is; nil when there is no value that can be read.
  public var value: Value? {
    if let concept = node["valueCodeableConcept"] { return .concept(CodeableConcept(concept)) }
    if let quantity = node["valueQuantity"] { return .quantity(Quantity(quantity)) }
    if let reference = node["valueReference"] { return .reference(Reference(reference)) }
    guard let range = node["valueRange"] else { return nil }
    return .range(
      low: range["low"].map { Quantity($0) }, high: range["high"].map { Quantity($0) })
  }
}
