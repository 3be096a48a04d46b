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
  /// When staff were called because of it, if they could be.
  public internal(set) var staffCalled: PartialDateTime?
  /// When the person first saw the page, if they did.
  public internal(set) var shown: PartialDateTime?
  /// When the person first went on from the page, if they did.
  public internal(set) var acknowledged: PartialDateTime?
  /// When later answers closed the page; the record stays.
  public internal(set) var closed: PartialDateTime?
  /// What the same questions were answered with afterwards, and answers that would have opened the
  /// page as well.
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

  /// Whether an answer to a question is quoted already.
  func quotes(_ linkId: String) -> Bool {
    answers.contains { $0.linkId == linkId }
      || laterAnswers.contains { $0.answer.linkId == linkId }
  }

  /// Notes something that happened with the page; the first time counts.
  mutating func note(_ event: HelpPageEvent, at time: PartialDateTime) {
    switch event {
    case .reached: break
    case .staffCalled: staffCalled = staffCalled ?? time
    case .shown: shown = shown ?? time
    case .acknowledged: acknowledged = acknowledged ?? time
    }
  }
}
