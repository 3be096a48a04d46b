/// A concept in words and in codes (R4, 2.24.0.6 `CodeableConcept`): a typed view of its JSON.
public struct CodeableConcept: Sendable {
  /// The concept as JSON.
  public let node: JSONNode

  /// Makes a view of a concept.
  public init(_ node: JSONNode) { self.node = node }

  /// The codes.
  public var codings: [Coding] { node["coding"]?.elements.map { Coding($0) } ?? [] }
  /// The words.
  public var text: String? { node["text"]?.string }
}
