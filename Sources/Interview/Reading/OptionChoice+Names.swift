import Library

/// Names out of long lists, where other names may be typed, too.
extension OptionChoice {
  /// How many options are asked back of a list in which other words can be typed.
  private static let mostAsked = 8

  /// The option that has exactly the name typed, or nil when none has.
  static func named(_ exact: [OptionMatch]) -> OptionChoice? {
    switch exact.count {
    case 0: nil
    case 1: sure(exact[0])
    default: .oneOf(withLookAlikes(exact))
    }
  }

  /// The option that fits alone, unless its name is taken for others.
  static func sure(_ match: OptionMatch) -> OptionChoice {
    match.lookAlikes.isEmpty ? .option(match.meaning) : .lookAlikes(withLookAlikes([match]))
  }

  /// The options that fit, and after each what it is taken for.
  static func withLookAlikes(_ matches: [OptionMatch]) -> [OptionMeaning] {
    var found: [OptionMeaning] = []
    for meaning in matches.flatMap({ [$0.meaning] + $0.lookAlikes })
    where !found.contains(meaning) {
      found.append(meaning)
    }
    return found
  }

  /// What a phrase that is no whole name may stand for; all of it is asked back.
  static func byName(
    _ matches: [OptionMatch], _ phrase: String, _ marked: Int?
  ) -> OptionChoice {
    var found = withLookAlikes(matches)
    if found.isEmpty, let marked, phrase.isDigits { found = [.option(marked)] }
    return found.isEmpty ? .nothing : .unsure(Array(found.prefix(mostAsked)))
  }
}
