import FHIR
import FHIRPath

/// An expression of a form, read once, with what its variables mean where it stands.
struct FormExpression: Sendable {
  /// What it is for.
  let use: ExpressionUse
  /// The item that holds it; nil: the form itself.
  let owner: Int?
  /// The expression, or nil where it cannot be evaluated, which the form's problems say.
  var program: FHIRPathExpression?
  /// What it reads, which takes as long to find out as to read the expression.
  var facts: ExpressionFacts?
  /// Why it cannot be evaluated.
  var failure: ExpressionFailure.Reason?
  /// What the variables in it mean, by name.
  var variables: [String: VariableMeaning] = [:]
  /// Whether it scores answers: it reads the weights of options, or its item is said to be a score.
  var isScore = false
  /// Whether it finds `value` under names such as `valueCoding`, as some forms write it.
  var usesTypedNames = false

  init(use: ExpressionUse, owner: Int?) {
    self.use = use
    self.owner = owner
  }
}

/// What a variable means where an expression uses it.
enum VariableMeaning: Sendable, Hashable {
  /// A variable that the form defines, by its number.
  case defined(Int)
  /// A resource that whoever starts the form hands in.
  case launchContext(String)
  /// The form itself: `%questionnaire`.
  case questionnaire
  /// The item of the form that holds the expression: `%qitem`.
  case questionnaireItem
}

/// A value that the form gives a name.
struct FormVariable: Sendable {
  let name: String
  var expression: FormExpression
}

/// A rule that the response has to keep to.
struct FormConstraint: Sendable {
  let source: Constraint
  let expression: FormExpression
}

/// Options that are on offer only while an expression is true.
struct FormOptionToggle: Sendable {
  let options: [AnswerValue]
  let expression: FormExpression
}

/// The expressions of an item, or of the form itself.
struct ItemExpressions: Sendable {
  /// The numbers of its variables.
  var variables: [Int] = []
  var enableWhen: FormExpression?
  var calculation: FormExpression?
  var initialValue: FormExpression?
  var options: FormExpression?
  var suggestions: [FormExpression] = []
  var optionToggles: [FormOptionToggle] = []
  var constraints: [FormConstraint] = []
  var text: FormExpression?
  var required: FormExpression?
  var readOnly: FormExpression?
  var minValue: FormExpression?
  var maxValue: FormExpression?

  /// Whether words, options or bounds of the item depend on answers.
  var changeItem: Bool {
    !optionToggles.isEmpty
      || [options, text, required, readOnly, minValue, maxValue].contains { $0 != nil }
  }

  var isEmpty: Bool {
    variables.isEmpty && optionToggles.isEmpty && constraints.isEmpty && all.isEmpty
  }

  /// All but the variables.
  var all: [FormExpression] {
    [
      enableWhen, calculation, initialValue, options, text, required, readOnly, minValue, maxValue,
    ].compactMap { $0 } + suggestions + optionToggles.map(\.expression)
      + constraints.map(\.expression)
  }
}
