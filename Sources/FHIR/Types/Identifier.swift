/// A number or name by which others know something (R4, 2.24.0.12 `Identifier`): a typed view.
public struct Identifier: Sendable {
  /// The identifier as JSON.
  public let node: JSONNode

  /// Makes a view of an identifier.
  public init(_ node: JSONNode) { self.node = node }

  /// What it is for: usual, official, temp, secondary or old.
  public var use: String? { node["use"]?.string }
  /// The kind of identifier.
  public var type: CodeableConcept? { node["type"].map { CodeableConcept($0) } }
  /// The namespace within which the value is unique.
  public var system: String? { node["system"]?.string }
  /// The value.
  public var value: String? { node["value"]?.string }
  /// When it was in use.
  public var period: Period? { node["period"].map { Period($0) } }
  /// Who gave it.
  public var assigner: Reference? { node["assigner"].map { Reference($0) } }
}
