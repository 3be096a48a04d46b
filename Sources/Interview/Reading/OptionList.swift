import FHIR
import FormFiller
import Library

/// The options of a question, as a person names them: by mark or by words.
struct OptionList: Sendable {
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
  /// Whether the labels are in another language than the words that deny ("no", "not"), so that a
  /// part of a label may mean its opposite.
  let isForeign: Bool
  private let marks: Marks

  /// What stands before the options.
  private enum Marks: Sendable {
    case numbers
    case letters
    /// What the form gives, none of it twice.
    case prefixes([String])
  }

  init(_ words: ItemWords, wording: Wording) {
    let options = words.item.options
    labels = options.map { words.label(of: $0, wording) }
    exclusive = Set(options.indices.filter { options[$0].isExclusive })
    isOpen = words.item.type == .openChoice
    isForeign = words.language.wanted != nil
    holdFigures = labels.contains { $0.contains(where: \.isNumber) }
    let prefixes = options.map { $0.prefixWords?.text(in: words.language).onOneLine ?? "" }
    let folded = prefixes.map(Self.folded)
    // Where other words are shown, the form's own are understood, too.
    synonyms = zip(options, labels).map { option, label in
      let own = wording.text(of: option.value)
      return own == label ? option.synonyms : option.synonyms.filter { $0 != label } + [own]
    }
    if !folded.contains(""), Set(folded).count == folded.count, !folded.isEmpty {
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

  /// The options whose words fit, the best first.
  func matches(_ typed: String) -> [(index: Int, quality: ConceptMatch.Quality)] {
    let concepts = labels.enumerated().map { index, label in
      Concept(
        Coding(code: String(index), display: label), designations: synonyms[index])
    }
    return ConceptSearch(concepts).matches(typed).compactMap { match in
      match.concept.coding.code.flatMap { Int($0) }.map { ($0, match.quality) }
    }
  }
}
