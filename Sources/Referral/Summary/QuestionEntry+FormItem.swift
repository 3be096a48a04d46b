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
  /// A value in words: as the answer has them, else as the form has them, with the form's unit.
  func words(for value: AnswerValue) -> String {
    switch value {
    case .integer, .decimal:
      guard let unit = source.unit, let name = unit.display ?? unit.code else {
        return value.plainText
      }
      return "\(value.plainText) \(name)"
    case .coding(let coding) where coding.display == nil:
      return options.first { $0.value.means(value) }?.value.plainText ?? value.plainText
    default: return value.plainText
    }
  }

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
