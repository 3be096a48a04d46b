import FHIR
import FormFiller
import Library

extension AnswerReader {
  /// The mark to show before an option: the form's own, else a number, or a letter where any label
  /// holds a figure.
  public func marker(forOptionAt index: Int) -> String { options.marker(at: index) }

  /// Reads what was chosen from a list.
  func readOptions(_ typed: String) -> Reading {
    guard typed.utf8.count <= 1000 else { return ownWords(typed) ?? .problem(.noSuchOption) }
    let text = typed.plainWords
    let whole = OptionChoice(text, options: options, wording: wording)
    if let indices = markers(text), indices.count > 1 {
      return chosen(indices.map { .option(.option($0)) }, typed)
    }
    if let marker = markerBeyondList(text) { return .problem(.noSuchMarker(marker)) }
    switch whole {
    case .option, .oneOf, .unsure, .lookAlikes: return chosen([whole], typed)
    case .beyondList(let marker):
      // A long number is no mark, but it may be an answer in the person's own words.
      let ownWords = marker.count > 2 ? ownWords(typed) : nil
      return ownWords ?? .problem(.noSuchMarker(marker))
    case .nothing: break
    }
    if let parts = readParts(typed) { return parts }
    let within = nameWithin(typed)
    return within == .nothing ? ownWords(typed) ?? .problem(.noSuchOption) : chosen([within], typed)
  }

  // MARK: - Several at once

  /// The options of a line that is marks only: "2 5", "1-3", "a, c and d".
  private func markers(_ text: String) -> [Int]? {
    var words = markerWords(text)
    words.removeAll { spoken.markerNames.contains($0) }
    var indices: [Int] = []
    var position = 0
    while position < words.count {
      guard let first = options.index(ofMarker: words[position]) else { return nil }
      if position + 2 < words.count, spoken.to.contains(words[position + 1]),
        let last = options.index(ofMarker: words[position + 2]), first <= last
      {
        indices += Array(first...last)
        position += 3
      } else {
        indices.append(first)
        position += 1
      }
    }
    return indices.isEmpty ? nil : indices
  }

  /// The first mark of a line of marks that is not on the list.
  private func markerBeyondList(_ text: String) -> String? {
    guard !options.holdFigures else { return nil }
    let words = markerWords(text).filter { !spoken.to.contains($0) }
    guard words.count > 1, words.allSatisfy(\.isDigits) else { return nil }
    return words.first { options.index(ofMarker: $0) == nil }
  }

  private func markerWords(_ text: String) -> [String] {
    var spaced = ""
    for character in text {
      switch character {
      case ",", ";", "+", "&", "/", ".", ")", "(": spaced += " "
      case "-", "–", "—": spaced += " - "
      default: spaced.append(character)
      }
    }
    return spaced.split(separator: " ").map(String.init).filter { !spoken.and.contains($0) }
  }

  /// Reads a line part by part, cut at its commas, then also at its "and".
  private func readParts(_ typed: String) -> Reading? {
    // A name of a long list may hold any words.
    guard item.repeats || !options.isSearched || !options.isOpen else { return nil }
    let byComma = typed.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    for parts in [byComma, byComma.flatMap(cutAtAnd)] where 2...50 ~= parts.count {
      let choices = parts.map {
        OptionChoice($0.plainWords, options: options, wording: wording)
      }
      if choices.allSatisfy({ $0 != .nothing }) { return chosen(choices, typed) }
      let isMixed = item.type == .openChoice && item.repeats && parts == byComma
      if isMixed, choices.contains(where: { $0 != .nothing }) {
        return chosen(choices, typed, texts: parts)
      }
    }
    return nil
  }

