/// The words that a code system's concepts may be named with without another being meant.
struct LooseWords: Sendable {
  /// How the code system spells each word, by its folded letters.
  private var spellings: [String: String] = [:]

  var isEmpty: Bool { spellings.isEmpty }

  /// Takes the words of a code system, those of a phrase one by one.
  init(_ words: [String]) {
    for word in words {
      for part in TypedWord.words(of: word) where spellings[part.key] == nil {
        spellings[part.key] = part.text
      }
    }
  }

  /// What was typed without loose words, and these in the code system's spelling; nil when it has
  /// none of them or nothing else.
  func parting(_ typed: String) -> (rest: FoldedText, kept: [String])? {
    guard !isEmpty else { return nil }
    var rest: [String] = []
    var kept: [String] = []
    for word in TypedWord.words(of: typed) {
      if let spelling = spellings[word.key] {
        kept.append(spelling)
      } else {
        rest.append(word.text)
      }
    }
    return kept.isEmpty || rest.isEmpty ? nil : (FoldedText(rest.joined(separator: " ")), kept)
  }
}

/// A word of a text as it was typed.
private struct TypedWord {
  let text: String
  /// The word as it is compared.
  let key: String

  /// The words of a text, parted where they are parted for comparison.
  static func words(of text: String) -> [TypedWord] {
    text.split { FoldedText.separates($0) }.map { word in
      var key = String.UnicodeScalarView()
      key.append(contentsOf: FoldedText(String(word)).letters)
      return TypedWord(text: String(word), key: String(key))
    }
  }
}
