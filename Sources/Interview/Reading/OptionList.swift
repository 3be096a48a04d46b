import FHIR
import FormFiller
import Library

/// The options of a question, as a person names them: by mark or by words.
struct OptionList: Sendable {
  /// The words of each option.
  let labels: [String]
  /// Other words for each option.
  let synonyms: [[String]]
  /// The places of the options that exclude all others.
  let exclusive: Set<Int>
  /// Whether the marks are letters, because a figure could mean a label.
  let isLettered: Bool
  /// Whether other words can be typed, too.
  let isOpen: Bool

  init(_ item: FormItem, wording: Wording) {
    let options = item.options
    let labels = options.map { wording.text(of: $0.value) }
    self.labels = labels
    synonyms = options.map(\.synonyms)
    exclusive = Set(options.indices.filter { options[$0].isExclusive })
    isOpen = item.type == .openChoice
    isLettered = labels.contains { $0.contains(where: \.isNumber) }
  }

  var isEmpty: Bool { labels.isEmpty }

  // MARK: - Marks

  /// The mark of the option at a place: "1" and up, or "a" to "z", then "aa" and up.
  func marker(at index: Int) -> String {
    guard isLettered else { return String(index + 1) }
    var text = ""
    var rest = index
    repeat {
      let letter = UInt8(ascii: "a") + UInt8(rest % 26)
      text.insert(Character(Unicode.Scalar(letter)), at: text.startIndex)
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// The place that a mark stands for.
  func index(ofMarker text: String) -> Int? {
    guard isLettered else {
      return text.isDigits
        ? Int(text).flatMap { labels.indices.contains($0 - 1) ? $0 - 1 : nil } : nil
    }
    guard 1...4 ~= text.utf8.count else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte else { return nil }
      number = number * 26 + Int(byte - UInt8(ascii: "a")) + 1
    }
    return labels.indices.contains(number - 1) ? number - 1 : nil
  }

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
