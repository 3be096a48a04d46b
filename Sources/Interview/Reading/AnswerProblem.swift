import FHIR
import FormFiller

/// Why a typed line is no answer to a question.
///
/// The words for each come from `Wording.text(for:item:)`.
public enum AnswerProblem: Equatable, Sendable {
  /// Nothing was typed.
  case empty
  /// A terminal cannot take an answer to this question.
  case cannotBeAnsweredHere

  // MARK: Yes or no

  /// The line says neither yes nor no.
  case notYesOrNo

  // MARK: Options

  /// The line is none of the options.
  case noSuchOption
  /// The list does not go as far as the mark that was typed.
  case noSuchMarker(String)
  /// More options fit than can be asked back.
  case manyFit(Int)
  /// Several options were typed where one is wanted.
  case onlyOneAnswer
  /// An option that excludes all others was chosen with others.
  case exclusive(option: String)
  /// There are more answers than this.
  case tooManyAnswers(Int)

  // MARK: Numbers

  /// The line is no number.
  case notANumber
  /// The line holds several numbers, or a range.
  case severalNumbers
  /// The number has a fraction where a whole one is wanted.
  case notWhole
  /// The number has more digits than can be kept.
  case numberTooLong
  /// The number has more digits after the point than this.
  case tooManyDecimals(Int)
  /// The answer is less than the least.
  case below(AnswerValue)
  /// The answer is more than the greatest.
  case above(AnswerValue)
  /// The number lies between two steps, counted from a number.
  case betweenSteps(ExactDecimal, from: ExactDecimal)
  /// The number is given out of a greatest that the question does not have.
  case outOfAnother(Int)

  // MARK: Units

  /// The amount needs one of these units.
  case unitMissing([String])
  /// The unit is none of these.
  case unknownUnit(typed: String, allowed: [String])

  // MARK: Dates and times

  /// The line is no date.
  case notADate
  /// The year is missing.
  case yearMissing
  /// The month or the day is missing.
  case dateNotWhole
  /// The calendar has no such day.
  case noSuchDate
  /// The line is no time of day.
  case notATime
  /// The day of a date with time is missing.
  case timeWithoutDay

  // MARK: Text

  /// The text has fewer characters than this.
  case tooShort(Int)
  /// The text has more characters than this.
  case tooLong(Int)
  /// The text does not look as it should.
  case pattern
  /// The text is no web address.
  case notAnAddress

  /// Makes the problem that an issue of the form filler is to a person.
  public init(_ issue: AnswerIssue) {
    switch issue {
    case .option: self = .noSuchOption
    case .below(let least): self = .below(least)
    case .above(let most): self = .above(most)
    case .tooShort(let least): self = .tooShort(least)
    case .tooLong(let most): self = .tooLong(most)
    case .decimalPlaces(let most): self = .tooManyDecimals(most)
    case .pattern: self = .pattern
    case .unit(let allowed), .unitOutsideValueSet(let allowed):
      self = .unitMissing(allowed.map { $0.display ?? $0.code ?? "" })
    case .type, .attachmentSize, .attachmentType, .reference, .resourceType,
      .resourceTypeNotAllowed:
      self = .cannotBeAnsweredHere
    }
  }
}
