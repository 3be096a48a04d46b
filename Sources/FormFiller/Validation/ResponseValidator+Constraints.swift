import FHIR

extension ResponseValidator {
  /// Holds one place of the response to the constraints of its item, or of the form.
  mutating func checkConstraints(
    of item: Int?, at place: EvaluationPlace, node: Int?, _ expression: String
  ) {
    for breach in response.breaches(of: item, at: place, node: node) {
      let words = breach.rule.human ?? "the rule '\(breach.rule.key ?? "")' of the form is not kept"
      let (code, details): (IssueCode, String) =
        switch breach.outcome {
        case .broken: (.invariant, words)
        case .unknown(let failure): (.invariantExecution, "\(words) (\(failure))")
        }
      issues.append(
        ResponseIssue(
          severity: breach.preventsCompletion ? .error : .warning, code: code,
          linkId: node.map { response.form.items[response.nodes[$0].item].linkId },
          expression: expression, details: details, node: breach.node))
    }
  }
}
