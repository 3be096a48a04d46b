/// A choice of concepts (R4, ValueSet): a typed view of its JSON.
public struct ValueSet: Sendable {
  /// The value set as JSON.
  public let node: JSONNode

  /// Makes a view of a value set; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("ValueSet") == true else { return nil }
    self.node = node
  }

  /// The logical id, by which a contained value set is named.
  public var id: String? { node["id"]?.string }
  /// The canonical URL.
  public var url: String? { node["url"]?.string }
  /// The version of the content.
  public var version: String? { node["version"]?.string }
  /// The parts that are chosen.
  public var includes: [Part] { parts("include") }
  /// The parts that are left out.
  public var excludes: [Part] { parts("exclude") }
  /// The concepts of an expansion that the resource brings along, or nil when it brings none.
  public var expansion: [JSONNode]? { node["expansion"].map { $0["contains"]?.elements ?? [] } }

  private func parts(_ name: String) -> [Part] {
    node["compose"]?.member(named: name)?.elements.map { Part($0) } ?? []
  }

  /// A part that is chosen or left out (R4, ValueSet.compose.include).
  public struct Part: Sendable {
    /// The part as JSON.
    public let node: JSONNode

    /// Makes a view of a part.
    public init(_ node: JSONNode) { self.node = node }

    /// The code system.
    public var system: String? { node["system"]?.string }
    /// The concepts, or none for the whole code system.
    public var concepts: [CodeSystem.Concept] {
      node["concept"]?.elements.map { CodeSystem.Concept($0) } ?? []
    }
    /// The canonical URLs of other value sets.
    public var valueSets: [String] { node["valueSet"]?.elements.compactMap { $0.string } ?? [] }
    /// Whether concepts are chosen by their properties.
    public var hasFilter: Bool { node["filter"] != nil }
  }
}
