extension QuestionnaireItem {
  /// The words shown, in every language and rendering.
  public var textWords: Words? { node.words("text") }
  /// The label before the words.
  public var prefixWords: Words? { node.words("prefix") }
  /// A few words for the item.
  public var shortTextWords: Words? { node.extensionWords(.shortText) }
  /// How the answer is to be typed.
  public var entryFormatWords: Words? { node.extensionWords(.entryFormat) }
  /// Why the question is asked.
  public var whyAskedWords: Words? { node.extensionWords(.whyAsked) }

  /// The words of a page of help where staff have been called and are near.
  public var attendedTextWords: Words? {
    guard let element = node.firstExtension(.attendedText) else { return nil }
    return element["valueMarkdown"] == nil
      ? element.words("valueString") : element.words("valueMarkdown")?.withoutMarkdown
  }

  /// The words of a unit that the item names, or nil when it names no such unit.
  public func unitWords(_ unit: Coding) -> Words? {
    let elements = node.extensions(.unitOption) + node.extensions(.unit)
    return elements.lazy.compactMap { $0["valueCoding"] }
      .first { Coding($0).means(unit) }?.words("display")
  }
}

extension AnswerOption {
  /// The words of the option, in every language and rendering, or nil when it has none: a number, a
  /// date.
  public var words: Words? {
    switch value {
    case .coding(let coding):
      var words = node?["valueCoding"]?.words("display") ?? Words("")
      words.translations += listings.flatMap { $0["_display"]?.translations ?? [] }
      words.translations += listings.flatMap(\.designatedTranslations)
      return words.own.isEmpty ? words.named(coding.display ?? coding.code ?? "") : words
    case .string: return node?.words("valueString")
    case .reference: return node?["valueReference"]?.words("display")
    default: return nil
    }
  }

  /// Whether the option's display is all there is in the form's own language, without markup.
  public var isPlain: Bool {
    node == nil || (node?["valueCoding"]?["_display"] == nil && node?["_valueString"] == nil)
  }

  /// The mark before the option.
  public var prefixWords: Words? { node?.extensionWords(.optionPrefix) }

  /// The pictures, films and sounds that belong to the option.
  public var media: [Attachment] { node?.attachments(.itemAnswerMedia) ?? [] }
}

extension JSONNode {
  /// What the designations of a concept call it in other languages, the preferred words first.
  fileprivate var designatedTranslations: [Words.Translation] {
    let all = self["designation"]?.elements ?? []
    // Display first, then words whose use nobody has named, then synonyms and the like.
    let ranked = all.enumerated().sorted { left, right in
      (left.element.rankOfUse, left.offset) < (right.element.rankOfUse, right.offset)
    }
    return ranked.compactMap { _, designation in
      guard let text = designation["value"]?.string,
        let language = designation["language"]?.string.flatMap({ LanguageTag($0) })
      else { return nil }
      return Words.Translation(language: language, text: text)
    }
  }

  private var rankOfUse: Int {
    guard let use = self["use"]?["code"]?.string else { return 1 }
    return use == "display" || use == "preferredForLanguage" ? 0 : 2
  }
}
