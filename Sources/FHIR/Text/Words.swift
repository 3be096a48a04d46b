/// A text of a resource, with what it is in other languages (extension `translation`) and how it is
/// to look (`rendering-xhtml`, `rendering-markdown`).
public struct Words: Sendable {
  /// The text as it was written, in the language of the form.
  public let own: String
  /// The text in other languages.
  public var translations: [Translation]
  /// The text with markup, in the language of the form and others; the first that can be read counts.
  private let renderings: [(markup: Markup, words: Words)]

  /// A text in another language.
  public struct Translation: Sendable {
    /// The language.
    public let language: LanguageTag
    /// The text.
    public let text: String

    /// Makes a translation.
    public init(language: LanguageTag, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// Makes words of a text.
  public init(_ own: String, translations: [Translation] = []) {
    self.own = own
    self.translations = translations
    renderings = []
  }

  /// Reads a member of an object with the member that stands beside it under `_`; nil when there is
  /// neither.
  public init?(_ name: String, of node: JSONNode) {
    let text = node.member(named: name)?.string
    let companion = node.member(named: "_" + name)
    guard text != nil || companion != nil else { return nil }
    own = text ?? ""
    translations = companion?.translations ?? []
    renderings =
      companion.map { companion in
        [Markup.xhtml, .markdown].compactMap { markup in
          guard let element = companion.firstExtension(markup.url),
            let name = element.choiceNode("value")?.name, let words = Words(name, of: element)
          else { return nil }
          return (markup, words)
        }
      } ?? []
  }

  /// The same words under another text of their own.
  func named(_ own: String) -> Words { Words(own: own, translations, renderings) }

  /// The same words, which are Markdown themselves, without their markup.
  var withoutMarkdown: Words {
    func plain(_ text: String) -> String { MarkdownText.plainText(of: text) ?? text }
    return Words(
      own: plain(own),
      translations.map { Translation(language: $0.language, text: plain($0.text)) }, renderings)
  }

  private init(
    own: String, _ translations: [Translation], _ renderings: [(markup: Markup, words: Words)]
  ) {
    self.own = own
    self.translations = translations
    self.renderings = renderings
  }

  /// How a text is marked up.
  private enum Markup {
    case xhtml
    case markdown

    var url: ExtensionURL {
      switch self {
      case .xhtml: .renderingXHTML
      case .markdown: .renderingMarkdown
      }
    }

    func plainText(of text: String) -> String? {
      switch self {
      case .xhtml: XHTMLText.plainText(of: text)
      case .markdown: MarkdownText.plainText(of: text)
      }
    }
  }

  // MARK: - Languages

  /// The text in the language that is wanted, else as it was written.
  ///
  /// Markup is reduced to plain text; where it cannot be read, the text without markup is given.
  public func text(in choice: LanguageChoice) -> String {
    let plain = found(in: choice)
    for (markup, words) in renderings {
      guard let rendered = words.found(in: choice) ?? (plain == nil ? words.source : nil) else {
        continue
      }
      // Markup in another language than the text is of no use.
      if let plain, plain.fit < rendered.fit { continue }
      if let text = markup.plainText(of: rendered.text) { return text }
    }
    return plain?.text ?? own
  }

  /// Whether the text can be read in the language that is wanted; signs without letters can be read
  /// in every language.
  public func isAvailable(in choice: LanguageChoice) -> Bool {
    choice.wanted == nil || found(in: choice) != nil || !own.contains(where: \.isLetter)
      || renderings.contains { $0.words.found(in: choice) != nil }
  }

  /// How well a text serves: a translation made for the language goes before the form's own text,
  /// which goes before a translation for another region.
  private typealias Found = (fit: Int, text: String)

  private var source: Found { (.max, own) }

  /// The text that serves best in the language that is wanted, or nil when none does.
  private func found(in choice: LanguageChoice) -> Found? {
    guard let wanted = choice.wanted else { return nil }
    var candidates: [Found] = translations.compactMap { translation in
      translation.language.fit(for: wanted).map { ($0.rawValue * 2, translation.text) }
    }
    if let fit = choice.own?.fit(for: wanted), !own.isEmpty {
      candidates.append((fit == .exact ? 1 : 3, own))
    }
    return candidates.enumerated().min {
      ($0.element.fit, $0.offset) < ($1.element.fit, $1.offset)
    }?.element
  }
}

extension JSONNode {
  /// The words in a member of an object and in the member beside it under `_`.
  public func words(_ name: String) -> Words? { Words(name, of: self) }

  /// The words of the value of the first extension with this URL.
  public func extensionWords(_ url: ExtensionURL) -> Words? {
    guard let element = firstExtension(url) else { return nil }
    let name = element.choiceNode("value")?.name ?? "valueString"
    return element.words(name)
  }

  /// The translations that the extensions of an element give, those in no language left out.
  var translations: [Words.Translation] {
    extensions(.translation).compactMap { translation in
      guard let text = translation.part("content")?.string,
        let language = translation.part("lang")?.string.flatMap({ LanguageTag($0) })
      else { return nil }
      return Words.Translation(language: language, text: text)
    }
  }

  /// The value of an extension within this extension.
  func part(_ url: String) -> JSONNode? {
    self["extension"]?.children.first { $0["url"]?.isString(url) == true }?.choiceNode("value")
  }
}
