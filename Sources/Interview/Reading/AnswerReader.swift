import FHIR
import FormFiller
import LineEditor

/// Reads a typed line as an answer to one question.
///
/// Much is understood: words or figures, a unique start of an option, a date with or without its
/// day. What could mean two things is asked back and never guessed.
public struct AnswerReader: Sendable {
  let words: ItemWords
  let today: PartialDate
  let utcOffsetMinutes: Int?
  let wording: Wording
  let options: OptionList

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - item: the question.
  ///   - language: the language that the question is asked in.
  ///   - today: the date that "yesterday" counts from; a whole date.
  ///   - utcOffsetMinutes: minutes east of UTC, which FHIR wants with every date and time.
  ///   - wording: the words that the person may type whatever the form says.
  public init(
    item: FormItem, in language: LanguageChoice = .asWritten, today: PartialDate,
    utcOffsetMinutes: Int? = nil, wording: Wording = .english
  ) {
    let words = ItemWords(item, in: language)
    self.init(
      words, options: OptionList(words, wording: wording), today: today,
      utcOffsetMinutes: utcOffsetMinutes, wording: wording)
  }

  /// Makes a reader with a list of options that is there already.
  init(
    _ words: ItemWords, options: OptionList, today: PartialDate, utcOffsetMinutes: Int?,
    wording: Wording
  ) {
    self.words = words
    self.options = options
    self.today = today
    self.utcOffsetMinutes = utcOffsetMinutes
    self.wording = wording
  }

  var item: FormItem { words.item }

  var spoken: SpokenWords { wording.spoken }

  /// What a line means as an answer.
  ///
  /// Values keep to the bounds of the question, as far as each alone can.
  public func read(_ line: String) -> Reading {
    let typed = TextSanitizer.sanitized(line).trimmed
    guard !typed.isEmpty else { return .problem(.empty) }
    if item.type == .boolean { return readYesOrNo(typed) }
    if !options.isEmpty { return readOptions(typed) }
    switch item.type {
    case .integer, .decimal: return readNumber(typed)
    case .date: return readDate(typed)
    case .dateTime: return readDateTime(typed)
    case .time: return readTime(typed)
    case .quantity: return readQuantity(typed)
    case .string, .text: return checked(.string(typed), typed: typed)
    case .openChoice: return checked(.string(typed), typed: typed)
    case .url: return readAddress(typed)
    case .group, .display, .question, .choice, .boolean, .attachment, .reference:
      return .problem(.cannotBeAnsweredHere)
    }
  }

  /// The reading of one value: the value, or what the form has against it.
  func checked(_ value: AnswerValue, typed: String, isApproximate: Bool = false) -> Reading {
    if let problem = item.problem(with: value) { return .problem(problem) }
    let shown = words.text(of: value, wording)
    let understood = isApproximate ? wording.about(shown) : shown
    return .values([value], understoodAs: shown == typed ? nil : understood)
  }

  /// The reading of a line with several meanings: those that keep to the bounds of the question.
  func checked(anyOf values: [AnswerValue], typed: String, isApproximate: Bool = false) -> Reading {
    let fitting = values.filter { item.problem(with: $0) == nil }
    guard fitting.count > 1 else {
      guard let value = fitting.first ?? values.first else { return .problem(.noSuchOption) }
      return checked(value, typed: typed, isApproximate: isApproximate)
    }
    return .which(fitting.map { Candidate(label: words.text(of: $0, wording), values: [$0]) })
  }
}
