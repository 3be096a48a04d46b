/// Something that a review of a whole form finds: the form works, but hardly as its author means.
public enum ReviewFinding: Sendable, Equatable {
  /// The item is never asked, whatever is answered.
  case neverAsked([NeverAskedReason])
  /// Some of several conditions, of which any counts, can never be met.
  case conditionsNeverMet([NeverAskedReason])
  /// The conditions are met whatever is answered.
  case alwaysAsked
  /// A calculation adds answers up and passes over those that are missing.
  case sumOfMissingAnswers(questions: Int)
  /// Words that lack a translation, of a form that has others in this language.
  case missingTranslation(language: String, words: [String])
  /// A section that is hard to read: its Flesch-Kincaid grade, how many words it has and the words
  /// that make it hard.
  case readingGrade(Double, words: Int, hardWords: [String])
  /// A sentence with too many words.
  case longSentence(String, words: Int)
}

extension ReviewFinding {
  var text: String {
    switch self {
    case .neverAsked(let reasons):
      "the item is never asked: \(reasons.map(\.text).joined(separator: "; and ")); "
        + "correct the conditions or remove the item"
    case .conditionsNeverMet(let reasons):
      "not all of the conditions can be met: \(reasons.map(\.text).joined(separator: "; and ")); "
        + "correct or remove them"
    case .alwaysAsked:
      "the conditions are met whatever is answered; correct or remove them"
    case .sumOfMissingAnswers(let questions):
      "the calculation adds up \(questions) questions and passes over those without an answer, so "
        + "that the result is too low; test that all are answered, as with iif(… .exists(), …, {})"
    case .missingTranslation(let language, let words):
      "there is no translation into \"\(language)\" of \(Self.list(words)); add what is missing"
    case .readingGrade(let grade, let words, let hardWords):
      "the section (\(words) words) reads at grade \(Self.rounded(grade)), above "
        + "\(ReadingMeasure.highestGrade); \(Self.advice(hardWords))"
    case .longSentence(let sentence, let words):
      "a sentence has \(words) words, more than \(ReadingMeasure.longestSentence); make two of it: "
        + "\"\(Self.excerpt(of: sentence))\""
    }
  }

  private static func list(_ words: [String]) -> String {
    guard words.count > 4 else { return words.joined(separator: ", ") }
    return words.prefix(3).joined(separator: ", ") + " and \(words.count - 3) more"
  }

  private static func excerpt(of sentence: String) -> String {
    sentence.count > 100 ? sentence.prefix(99) + "…" : sentence
  }

  private static func advice(_ hardWords: [String]) -> String {
    guard !hardWords.isEmpty else { return "use shorter sentences" }
    return "use shorter sentences and plainer words than "
      + hardWords.map { "\"\($0)\"" }.joined(separator: ", ")
      + ", or name needed ones as known-words"
  }

  /// A number with one digit after the point.
  private static func rounded(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
