import FHIR
import FormFiller

extension SummaryBuilder {
  /// Whether the answers may be kept and used.
  var consent: QuestionEntry? { entry(.consent) }

  /// Who the summary is about, with the age on a day.
  func patient(on day: PartialDate) -> PatientIdentity {
    let birthDate = entry(.birthDate)
    var age: ClosedRange<Int>?
    if case .date(let date) = birthDate?.answers.first?.value {
      age = date.yearsPassed(until: day)
    }
    return PatientIdentity(
      name: entry(.patientName), birthDate: birthDate, age: age, phone: entry(.phone))
  }

  /// Who gave the answers.
  func respondent(authors: [Change.Author]) -> Respondent {
    Respondent(
      authors: authors.filter { $0 != .form }, who: entry(.respondent),
      helperName: entry(.helperName), helperRelation: entry(.helperRelation),
      mayDecide: entry(.legalDecisionMaker))
  }

  /// The first question with a role that is asked, without what lies below it.
  private func entry(_ role: SummaryRole) -> QuestionEntry? {
    for item in response.form.items where item.isQuestion && !item.isHidden && item.has(role) {
      guard let node = response.nodes(linkId: item.linkId).first(where: { response.isEnabled($0) })
      else { continue }
      let state = state(of: node)
      let answers = state == .answered ? response.answers(of: node) : []
      return QuestionEntry(
        item, state: state,
        answers: answers.map {
          QuestionEntry.Answer(value: $0.value, text: item.words(for: $0.value), items: [])
        })
    }
    return nil
  }

  /// Whether an item that is not asked is left for staff: one of its conditions wants a yes to
  /// "can you answer this in private", and there was none when it was asked.
  func waitsForPrivacy(_ item: FormItem) -> Bool {
    item.conditions.contains { condition in
      guard condition.comparison == .equals, condition.value == .boolean(true),
        let question = condition.question, response.form.items[question].has(.privateAnswers),
        let gate = response.nodes(linkId: response.form.items[question].linkId)
          .first(where: { response.isEnabled($0) })
      else { return false }
      guard state(of: gate) != .notReached else { return false }
      return !response.answers(of: gate).contains { $0.value == .boolean(true) }
    }
  }
}
