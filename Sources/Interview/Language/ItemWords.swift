import FHIR
import FormFiller

/// The words of one item of a form in the language that it is asked in.
public struct ItemWords: Sendable {
  /// The item.
  public let item: FormItem
  let language: LanguageChoice

  /// Makes the words of an item.
  ///
  /// - Parameter language: The language that is wanted; what is not translated stays as it is.
  public init(_ item: FormItem, in language: LanguageChoice = .asWritten) {
    self.item = item
    self.language = language
  }

  // MARK: - The item

  /// The words of the item; those that the form works out are as it works them out.
  var text: String { workedOutText ?? item.source.textWords?.text(in: language) ?? "" }

  /// The words that the form works out as things stand, in its own language.
  private var workedOutText: String? {
    item.text == item.source.text ?? "" ? nil : item.text
  }

  /// The words of the item with the label before them.
  var question: String {
    [item.source.prefixWords?.text(in: language), text].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// A few words for the item, on one line: its short text, else its text, else its linkId.
  ///
  /// A text in the language that is wanted goes before a short text in another.
  var name: String {
    let text = workedOutText.map { Words($0) } ?? item.source.textWords
    let words = [item.source.shortTextWords, text].compactMap { $0 }
      .filter { !$0.own.isEmpty || $0.isAvailable(in: language) }
    let best = words.first { $0.isAvailable(in: language) } ?? words.first
    return best?.text(in: language).onOneLine ?? item.linkId
  }

  /// How the answer is to be typed.
  var entryFormat: String? { item.source.entryFormatWords?.text(in: language) }

  /// Why the question is asked.
  var whyAsked: String? { item.source.whyAskedWords?.text(in: language) }

  /// The words of the item as they are shown and as they were written.
  var allText: String {
    [text, name, item.text, item.shortText].joined(separator: " ")
  }

  /// The words of a page of help, or of a text in one.
  ///
  /// - Parameter attendance: Whether staff are near; where the form has no words for that, the usual
  ///   ones stay.
  func text(_ attendance: Attendance) -> String {
    guard attendance == .attended, let words = item.source.attendedTextWords else { return text }
    return words.text(in: language)
  }

  // MARK: - Options and answers

  /// The words of an option, on one line.
  func label(of option: AnswerOption, _ wording: Wording) -> String {
    // Lists can be long.
    if language.wanted == nil, option.isPlain { return wording.text(of: option.value) }
    return option.words.map { $0.text(in: language).onOneLine } ?? wording.text(of: option.value)
  }

  /// The words of an option with those that stand for its pictures.
  func label(withMediaOf option: AnswerOption, _ wording: Wording) -> String {
    ([label(of: option, wording)] + option.media.map(\.placeholder)).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// An answer as it is shown: in the words of its option and its unit.
  func text(of value: AnswerValue, _ wording: Wording) -> String {
    switch value {
    case .coding(let coding) where item.isSearched:
      guard let option = item.options.first(where: { $0.value.means(value) }) else { break }
      // The name that the person used goes before that of the list.
      if let name = coding.display, name != option.value.plainText { return name.onOneLine }
      return label(of: option, wording)
    case .coding, .reference:
      guard let option = item.options.first(where: { $0.value.means(value) }) else { break }
      return label(of: option, wording)
    case .string:
      guard let option = item.options.first(where: { $0.value == value }) else { break }
      return label(of: option, wording)
    case .quantity(var quantity):
      guard let unit = item.source.unitWords(quantity.unitCoding) else { break }
      quantity.unit = unit.text(in: language)
      return quantity.plainText
    default: break
    }
    return wording.text(of: value)
  }

  /// Answers as they are shown, those that keep another name with the list's own behind it:
  /// "Ultramarine (blue pigment)".
  func explained(_ values: [AnswerValue], _ wording: Wording) -> String {
    values.map { value in
      let shown = text(of: value, wording)
      guard item.isSearched, case .coding = value,
        let option = item.options.first(where: { $0.value.means(value) })
      else { return shown }
      let own = label(of: option, wording)
      return shown == own || shown.hasPrefix(own + " ") ? shown : "\(shown) (\(own.withoutCapital))"
    }.joined(separator: ", ")
  }

  /// Several answers as they are shown.
  func list(_ values: [AnswerValue], _ wording: Wording) -> String {
    values.map { text(of: $0, wording) }.joined(separator: ", ")
  }

  /// A unit as it is shown.
  func name(of unit: Coding) -> String {
    item.source.unitWords(unit)?.text(in: language) ?? unit.display ?? unit.code ?? ""
  }

  // MARK: - What there is in the language

  /// Whether every word of the item can be read in the language that is wanted.
  var isComplete: Bool {
    let source = item.source
    let units = [source.unit].compactMap { $0 } + source.unitOptions
    // A sign such as "mg" is the same everywhere.
    let named = units.filter { $0.display != nil && $0.display != $0.code }
    let all =
      [
        source.textWords, source.prefixWords, source.shortTextWords, source.entryFormatWords,
        source.whyAskedWords, source.attendedTextWords,
      ] + named.map { source.unitWords($0) } + item.options.map(\.words)
    return all.allSatisfy { $0?.isAvailable(in: language) ?? true }
  }
}

extension String {
  /// The text with a small letter at its start, unless it holds other capitals, as names and
  /// abbreviations do.
  var withoutCapital: String {
    dropFirst().contains(where: \.isUppercase) ? self : prefix(1).lowercased() + dropFirst()
  }

  /// The text with every run of white space made a space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
