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
  /// The name for programs.
  public var name: String? { node["name"]?.string }
  /// The name for people.
  public var title: String? { node["title"]?.string }
  /// Where the content stands, or nil when the code is none that FHIR has.
  public var status: PublicationStatus? { node.publicationStatus }
  /// Whether the resource says what it is composed of.
  public var hasComposition: Bool { node["compose"] != nil }
  /// The concepts of an expansion that the resource brings along, or nil when it brings none.
  public var expansion: [ExpandedConcept]? {
    node["expansion"].map { $0["contains"]?.elements.map { ExpandedConcept($0) } ?? [] }
  }

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
    /// The version of the code system, if one is asked for.
    public var version: String? { node["version"]?.string }
    /// The concepts, or none for the whole code system.
    public var concepts: [CodeSystem.Concept] {
      node["concept"]?.elements.map { CodeSystem.Concept($0) } ?? []
    }
    /// The canonical URLs of other value sets.
    public var valueSets: [String] { node["valueSet"]?.elements.compactMap { $0.string } ?? [] }
    /// The conditions that concepts of the code system have to meet, each of them.
    public var filters: [Filter] { node["filter"]?.elements.map { Filter($0) } ?? [] }
  }

  /// A condition on concepts of a code system (R4, ValueSet.compose.include.filter).
  public struct Filter: Sendable {
    /// The filter as JSON.
    public let node: JSONNode

    /// Makes a view of a filter.
    public init(_ node: JSONNode) { self.node = node }

    /// The property of the concepts; `concept` and `code` are the concept itself.
    public var property: String? { node["property"]?.string }
    /// The operator as it is written (R4 code system `filter-operator`).
    public var operation: String? { node["op"]?.string }
    /// What the property is compared with.
    public var value: String? { node["value"]?.string }
  }

  /// A concept of an expansion, with those below it (R4, ValueSet.expansion.contains).
  public struct ExpandedConcept: Sendable {
    /// The concept as JSON.
    public let node: JSONNode

    /// Makes a view of an expanded concept.
    public init(_ node: JSONNode) { self.node = node }

    /// The code with its system and display.
    public var coding: Coding { Coding(node) }
    /// Whether the concept only groups others and cannot be chosen.
    public var isAbstract: Bool { node["abstract"]?.boolean ?? false }
    /// Other words for the concept.
    public var designations: [String] {
      node["designation"]?.elements.compactMap { $0["value"]?.string } ?? []
    }
    /// The concepts below.
    public var concepts: [ExpandedConcept] {
      node["contains"]?.elements.map { ExpandedConcept($0) } ?? []
    }
  }
}
