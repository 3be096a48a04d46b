/// What is known of a resource itself (R4, 2.27.3 `Meta`): a typed view of its JSON.
public struct Meta: Sendable {
  /// The metadata as JSON.
  public let node: JSONNode

  /// Makes a view of metadata.
  public init(_ node: JSONNode) { self.node = node }

  /// The version of the resource on its server.
  public var versionId: String? { node["versionId"]?.string }
  /// When that version was written.
  public var lastUpdated: PartialDateTime? { node.dateTime("lastUpdated") }
  /// Where the resource came from.
  public var source: String? { node["source"]?.string }
  /// The profiles that the resource says it meets.
  public var profiles: [String] { node["profile"]?.elements.compactMap { $0.string } ?? [] }
  /// How the resource is to be guarded.
  public var security: [Coding] { node["security"]?.elements.map { Coding($0) } ?? [] }
  /// Labels on the resource.
  public var tags: [Coding] { node["tag"]?.elements.map { Coding($0) } ?? [] }
}
