import FHIR

/// Finds words that lack a translation into a language that others of the form have.
struct TranslationReview {
  let form: Form

  func run(_ notes: inout ReviewNotes) {
    let own = form.questionnaire.language.flatMap { LanguageTag($0) }
    var languages: [LanguageTag] = []
    for use in form.questionnaire.translationUses() where use.node.isExtension(.translation) {
      guard let tag = use.language.flatMap({ LanguageTag($0) }), tag.isKnown, tag != own,
        !languages.contains(tag)
      else { continue }
      languages.append(tag)
    }
    guard !languages.isEmpty else { return }
    let title = form.questionnaire.node.words("title").map { [("the title", $0)] } ?? []
    let all = form.items.map { texts(of: $0) }
    for language in languages {
      let choice = LanguageChoice(wanted: language, own: own)
      report(title, missingIn: choice, at: form.questionnaire.node, linkId: nil, &notes)
      for item in form.items where !item.isHidden {
        report(
          all[item.index], missingIn: choice, at: item.source.node, linkId: item.linkId, &notes)
      }
    }
  }

  private typealias Named = (name: String, words: Words)

  private func report(
    _ texts: [Named], missingIn choice: LanguageChoice, at node: JSONNode, linkId: String?,
    _ notes: inout ReviewNotes
  ) {
    let missing = texts.filter { !$0.words.own.isEmpty && !$0.words.isAvailable(in: choice) }
    guard let language = choice.wanted, !missing.isEmpty else { return }
    notes.add(
      .missingTranslation(language: language.description, words: missing.map(\.name)), at: node,
      linkId: linkId)
  }

  /// The words of an item that a person reads, each with its name.
  private func texts(of item: FormItem) -> [Named] {
    let source = item.source
    var texts: [(String, Words?)] = [
      ("the text", source.textWords), ("the prefix", source.prefixWords),
    ]
    if source.node["extension"] != nil {
      texts += [
        ("the short text", source.shortTextWords), ("the entry format", source.entryFormatWords),
        ("why it is asked", source.whyAskedWords),
        ("the text where staff are near", source.attendedTextWords),
      ]
      texts += source.constraints.map { constraint in
        ("the rule '\(constraint.key ?? "")'", constraint.humanWords)
      }
    }
    texts += item.options.flatMap { option in
      [
        ("the option \"\(option.value.plainText)\"", option.words),
        ("the mark of \"\(option.value.plainText)\"", option.prefixWords),
      ]
    }
    return texts.compactMap { name, words in words.map { (name, $0) } }
  }
}
