/// What a form uses an expression for.
public enum ExpressionUse: Sendable, Hashable {
  /// A value with a name for other expressions.
  case variable(name: String)
  /// Whether the item is asked.
  case enableWhen
  /// What the answer is worked out from.
  case calculation
  /// What the answer begins with.
  case initialValue
  /// What the options are.
  case options
  /// What answers are suggested.
  case suggestions
  /// Whether some options are on offer.
  case optionToggle
  /// A rule that the response has to keep to, by its name.
  case constraint(key: String)
  /// The words of the item.
  case text
  /// Whether an answer has to be given.
  case required
  /// Whether a person cannot change the answer.
  case readOnly
  /// The least answer.
  case minValue
  /// The greatest answer.
  case maxValue

  /// The use in words, to stand at the start of a sentence about the expression.
  public var label: String {
    switch self {
    case .variable(let name): "the variable %\(name)"
    case .enableWhen: "the enableWhenExpression"
    case .calculation: "the calculatedExpression"
    case .initialValue: "the initialExpression"
    case .options: "the answerExpression"
    case .suggestions: "the candidateExpression"
    case .optionToggle: "the answerOptionsToggleExpression"
    case .constraint(let key): "the constraint '\(key)'"
    case .text: "the expression of the text"
    case .required: "the expression of required"
    case .readOnly: "the expression of readOnly"
    case .minValue: "the expression of the least value"
    case .maxValue: "the expression of the greatest value"
    }
  }
}