  /// The name that a line starts with, with the other words behind it: "Raw umber 2nd coat".
  private func nameWithin(_ typed: String) -> OptionChoice {
    guard options.isSearched, options.isOpen else { return .nothing }
    let words = typed.split(separator: " ")
    guard words.count > 1 else { return .nothing }
    for count in stride(from: min(words.count - 1, 10), to: 0, by: -1) {
      let found = OptionChoice.withLookAlikes(
        options.named(words.prefix(count).joined(separator: " ")))
      guard !found.isEmpty else { continue }
      let rest = words.dropFirst(count).joined(separator: " ")
      return .unsure(
        found.map { meaning in
          meaning.keeping(rest, after: meaning.index.map { options.labels[$0] } ?? "")
        })
    }
    return .nothing
  }

  private func cutAtAnd(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if spoken.and.contains(word.lowercased()) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private func ownWords(_ typed: String) -> Reading? {
    item.type == .openChoice ? checked(.string(typed), typed: typed) : nil
  }

  // MARK: - What was chosen

  /// The reading of choices: the values, or which of several is meant.
  private func chosen(
    _ choices: [OptionChoice], _ typed: String, texts: [String] = []
  ) -> Reading {
    // Each combination of what the parts may mean.
    var combinations: [[OptionMeaning]] = [[]]
    for (position, choice) in choices.enumerated() {
      let meanings: [OptionMeaning]
      switch choice {
      case .option(let meaning): meanings = [meaning]
      case .oneOf(let several), .unsure(let several), .lookAlikes(let several): meanings = several
      case .beyondList(let marker): return .problem(.noSuchMarker(marker))
      case .nothing: meanings = texts.indices.contains(position) ? [.text(texts[position])] : []
      }
      guard combinations.count * meanings.count <= 9 else {
        return .problem(.manyFit(combinations.count * meanings.count))
      }
      combinations = combinations.flatMap { known in meanings.map { known + [$0] } }
    }
    guard choices.contains(where: \.asksBack) else { return values(combinations[0], typed) }
    // A whole name is not kept as a text because others look like it.
    let isNamed = choices.filter(\.asksBack).allSatisfy(\.isWholeName)
    return which(combinations, isNamed ? nil : typed)
  }

  /// Asks which is meant; where other words can be typed, whether they are to be kept.
  private func which(_ combinations: [[OptionMeaning]], _ typed: String?) -> Reading {
    var candidates: [Candidate] = []
    var problem: AnswerProblem?
    for combination in combinations {
      switch values(combination, typed ?? "") {
      case .values(let values, _):
        candidates.append(Candidate(label: words.explained(values, wording), values: values))
      case .problem(let found): problem = found
      case .which: break
      }
    }
    guard !candidates.isEmpty else { return .problem(problem ?? .noSuchOption) }
    if let typed, item.type == .openChoice, case .values(let values, _) = ownWords(typed) {
      candidates.append(
        Candidate(label: wording.asTyped(typed), values: values, kind: .asTyped))
    }
    return .which(candidates)
  }

  private func values(_ parts: [OptionMeaning], _ typed: String) -> Reading {
    var names: [Int: String?] = [:]
    for case .option(let index, let name) in parts { names[index] = names[index] ?? name }
    let places = names.keys.sorted()
    var values = places.map { value(ofOptionAt: $0, named: names[$0] ?? nil) }
    for case .text(let text) in parts { values.append(.string(text)) }
    if values.count > 1 {
      guard item.repeats else { return .problem(.onlyOneAnswer) }
      if let index = places.first(where: { options.exclusive.contains($0) }) {
        return .problem(.exclusive(option: options.labels[index]))
      }
      if let most = item.maxOccurs, values.count > most { return .problem(.tooManyAnswers(most)) }
    }
    for value in values {
      if let issue = item.issues(with: value).first { return .problem(AnswerProblem(issue)) }
    }
    let shown = words.list(values, wording)
    return .values(values, understoodAs: shown == typed ? nil : shown)
  }

  /// The answer that an option gives, by the name that it keeps.
  func value(ofOptionAt index: Int, named name: String?) -> AnswerValue {
    let value = item.options[index].value
    guard let name, case .coding(var coding) = value else { return value }
    coding.display = name
    return .coding(coding)
  }
}
