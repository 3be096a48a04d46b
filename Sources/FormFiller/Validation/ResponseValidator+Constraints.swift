import FHIR
import FHIRPath

extension ResponseValidator {
  /// Holds one place of the response to the constraints of its item, or of the form.
  ///
  /// Where an item is not answered there is nothing to hold to them; the response itself always is.
  mutating func checkConstraints(
    of item: Int?, at place: EvaluationPlace, node: Int?, _ expression: String
  ) {
    let constraints = response.form.expressions[item]?.constraints ?? []
    guard !constraints.isEmpty else { return }
    var evaluator = ExpressionEvaluator(response)
    guard place == .response || evaluator.node(at: place) != nil else { return }
    for constraint in constraints {
      do {
        guard try evaluator.truth(of: constraint.expression, at: place) == false else { continue }
        note(.invariant, constraint, node, expression, constraint.words)
      } catch {
        note(
          .invariantExecution, constraint, node, expression,
          "\(constraint.words) (\(error.description))")
      }
    }
  }

  private mutating func note(
    _ code: IssueCode, _ constraint: FormConstraint, _ node: Int?, _ expression: String,
    _ details: String
  ) {
    issues.append(
      ResponseIssue(
        severity: constraint.source.severity == .error ? .error : .warning, code: code,
        linkId: node.map { response.form.items[response.nodes[$0].item].linkId },
        expression: expression, details: details, node: node.map { NodeID(index: $0) }))
  }
}

extension FormConstraint {
  /// The rule in words, or its name where the form has no words for it.
  fileprivate var words: String {
    source.human ?? "the rule '\(source.key ?? "")' of the form is not kept"
  }
}
