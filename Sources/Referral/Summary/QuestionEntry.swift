import FHIR

/// A question of the form in one place of the response, with its answers.
public struct QuestionEntry: Sendable, Equatable {
  /// The question's linkId.
  public let linkId: String
  /// A few words for the question.
  public let label: String
  /// The question as it was asked.
  public let text: String
  /// The type of the question.
  public let type: ItemType
  /// The concepts that the question stands for.
  public let codes: [Coding]
  /// What a checklist offered, where an option that is not ticked says something; else empty.
  public let choices: [AnswerValue]
  /// Where the question stands.
  public let state: QuestionState
  /// Whether a person answered or the form itself.
  public let origin: Origin
  /// What the answer comes to as a whole.
  public let meaning: Meaning
  /// The answers, in the order in which they were given; none unless `state` is `answered`.
  public let answers: [Answer]

  /// Who gives the answers to a question.
  public enum Origin: String, Sendable {
    /// A person.
    case person
    /// The form: a calculated or fixed value that no person can change.
    case form
  }

  /// What an answer comes to as a whole, as far as every questionnaire says it alike.
  public enum Meaning: Sendable {
    /// A plain no: `false`, or the option that excludes all others and means none of them.
    case no
    /// Anything else.
    case other
  }

  /// One answer.
  public struct Answer: Sendable, Equatable {
    /// The value as it was given.
    public let value: AnswerValue
    /// The value in words.
    public let text: String
    /// What was asked because of this answer, below it.
    public let items: [SummaryItem]
  }
}
