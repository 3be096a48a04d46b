/// A rule that a response has to keep to (SDC, `targetConstraint`; before that,
/// `questionnaire-constraint`): a typed view of the extension.
public struct Constraint: Sendable {
  /// The extension as JSON.
  public let node: JSONNode

  /// Makes a view of a constraint.
  public init(_ node: JSONNode) { self.node = node }

  /// How much a breach matters (R4 code system `constraint-severity`).
  public enum Severity: String, Sendable {
    /// The response is not valid.
    case error
    /// Something to know about.
    case warning
  }

  /// The name of the rule within the form.
  public var key: String? { part("key")?.choiceNode("value")?.string }
  /// How much a breach matters; an error where the form does not say.
  public var severity: Severity {
    part("severity")?.choiceNode("value")?.string.flatMap { Severity(rawValue: $0) } ?? .error
  }
  /// The rule in words.
  public var human: String? { part("human")?.choiceNode("value")?.string }
  /// The rule in words, in every language.
  public var humanWords: Words? { part("human")?.words("valueString") }
  /// The rule: true where it is kept.
  public var expression: Expression? {
    guard let part = part("expression"), let value = part.choiceNode("value") else { return nil }
    // The older extension holds the text alone.
    return value.kind == .object
      ? Expression(value)
      : Expression(JSONBuilder.object { $0.add("expression", value.string ?? "") }.root)
  }
  /// Where in the response the breach is, as FHIRPath from the place of the rule.
  public var locations: [String] {
    parts("location").compactMap { $0.choiceNode("value")?.string }
  }

  private func parts(_ name: String) -> [JSONNode] {
    (node["extension"]?.elements ?? []).filter { $0["url"]?.isString(name) == true }
  }

  private func part(_ name: String) -> JSONNode? { parts(name).first }
}
