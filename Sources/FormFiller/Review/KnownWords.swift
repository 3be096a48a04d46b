import FHIR

/// Words that a form says its readers know or have to meet, such as the name of a treatment.
struct KnownWords {
  private let words: Set<String>

  init(_ node: JSONNode) { words = Self.words(of: node) }

  private init(words: Set<String>) { self.words = words }

  /// These words and those that an element names.
  func adding(_ node: JSONNode) -> KnownWords {
    let more = Self.words(of: node)
    return more.isEmpty ? self : KnownWords(words: words.union(more))
  }

  private static func words(of node: JSONNode) -> Set<String> {
    let text = node.extensionText(.knownWords) ?? ""
    return Set(text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether a word, or what it is the plural or the genitive of, is among them.
  func contain(_ word: String) -> Bool {
    guard !words.isEmpty else { return false }
    let folded = word.lowercased().replacing("’", with: "'")
    return ["", "'s", "s", "es"].contains { ending in
      folded.hasSuffix(ending) && words.contains(String(folded.dropLast(ending.count)))
    }
  }
}
