import Library

/// The names of options as they are compared, so that a whole name is found without a search.
struct OptionNames: Sendable {
  private var places: [[Unicode.Scalar]: [Place]] = [:]
  /// The letters of the longest name.
  private(set) var longest = 0

  /// An option, and which of its names it is: its label, or another.
  struct Place: Hashable, Sendable {
    let index: Int
    let name: String
  }

  init(labels: [String], synonyms: [[String]]) {
    for (index, label) in labels.enumerated() {
      for name in [label] + synonyms[index] {
        let letters = FoldedText(name).letters
        guard !letters.isEmpty else { continue }
        longest = max(longest, letters.count)
        guard places[letters]?.contains(where: { $0.index == index }) != true else { continue }
        places[letters, default: []].append(Place(index: index, name: name))
      }
    }
  }

  /// The options that have a name, whatever its case, hyphens and spaces.
  func places(of name: String) -> [Place] { places[FoldedText(name).letters] ?? [] }

  /// Whether any option has a name, given as it is compared.
  func hasName(_ letters: [Unicode.Scalar]) -> Bool { places[letters] != nil }
}
