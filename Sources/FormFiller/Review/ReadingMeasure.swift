/// How hard a text is to read, by the grade of Flesch and Kincaid (1975):
/// 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
///
/// Labels and choices, which end with no stop, count for the syllables alone: as sentences they would
/// make any form look easy. Only a text that has nothing else is measured by them.
struct ReadingMeasure {
  /// The highest school grade at which a section may read.
  static let highestGrade = 6
  /// The most words of a sentence.
  static let longestSentence = 15

  /// How many words there are.
  private(set) var words = 0
  private var whole = Length()
  private var labels = Length()
  /// The words that count for syllables.
  private var plainWords = 0
  private var syllables = 0
  private var longWords: [String: Int] = [:]

  /// Adds a sentence.
  ///
  /// - Parameter known: Words that count for the length of the sentence alone.
  /// - Returns: How many words it has.
  @discardableResult
  mutating func add(_ sentence: String, _ known: KnownWords) -> Int {
    let found = Self.words(of: sentence)
    guard !found.isEmpty else { return 0 }
    words += found.count
    if Self.ends(with: sentence[...]) {
      whole.add(found.count)
    } else {
      labels.add(found.count)
    }
    for word in found where !known.contain(word) {
      let count = Syllables.count(in: word)
      plainWords += 1
      syllables += count
      if count > 2 { longWords[word.lowercased(), default: 0] += count - 2 }
    }
    return found.count
  }

  /// The grade, or nil without words that count.
  var grade: Double? {
    let length = whole.sentences > 0 ? whole : labels
    guard length.sentences > 0, plainWords > 0 else { return nil }
    return 0.39 * Double(length.words) / Double(length.sentences)
      + 11.8 * Double(syllables) / Double(plainWords) - 15.59
  }

  /// How long sentences are.
  private struct Length {
    var sentences = 0
    var words = 0

    mutating func add(_ count: Int) {
      sentences += 1
      words += count
    }
  }

  /// The words of three syllables and more that weigh most, those first.
  func hardestWords(_ count: Int) -> [String] {
    longWords.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map(\.key)
  }

  // MARK: - Parts of a text

  /// The sentences of a text: they end with a full stop, a question or an exclamation mark before a
  /// space, and with the line.
  static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var sentence = ""
      for word in line.split(whereSeparator: \.isWhitespace) {
        sentence += sentence.isEmpty ? String(word) : " \(word)"
        guard ends(with: word) else { continue }
        sentences.append(sentence)
        sentence = ""
      }
      if !sentence.isEmpty { sentences.append(sentence) }
    }
    return sentences.filter { !words(of: $0).isEmpty }
  }

  private static func ends(with word: Substring) -> Bool {
    let closing: Set<Character> = ["\"", "'", ")", "”", "’", "]"]
    let bare = word.reversed().drop { closing.contains($0) }
    guard let last = bare.first, [".", "?", "!", "…"].contains(last) else { return false }
    // "e.g." and "Dr." end no sentence.
    return !["e.g.", "i.e.", "dr.", "mr.", "mrs.", "ms.", "st.", "vs."]
      .contains(String(bare.reversed()).drop { !$0.isLetter && !$0.isNumber }.lowercased())
  }

  /// The words of a sentence: letters and digits with the signs between them.
  static func words(of sentence: String) -> [String] {
    sentence.split { $0.isWhitespace || $0 == "/" || $0 == "—" || $0 == "–" }.compactMap { part in
      let word = String(part).trimmed
      return word.isEmpty ? nil : word
    }
  }
}

extension String {
  /// Without signs before the first and after the last letter or digit.
  fileprivate var trimmed: String {
    let isSign = { (character: Character) in !character.isLetter && !character.isNumber }
    let start = drop(while: isSign)
    return String(start.reversed().drop(while: isSign).reversed())
  }
}
