/// Whom to ask about something (R4, 2.25.0.1 `ContactDetail`): a typed view of its JSON.
public struct ContactDetail: Sendable {
  /// The contact as JSON.
  public let node: JSONNode

  /// Makes a view of a contact.
  public init(_ node: JSONNode) { self.node = node }

  /// The person or place.
  public var name: String? { node["name"]?.string }
  /// How to reach them.
  public var telecoms: [ContactPoint] { node["telecom"]?.elements.map { ContactPoint($0) } ?? [] }
}
