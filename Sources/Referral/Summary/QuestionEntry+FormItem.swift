import FHIR
import FormFiller

extension QuestionEntry {
  /// The most options that a checklist is quoted with; longer lists are searched, not read.
  static let mostChoices = 30

  init(_ item: FormItem, state: QuestionState, answers: [Answer]) {
    linkId = item.linkId
    label = item.shortText
    text = item.text
    type = item.type
    codes = item.source.codes
    let isChecklist = item.repeats && item.options.count <= Self.mostChoices
    choices = isChecklist ? item.options.map(\.value) : []
    self.state = state
    origin = item.isReadOnly ? .form : .person
    meaning = item.meaning(of: answers.map(\.value))
    self.answers = answers
  }
}

extension FormItem {
  /// What answers come to as a whole.
  func meaning(of values: [AnswerValue]) -> QuestionEntry.Meaning {
    guard !values.isEmpty else { return .other }
    if values.allSatisfy({ $0 == .boolean(false) }) { return .no }
    guard values.count == 1, let value = values.first,
      let option = options.first(where: { $0.value.means(value) }), option.isExclusive
    else { return .other }
    return option.value.meansNone ? .no : .other
  }
}

extension AnswerValue {
  /// Whether an option that excludes all others means none of them, as far as it can be told:
  /// others mean "I am not sure" or "I prefer not to say".
  fileprivate var meansNone: Bool {
    if case .coding(let coding) = self, coding.code?.lowercased() == "none" { return true }
    let firstWord = plainText.lowercased().prefix { $0.isLetter }
    return firstWord == "none"
  }
}
