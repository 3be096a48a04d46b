import FHIR
import FormFiller

extension SummaryBuilder {
  /// Whether an item that is not asked is left for staff: one of its conditions wants a yes to
  /// "can you answer this in private", and there was none when it was asked.
  func waitsForPrivacy(_ item: FormItem) -> Bool {
    item.conditions.contains { condition in
      guard condition.comparison == .equals, condition.value == .boolean(true),
        let question = condition.question, response.form.items[question].has(.privateAnswers),
        let gate = response.nodes(linkId: response.form.items[question].linkId)
          .first(where: { response.isEnabled($0) })
      else { return false }
      guard reader.state(of: gate) != .notReached else { return false }
      return !response.answers(of: gate).contains { $0.value == .boolean(true) }
    }
  }
}
