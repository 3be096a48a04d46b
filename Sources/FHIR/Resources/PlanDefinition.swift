/// A rule of what is to be done when (R4, PlanDefinition): a typed view of its JSON.
public struct PlanDefinition: Sendable {
  /// The rule as JSON.
  public let node: JSONNode

  /// Makes a view of a rule; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("PlanDefinition") == true else { return nil }
    self.node = node
  }

  /// The logical id.
  public var id: String? { node["id"]?.string }
  /// The canonical URL.
  public var url: String? { node["url"]?.string }
  /// The version of the content.
  public var version: String? { node["version"]?.string }
  /// The name for people.
  public var title: String? { node["title"]?.string }
  /// Where the content stands, or nil when the code is none that FHIR has.
  public var status: PublicationStatus? { node.publicationStatus }
  /// The logic in plain words.
  public var summary: String? { node["description"]?.string }
  /// What limits the use of the rule.
  public var usage: String? { node["usage"]?.string }
  /// What the rule rests on.
  public var citations: [Citation] {
    (node["relatedArtifact"]?.elements ?? [])
      .filter { $0["type"]?.isString("citation") == true }.map { Citation($0) }
  }
  /// What is to be done.
  public var actions: [Action] { node["action"]?.elements.map { Action($0) } ?? [] }

  /// What is said when the rule cannot be assessed: in the extension's part of this name.
  public func unassessedText(_ part: UnassessedPart) -> String? {
    node.firstExtension(.unassessedText)?["extension"]?.elements
      .first { $0["url"]?.isString(part.rawValue) == true }?.choiceNode("value")?.string
  }

  /// Why a rule cannot be assessed, as its words tell it apart.
  public enum UnassessedPart: String, Sendable {
    /// Somebody was asked and left a question without an answer.
    case notAnswered = "not-answered"
    /// Nobody was asked.
    case notAsked = "not-asked"
  }

  /// Something to do, and when (R4, PlanDefinition.action).
  public struct Action: Sendable {
    /// The action as JSON.
    public let node: JSONNode

    /// Makes a view of an action.
    public init(_ node: JSONNode) { self.node = node }

    /// The action in a line.
    public var title: String? { node["title"]?.string }
    /// The action in full.
    public var summary: String? { node["description"]?.string }
    /// The concepts that the action stands for.
    public var codings: [Coding] {
      (node["code"]?.elements ?? []).flatMap { CodeableConcept($0).codings }
    }
    /// When the action applies; all have to.
    public var conditions: [Expression] {
      (node["condition"]?.elements ?? [])
        .filter { $0["kind"]?.isString("applicability") == true }
        .map { Expression($0["expression"] ?? $0) }
    }
    /// The linkIds of questions that are as good as true when somebody is not sure of them.
    public var questionsRaisingWhenNotSure: [String] {
      node.extensions(.raisedByNotSure).compactMap { $0.choiceNode("value")?.string }
    }
    /// The values that are worked out for an element of the action's result.
    public func dynamicValues(forPath path: String) -> [Expression] {
      (node["dynamicValue"]?.elements ?? [])
        .filter { $0["path"]?.string == path }
        .compactMap { $0["expression"].map { Expression($0) } }
    }
  }

  /// A source that the rule rests on (R4, RelatedArtifact of type `citation`).
  public struct Citation: Sendable {
    /// The source as JSON.
    public let node: JSONNode

    /// Makes a view of a source.
    public init(_ node: JSONNode) { self.node = node }

    /// A few words for the source.
    public var label: String? { node["label"]?.string }
    /// The source in full.
    public var citation: String? { node["citation"]?.string }
    /// Where it can be read.
    public var url: String? { node["url"]?.string }

    /// What the source is about.
    public func basis(_ part: BasisPart) -> String? {
      node.firstExtension(.basis)?["extension"]?.elements
        .first { $0["url"]?.isString(part.rawValue) == true }?.choiceNode("value")?.string
    }

    /// A part of the extension that says what a source is about.
    public enum BasisPart: String, Sendable {
      /// The drug that was looked at.
      case drug
      /// How it was given.
      case route
      /// What it was given for.
      case indication
      /// The year of the source.
      case year
      /// How strong the evidence is.
      case strength
    }
  }
}
