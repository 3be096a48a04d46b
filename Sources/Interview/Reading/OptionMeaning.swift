/// What a phrase means among options.
enum OptionMeaning: Hashable, Sendable {
  /// The option at a place, and the name that the answer keeps where that is not the option's own.
  case option(Int, name: String?)
  /// A text that is none of the options.
  case text(String)

  /// The option at a place by its own name.
  static func option(_ index: Int) -> OptionMeaning { .option(index, name: nil) }

  /// The place of the option, if it is one.
  var index: Int? {
    guard case .option(let index, _) = self else { return nil }
    return index
  }

  /// The same with words behind the name.
  func keeping(_ words: String, after ownName: String) -> OptionMeaning {
    guard !words.isEmpty else { return self }
    switch self {
    case .option(let index, let name): return .option(index, name: "\(name ?? ownName) \(words)")
    case .text(let text): return .text("\(text) \(words)")
    }
  }
}
