import FHIR
import FormFiller

/// A rule with its expressions, ready to be worked out.
struct RuleProgram: Sendable {
  let rule: Rule
  /// The condition; nil where it cannot be worked out, for `failure`.
  var condition: RuleCondition?
  /// What is to be quoted; none: the answers that made the condition true.
  var quotes: [AnswerExpression] = []
  /// The linkIds of questions that raise the rule when somebody is not sure of them.
  var raisedByNotSure: [String] = []
  /// Why the rule cannot be worked out.
  var failure: String?

  /// The linkIds that the condition reads, each once.
  var linkIds: [String] {
    var known: Set<String> = []
    return (condition?.tests ?? []).flatMap(\.linkIds).filter { known.insert($0).inserted }
  }

  /// Whether the form asks all that the rule reads.
  ///
  /// A rule that cannot be read applies everywhere, so that its failure is seen.
  func applies(to form: Form) -> Bool {
    failure != nil || linkIds.allSatisfy { form.index(linkId: $0) != nil }
  }
}
