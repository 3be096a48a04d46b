import FHIR

/// A help page that an answer opened.
///
/// It stays with the response whatever is changed later.
public struct UrgentRecord: Sendable, Hashable {
  /// The linkId of the page.
  public let page: String
  /// The kind of page.
  public let kind: HelpPage
  /// The words for the clinician.
  public let label: String
  /// When the page was opened, if the response says.
  public let opened: PartialDateTime?
  /// The answers that opened it.
  public let answers: [QuotedAnswer]
  /// What the same questions were answered with afterwards.
  public internal(set) var laterAnswers: [LaterAnswer] = []

  /// An answer in the words it was given in.
  public struct QuotedAnswer: Sendable, Hashable {
    /// The question's linkId.
    public let linkId: String
    /// The question's words.
    public let question: String
    /// The answer's words.
    public let answer: String

    /// Makes a quotation.
    public init(linkId: String, question: String, answer: String) {
      self.linkId = linkId
      self.question = question
      self.answer = answer
    }
  }

  /// An answer given after the page was opened.
  public struct LaterAnswer: Sendable, Hashable {
    /// When it was given.
    public let time: PartialDateTime
    /// The answer.
    public let answer: QuotedAnswer

    /// Makes a later answer.
    public init(time: PartialDateTime, answer: QuotedAnswer) {
      self.time = time
      self.answer = answer
    }
  }
}
