import FHIR

/// The lists of options that have been needed so far, each made once.
final class OptionLists {
  private var entries: [Int: Entry] = [:]

  private struct Entry {
    let language: LanguageChoice
    let values: [AnswerValue]
    let list: OptionList
  }

  /// The options of an item in the language in which it is asked.
  func list(for words: ItemWords, _ wording: Wording) -> OptionList {
    let item = words.item
    let values = item.options.map(\.value)
    // The options of an item can follow an expression.
    if let known = entries[item.index], known.language == words.language, known.values == values {
      return known.list
    }
    let list = OptionList(words, wording: wording)
    entries[item.index] = Entry(language: words.language, values: values, list: list)
    return list
  }
}
