import FHIR
import FormFiller

extension Conversation {
  /// The languages that can be chosen: nil is the form's own where it does not say which that is.
  private var languages: [LanguageTag?] {
    let named: [LanguageTag?] = form.languages
    return form.questionnaire.language == nil ? [nil] + named : named
  }

  /// The languages in their own words, said before the first question of a form that has several.
  var languagesHint: String? {
    languages.count > 1 ? wording.languagesHint(languages.map(wording.name)) : nil
  }

  /// Shows the languages, or changes to the one with a tag.
  mutating func performLanguage(_ tag: String?) {
    guard languages.count > 1 else {
      remarks.append(.note(wording.language(form.questionnaire.language)))
      return
    }
    let place = self.place
    self.place = .language(then: place)
    if let tag { choose(tag, then: place) }
  }

  mutating func receiveLanguage(_ line: String, then next: Place) {
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(.back): place = next
    case .command(.language(let tag?)): choose(tag, then: next)
    case .command(.language(nil)): break
    case .command(let command):
      place = next
      perform(command)
    case .answer(let text):
      if text.allSatisfy(\.isWhitespace) { place = next } else { choose(text, then: next) }
    }
  }

  /// Goes on in the language that was chosen by its number, tag or name.
  private mutating func choose(_ text: String, then next: Place) {
    let typed = text.trimmed
    guard let place = place(ofLanguage: typed) else {
      remarks.append(.error(wording.noSuchLanguage(typed)))
      return
    }
    let found = languages[place]
    words = FormWords(of: form, in: found)
    keep(.language(found))
    announcedPart = nil
    shownSection = nil
    self.place = next
    if case .stop(let stop) = next { texts = textsBefore(stop) }
    remarks.append(.note(wording.languageChanged(to: wording.name(of: found))))
  }

  /// The place in the list of a language that is named by its number, its tag, its name, or the tag
  /// of another region, in that order.
  private func place(ofLanguage typed: String) -> Int? {
    if let number = wording.number(typed) {
      return languages.indices.contains(number - 1) ? number - 1 : nil
    }
    let tag = LanguageTag(typed)
    return languages.firstIndex { $0 != nil && $0 == tag }
      ?? languages.firstIndex { wording.name(of: $0).lowercased() == typed.lowercased() }
      ?? languages.firstIndex { language in
        tag.flatMap { wanted in language?.fit(for: wanted) } != nil
      }
  }

  // MARK: - What is shown

  var languageBlocks: [Block] {
    let own = form.questionnaire.language.flatMap { LanguageTag($0) }
    let choices = languages.enumerated().map { index, language in
      Block.Choice(
        marker: String(index + 1), label: wording.name(of: language),
        isChosen: language == (words.wanted ?? own))
    }
    return [.question(wording.languageQuestion), .choices(choices), .hint(wording.languageHint)]
  }

  /// Says once that the part in which a question lies is asked in the form's own language.
  mutating func ownLanguageBlocks(for node: NodeID) -> [Block] {
    let part = words.part(holding: response.item(of: node))
    defer { announcedPart = part }
    guard part != nil, part != announcedPart else { return [] }
    let own = form.questionnaire.language.flatMap { LanguageTag($0) }
    return [.text(wording.partInOwnLanguage(wording.name(of: own)))]
  }
}
