import FHIR
import FormFiller
import Library
import LineEditor

/// The options of a question, as a person names them: by mark or by words.
final class OptionList: Sendable {
  /// The words of each option, in the language of the question.
  let labels: [String]
  /// Other words for each option.
  let synonyms: [[String]]
  /// The places of the options that exclude all others.
  let exclusive: Set<Int>
  /// Whether a figure could mean a label.
  let holdFigures: Bool
  /// Whether other words can be typed, too.
  let isOpen: Bool
  /// Whether the options are searched by their names, of which answers keep the one that was used.
  let isSearched: Bool
  /// Whether the labels are in another language than the words that deny ("no", "not"), so that a
  /// part of a label may mean its opposite.
  let isForeign: Bool
  private let marks: Marks
  /// Finds options by their words.
  let search: ConceptSearch
  private let options: [AnswerOption]

  /// What stands before the options.
  private enum Marks: Sendable {
    case numbers
    case letters
    /// What the form gives, none of it twice.
    case prefixes([String])
  }

  init(_ words: ItemWords, wording: Wording) {
    options = words.item.options
    let options = options
    labels = options.map { words.label(of: $0, wording) }
    exclusive = Set(options.indices.filter { options[$0].isExclusive })
    isOpen = words.item.type == .openChoice
    isSearched = words.item.isSearched
    isForeign = words.language.wanted != nil
    holdFigures = labels.contains { $0.contains(where: \.isNumber) }
    let prefixes = options.map { $0.prefixWords?.text(in: words.language).onOneLine ?? "" }
    let folded = prefixes.map(Self.folded)
    // Where other words are shown, the form's own are understood, too.
    synonyms = zip(options, labels).map { option, label in
      let own = wording.text(of: option.value)
      return own == label ? option.synonyms : option.synonyms.filter { $0 != label } + [own]
    }
    let isSearched = isSearched
    search = ConceptSearch(
      zip(options, zip(labels, synonyms)).map { option, words in
        Self.concept(option, label: words.0, synonyms: words.1, isSearched: isSearched)
      })
    if isSearched, isOpen {
      // Words that a list of hundreds would mark with are names themselves.
      marks = .numbers
    } else if !folded.contains(""), Set(folded).count == folded.count, !folded.isEmpty {
      marks = .prefixes(prefixes)
    } else {
      // Marks that do not tell the options apart are of no use.
      marks = holdFigures ? .letters : .numbers
    }
  }

  var isEmpty: Bool { labels.isEmpty }

  // MARK: - Marks

  /// The mark of the option at a place: the form's own, else "1" and up, or "a" to "z", then "aa"
  /// and up.
  func marker(at index: Int) -> String {
    switch marks {
    case .prefixes(let prefixes): return prefixes[index]
    case .numbers: return String(index + 1)
    case .letters: break
    }
    var text = ""
    var rest = index
    repeat {
      let letter = UInt8(ascii: "a") + UInt8(rest % 26)
      text.insert(Character(Unicode.Scalar(letter)), at: text.startIndex)
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// What is typed to choose the option at a place.
  func typedMarker(at index: Int) -> String {
    marker(at: index).filter { !Self.isBracket($0) }
  }

  /// The place that a mark stands for.
  func index(ofMarker text: String) -> Int? {
    switch marks {
    case .prefixes(let prefixes):
      let typed = Self.folded(text)
      return typed.isEmpty ? nil : prefixes.firstIndex { Self.folded($0) == typed }
    case .numbers:
      return text.isDigits
        ? Int(text).flatMap { labels.indices.contains($0 - 1) ? $0 - 1 : nil } : nil
    case .letters: break
    }
    guard 1...4 ~= text.utf8.count else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte else { return nil }
      number = number * 26 + Int(byte - UInt8(ascii: "a")) + 1
    }
    return labels.indices.contains(number - 1) ? number - 1 : nil
  }

  /// A mark as it may be typed: without case and brackets.
  private static func folded(_ mark: String) -> String {
    var folded = mark.lowercased().filter { !isBracket($0) }.trimmed
    while let last = folded.last, ".:".contains(last) { folded.removeLast() }
    return folded
  }

  private static func isBracket(_ character: Character) -> Bool { "()[]".contains(character) }

  // MARK: - Words

  /// What TAB completes: the words of each option and, of a list that is searched, their other names.
  var completions: [Completion] {
    guard isSearched else { return labels.map { Completion(text: $0) } }
    return labels.indices.flatMap { index in
      [Completion(text: labels[index])]
        + synonyms[index].map { Completion(text: $0, explanation: labels[index]) }
    }
  }

  /// The options whose words fit, the best first.
  func matches(_ typed: String) -> [OptionMatch] { search.matches(typed).map(match) }

  /// The options that have exactly this name, whatever its case, hyphens and spaces.
  func named(_ typed: String) -> [OptionMatch] { search.named(typed).map(match) }

  private func match(_ match: ConceptMatch) -> OptionMatch {
    OptionMatch(
      meaning: meaning(of: match.place, named: match.name, keeping: match.keptWords),
      quality: match.quality,
      lookAlikes: match.lookAlikes.map { other in
        other.place.map { meaning(of: $0, named: other.name, keeping: match.keptWords) }
          ?? .text(other.name)
      })
  }

  /// The option at a place; where answers keep the names that are used, by that name.
  private func meaning(of index: Int, named name: String, keeping words: [String]) -> OptionMeaning
  {
    let isOwn = name == labels[index] || name == options[index].value.plainText
    return .option(index, name: isSearched && !isOwn ? name : nil)
      .keeping(words.joined(separator: " "), after: labels[index])
  }

  /// An option as it is searched for; only answers that keep names can keep loose words with them.
  private static func concept(
    _ option: AnswerOption, label: String, synonyms: [String], isSearched: Bool
  ) -> Concept {
    var coding = Coding()
    if case .coding(let own) = option.value { coding = own }
    coding.display = label
    return isSearched
      ? Concept(
        coding, designations: synonyms, definition: option.definition,
        looseWords: option.looseWords)
      : Concept(coding, designations: synonyms)
  }
}
