/// Words as they are compared: without case, diacritics and punctuation.
struct FoldedText: Sendable, Equatable {
  /// All words joined, so that `co-codamol`, `co codamol` and `cocodamol` are the same.
  private(set) var letters: [Unicode.Scalar] = []
  /// Where each word starts in `letters`.
  private(set) var wordStarts: [Int] = []

  init(_ text: String) {
    var isInWord = false
    for scalar in text.unicodeScalars {
      switch Self.fold(scalar) {
      case .letters(let folded):
        if !isInWord { wordStarts.append(letters.count) }
        isInWord = true
        letters.append(contentsOf: folded)
      case .nothing: break
      case .space: isInWord = false
      }
    }
  }

  var isEmpty: Bool { letters.isEmpty }

  /// The words, in order.
  var words: [ArraySlice<Unicode.Scalar>] {
    wordStarts.indices.map { word in
      let end = word + 1 < wordStarts.count ? wordStarts[word + 1] : letters.count
      return letters[wordStarts[word]..<end]
    }
  }

  /// Whether a character only parts words.
  static func separates(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      if case .space = fold(scalar) { true } else { false }
    }
  }

  // MARK: - Folding

  private enum Folded {
    case letters([Unicode.Scalar])
    /// The scalar counts as if it were not there.
    case nothing
    /// The scalar separates words.
    case space
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar {
    case "a"..."z", "0"..."9": return .letters([scalar])
    case "A"..."Z": return .letters([Unicode.Scalar(UInt8(scalar.value) + 32)])
    // An apostrophe does not separate: Crohn's is typed as crohns.
    case "'", "\u{2019}", "\u{2BC}", "\u{AD}": return .nothing
    case "\u{0}"..."\u{7F}": return .space
    case "\u{DF}": return .letters(["s", "s"])
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return .nothing
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .spacingMark:
      return .letters(plainLatin(properties) ?? Array(properties.lowercaseMapping.unicodeScalars))
    default: return .space
    }
  }

  /// The letters under the diacritics of a Latin letter, by its Unicode name, such as
  /// `LATIN SMALL LETTER E WITH ACUTE`.
  private static func plainLatin(_ properties: Unicode.Scalar.Properties) -> [Unicode.Scalar]? {
    guard let words = properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE"
    else { return nil }
    let base = words[3] == "DOTLESS" && words.count > 4 ? words[4] : words[3]
    guard base.unicodeScalars.count <= 2 else { return nil }
    return Array(base.lowercased().unicodeScalars)
  }
}
