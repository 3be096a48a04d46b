import FHIR
import FormFiller

extension Wording {
  /// What a person reads when a line is no answer to a question, and how to put it right.
  public func text(for problem: AnswerProblem, item: FormItem) -> String {
    "Error: \(item.shortText) \(problem)"
  }
}
