import FHIR
import Library

/// What one phrase means among options.
enum OptionChoice: Equatable {
  /// This option.
  case option(OptionMeaning)
  /// One of several options.
  case oneOf([OptionMeaning])
  /// One of these, if a word is misspelled, or stands for an option where any words can be typed.
  case unsure([OptionMeaning])
  /// The first of these by its whole name, which people take for the others.
  case lookAlikes([OptionMeaning])
  /// A mark beyond the end of the list.
  case beyondList(String)
  /// None of them.
  case nothing

  /// Whether the person has to be asked.
  var asksBack: Bool {
    switch self {
    case .oneOf, .unsure, .lookAlikes: true
    case .option, .beyondList, .nothing: false
    }
  }

  /// Whether a whole name was typed, though people take it for others.
  var isWholeName: Bool {
    if case .lookAlikes = self { true } else { false }
  }

  /// Finds the options that a phrase names by mark, by figure or by words.
  init(_ phrase: String, options: OptionList, wording: Wording) {
    let phrase = phrase.hasPrefix("(") ? String(phrase.dropFirst()).trimmed : phrase
    let spoken = wording.spoken
    let marker = Self.withoutMarkerName(phrase, spoken)
    let marked = options.index(ofMarker: marker)
    let matches = options.matches(phrase)
    let exact = matches.filter { $0.quality == .exact }
    if options.isSearched, let exact = Self.named(exact) {
      self = exact
      return
    }
    let isNameList = options.isSearched && options.isOpen
    var named =
      exact.compactMap(\.meaning.index)
      + [isNameList ? nil : marked, Self.yesOrNo(phrase, options, wording)].compactMap { $0 }
    // The form's own mark may be the number that another label speaks of.
    if marked != nil, options.holdFigures, marker.isDigits, !isNameList {
      named += Self.numbered(marker, options, spoken) ?? []
    }
    if !named.isEmpty {
      self = .some(of: Set(named).sorted().map { .option($0) })
    } else if let index = Self.none(phrase, options, spoken) {
      self = .option(.option(index))
    } else if isNameList {
      self = Self.byName(matches, phrase, marked)
    } else if marker.isDigits, !options.holdFigures {
      self = .beyondList(marker)
    } else if options.holdFigures, let found = Self.numbered(marker, options, spoken) {
      self = .some(of: found.map { .option($0) })
    } else {
      self =
        Self.byWords(matches, phrase, options, spoken) ?? Self.byNumberWord(marker, options, spoken)
        ?? Self.byFewerWords(phrase, options, spoken) ?? .nothing
    }
  }

  private static func some(of meanings: [OptionMeaning]) -> OptionChoice {
    switch meanings.count {
    case 0: .nothing
    case 1: .option(meanings[0])
    default: .oneOf(meanings)
    }
  }

  /// The mark in "number 2", "option b" or "#3".
  private static func withoutMarkerName(_ phrase: String, _ spoken: SpokenWords) -> String {
    for name in spoken.markerNames {
      guard let rest = phrase.dropping(prefix: name), !rest.isEmpty else { continue }
      if rest.count < phrase.count - name.count || name.count == 1 { return rest }
    }
    return phrase
  }

  /// The one option that excludes all others, when "none" was typed.
  private static func none(
    _ phrase: String, _ options: OptionList, _ spoken: SpokenWords
  ) -> Int? {
    options.exclusive.count == 1 && spoken.none.contains(phrase) ? options.exclusive.first : nil
  }

  /// The option "Yes" or "No", when a word for it was typed.
  private static func yesOrNo(
    _ phrase: String, _ options: OptionList, _ wording: Wording
  ) -> Int? {
    let answer: Bool
    switch (wording.spoken.yes.contains(phrase), wording.spoken.no.contains(phrase)) {
    case (true, _): answer = true
    case (_, true): answer = false
    default: return nil
    }
    let label = wording.text(of: .boolean(answer)).lowercased()
    return options.labels.firstIndex { $0.plainWords == label }
  }

  /// The options whose words speak of a number.
  private static func numbered(
    _ phrase: String, _ options: OptionList, _ spoken: SpokenWords
  ) -> [Int]? {
    let reader = NumberReader(spoken: spoken, isWhole: false)
    guard let number = reader.values(of: phrase).first else { return nil }
    let found = options.labels.indices.filter {
      LabelNumbers(options.labels[$0], spoken: spoken).contains(number)
    }
    return found.isEmpty && !phrase.isDigits ? nil : found
  }

  private static func byWords(
    _ matches: [OptionMatch], _ phrase: String, _ options: OptionList, _ spoken: SpokenWords
  ) -> OptionChoice? {
    let starts = matches.filter { $0.quality == .startOfDisplay }
    // "y" and "n" always mean yes and no.
    let saysYesOrNo = spoken.yes.contains(phrase) || spoken.no.contains(phrase)
    if starts.count == 1 {
      return saysYesOrNo ? .unsure(starts.map(\.meaning)) : Self.sure(starts[0])
    }
    let fitting = matches.filter { $0.quality <= .startOfWords }
    // "pain" is not "No pain".
    let isDenied = fitting.contains { match in
      let first = match.meaning.index.map { options.labels[$0] }?.plainWords.split(separator: " ")
        .first.map(String.init)
      return first.map(spoken.denials.contains) ?? false
    }
    // One letter within a label may be the mark that another list had.
    let isLetter = phrase.count == 1
    let isDoubtful =
      options.isOpen || options.isForeign || isDenied || saysYesOrNo || isLetter
    if isDoubtful, !fitting.isEmpty {
      return .unsure(withLookAlikes(fitting))
    }
    if fitting.count == 1 { return sure(fitting[0]) }
    if !fitting.isEmpty { return .some(of: withLookAlikes(fitting)) }
    return matches.isEmpty ? nil : .unsure(withLookAlikes(matches))
  }

  /// "two" for the mark 2.
  private static func byNumberWord(
    _ phrase: String, _ options: OptionList, _ spoken: SpokenWords
  ) -> OptionChoice? {
    guard !options.holdFigures,
      let number = NumberReader(spoken: spoken, isWhole: true).values(of: phrase).first?.integer
    else { return nil }
    return options.index(ofMarker: String(number)).map { .option(.option($0)) }
      ?? .beyondList(String(number))
  }

  /// "in my left leg" for the option "Left leg": what fits without little words is asked back.
  private static func byFewerWords(
    _ phrase: String, _ options: OptionList, _ spoken: SpokenWords
  ) -> OptionChoice? {
    let words = phrase.split(separator: " ").map(String.init)
    let kept = words.filter { !spoken.optionFillers.contains($0) }
    guard !kept.isEmpty, kept.count < words.count else { return nil }
    let matches = options.matches(kept.joined(separator: " "))
    return matches.isEmpty ? nil : .unsure(withLookAlikes(matches))
  }
}
