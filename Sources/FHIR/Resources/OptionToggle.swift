/// Options that are on offer only while an expression is true (SDC, `answerOptionsToggleExpression`).
public struct OptionToggle: Sendable {
  /// The extension as JSON.
  public let node: JSONNode

  /// Makes a view of a toggle.
  public init(_ node: JSONNode) { self.node = node }

  /// The options.
  public var options: [AnswerValue] {
    (node["extension"]?.elements ?? []).filter { $0["url"]?.isString("option") == true }
      .compactMap { $0.choiceValue("value") }
  }

  /// True where they are on offer.
  public var expression: Expression? {
    (node["extension"]?.elements ?? []).first { $0["url"]?.isString("expression") == true }?[
      "valueExpression"
    ].map { Expression($0) }
  }
}
