import FHIR

/// A score of an instrument, for the clinician only.
public struct Score: Sendable, Equatable {
  /// The linkId of the item that holds it.
  public let linkId: String
  /// The name.
  public let name: String
  /// Where it stands.
  public let outcome: Outcome
  /// The least value there can be.
  public let least: ExactDecimal?
  /// The greatest value there can be.
  public let greatest: ExactDecimal?
  /// All bands for the person, whatever the value.
  public let scale: [ScoreBand]
  /// What the value is taken to mean.
  public let meaning: Meaning
  /// What has to be borne in mind.
  public let notes: [String]
  /// The linkId of the instrument it is of, among `ReferralSummary.instruments`.
  public let instrument: String?

  /// Where a score stands.
  public enum Outcome: Sendable, Equatable {
    /// It has a value.
    case value(ExactDecimal)
    /// Of so many questions that are asked, some have no answer; the sum is that of the others,
    /// where each of their answers has a number.
    case incomplete(missing: Int, of: Int, sum: ExactDecimal?)
    /// It is a person's to answer and has no answer.
    case unanswered(QuestionState)
    /// It could not be worked out.
    case failed
    /// All its questions are answered and it has no value.
    case noValue
    /// Its questions were not asked.
    case notAsked
    /// It rests on answers that the summary may not show.
    case withheld
  }

  /// What a value is taken to mean.
  public enum Meaning: Sendable, Equatable {
    /// The bands that it lies in, by their source; none where there are none.
    case bands([ScoreBand])
    /// A helper answered, and no band holds for that.
    case answeredByHelper
  }

  /// The bands that the value lies in; none where a helper answered.
  public var bands: [ScoreBand] {
    guard case .bands(let bands) = meaning else { return [] }
    return bands
  }
}

/// An instrument that was asked, with where its wording comes from.
public struct Instrument: Sendable, Equatable {
  /// The linkId of its group.
  public let linkId: String
  /// Its name.
  public let name: String
  /// Where the wording comes from.
  public let wording: WordingSource
}
