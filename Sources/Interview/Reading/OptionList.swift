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
  /// The names that options are found by when they are typed whole.
  let names: OptionNames
  /// Whether the labels are in another language than the words that deny ("no", "not"), so that a
  /// part of a label may mean its opposite.
  let isForeign: Bool
  private let marks: Marks
  private let search: ConceptSearch
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
    names = OptionNames(labels: labels, synonyms: synonyms)
    search = ConceptSearch(
      zip(labels, synonyms).enumerated().map { index, words in
        Concept(Coding(code: String(index), display: words.0), designations: words.1)
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
  func matches(_ typed: String) -> [OptionMatch] {
    search.matches(typed).compactMap { match in
      match.concept.coding.code.flatMap { Int($0) }.map { index in
        OptionMatch(
          meaning: meaning(of: index, named: match.name), quality: match.quality,
          lookAlikes: lookAlikes(of: index, named: match.name))
      }
    }
  }

  /// The options that have exactly this name, whatever its case, hyphens and spaces.
  func named(_ typed: String) -> [OptionMatch] {
    names.places(of: typed).map { place in
      OptionMatch(
        meaning: meaning(of: place.index, named: place.name), quality: .exact,
        lookAlikes: lookAlikes(of: place.index, named: place.name))
    }
  }

  /// The option at a place; where answers keep the names that are used, by that name.
  private func meaning(of index: Int, named name: String) -> OptionMeaning {
    let isOwn = name == labels[index] || name == options[index].value.plainText
    return .option(index, name: isSearched && !isOwn ? name : nil)
  }

  // MARK: - Look-alikes

  /// What people take a name of an option for: the other options, or names, that its concept declares.
  private func lookAlikes(of index: Int, named name: String) -> [OptionMeaning] {
    guard isSearched else { return [] }
    var found: [OptionMeaning] = []
    for other in options[index].lookAlikes {
      let meaning: OptionMeaning
      switch other {
      case .code(let code):
        guard let place = options.firstIndex(where: { $0.value.codeText == code }) else { continue }
        meaning = .option(place)
      case .name(let text):
        guard let place = names.places(of: text).first else {
          found.append(.text(text))
          continue
        }
        guard isTaken(place, for: index, named: name) else { continue }
        meaning = self.meaning(of: place.index, named: place.name)
      }
      if meaning != self.meaning(of: index, named: name) { found.append(meaning) }
    }
    return found
  }

  /// Whether a name is taken for this one of an option: where its own concept says for which of the
  /// option's names it is, those only.
  private func isTaken(
    _ other: OptionNames.Place, for index: Int, named name: String
  ) -> Bool {
    let mutual = options[other.index].lookAlikes.compactMap { lookAlike -> String? in
      guard case .name(let text) = lookAlike,
        names.places(of: text).contains(where: { $0.index == index })
      else { return nil }
      return text
    }
    return mutual.isEmpty || mutual.contains { FoldedText($0).letters == FoldedText(name).letters }
  }
}
