import FHIR
import FormFiller

/// The words of a form in the language that a person has chosen.
///
/// What is not translated is shown as it was written, item by item. A part that is marked to be asked
/// whole in one language is shown as it was written as soon as any of its words is missing.
struct FormWords: Sendable {
  /// The language that was chosen, or nil for that of the form.
  let wanted: LanguageTag?
  let language: LanguageChoice
  /// The items of parts that are asked as they were written though another language was chosen.
  private let partsAsWritten: [Range<Int>]

  /// Finds what there is in a language; a language that the form does not have counts as none.
  init(of form: Form, in wanted: LanguageTag?) {
    let own = form.questionnaire.language.flatMap { LanguageTag($0) }
    // A language that the form does not have is none to ask in.
    let has = form.languages.contains { language in wanted.flatMap { language.fit(for: $0) } != nil
    }
    self.wanted = wanted == own || !has ? nil : wanted
    language = LanguageChoice(wanted: self.wanted, own: own)
    partsAsWritten = self.wanted == nil ? [] : Self.incompleteParts(of: form, in: language)
  }

  private static func incompleteParts(of form: Form, in language: LanguageChoice) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    let isWhole = form.questionnaire.isWholeLanguage
    let roots =
      isWhole ? form.topItems : form.items.indices.filter { form.items[$0].isWhole }
    for root in roots where !parts.contains(where: { $0.contains(root) }) {
      let part = root..<form.items[root].end
      let isComplete = form.items[part].allSatisfy {
        $0.isHidden || ItemWords($0, in: language).isComplete
      }
      guard !isComplete else { continue }
      if isWhole { return [form.items.indices] }
      parts.append(part)
    }
    return parts
  }

  /// The words of an item; those of a question that is not translated stay with it as they are.
  func words(of item: FormItem) -> ItemWords {
    let isTranslated = item.source.textWords?.isAvailable(in: language) ?? true
    return ItemWords(
      item, in: isTranslated && part(holding: item) == nil ? language : .asWritten)
  }

  /// The part around an item that is asked as it was written, by its first item.
  func part(holding item: FormItem) -> Int? {
    partsAsWritten.first { $0.contains(item.index) }?.lowerBound
  }
}

extension FormItem {
  fileprivate var isWhole: Bool { source.node["extension"] != nil && source.isWholeLanguage }
}
