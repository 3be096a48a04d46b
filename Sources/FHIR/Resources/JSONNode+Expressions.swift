extension JSONNode {
  /// The expressions in the extensions of an element with this URL, in order.
  public func expressions(_ url: ExtensionURL) -> [Expression] {
    extensions(url).compactMap { $0["valueExpression"].map { Expression($0) } }
  }

  /// The expression that gives a primitive its value: the `cqf-expression` extension on its
  /// `_name` sibling (R4, extension cqf-expression).
  ///
  /// - Parameter sibling: the name of the sibling, with its underscore.
  public func valueExpression(in sibling: StaticString) -> Expression? {
    self[sibling]?.expressions(.cqfExpression).first
  }
}

extension Questionnaire {
  /// The variables that every expression of the form can use.
  public var variables: [Expression] { node.expressions(.variable) }
  /// The rules for the response as a whole.
  public var constraints: [Constraint] { node.extensions(.targetConstraint).map { Constraint($0) } }
  /// The resources that the form expects from whoever starts it.
  public var launchContexts: [LaunchContext] {
    node.extensions(.launchContext).map { LaunchContext($0) }
  }
}

extension QuestionnaireItem {
  /// The variables that the expressions of the item and of those within it can use.
  public var variables: [Expression] { node.expressions(.variable) }
  /// True where the item is asked.
  public var enableWhenExpression: Expression? { node.expressions(.enableWhenExpression).first }
  /// What the answer is worked out from whenever something it depends on changes.
  public var calculatedExpression: Expression? { node.expressions(.calculatedExpression).first }
  /// What the answer begins with.
  public var initialExpression: Expression? { node.expressions(.initialExpression).first }
  /// What the options are.
  public var answerExpression: Expression? { node.expressions(.answerExpression).first }
  /// What answers are suggested.
  public var candidateExpressions: [Expression] { node.expressions(.candidateExpression) }
  /// The options that are on offer only at times.
  public var optionToggles: [OptionToggle] {
    node.extensions(.answerOptionsToggleExpression).map { OptionToggle($0) }
  }
  /// The rules for the answers.
  public var constraints: [Constraint] { node.extensions(.targetConstraint).map { Constraint($0) } }

  /// The expression that gives a bound its value: `cqf-expression` on the value of the extension.
  public func boundExpression(_ url: ExtensionURL) -> Expression? {
    guard let bound = node.firstExtension(url) else { return nil }
    let value = bound.children.first { child in
      child.name?.hasPrefix("_value") == true
        || child.name?.hasPrefix("value") == true
          && child.kind == .object
    }
    return value?.expressions(.cqfExpression).first
  }
}
