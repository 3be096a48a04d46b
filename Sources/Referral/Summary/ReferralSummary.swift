import FHIR
import FormFiller

/// The answers to a form, ordered for a clinician.
///
/// A summary says what was answered and what was not. It judges nothing: no verdict, no diagnosis,
/// no score.
public struct ReferralSummary: Sendable, Equatable {
  /// What was handed in with the answers.
  public let context: SummaryContext
  /// Where the response stands.
  public let status: QuestionnaireResponse.Status
  /// Which questionnaire was answered.
  public let questionnaire: QuestionnaireIdentity
  /// Whether the answers may be kept and used, as answered; nil when the form does not ask.
  public let consent: QuestionEntry?
  /// Who the summary is about.
  public let patient: PatientIdentity
  /// Who gave the answers.
  public let respondent: Respondent
  /// How many questions stand where.
  public let counts: QuestionCounts
  /// The help pages that answers opened, in the order in which they were opened.
  public let urgent: [UrgentRecord]
  /// What was not asked because the person could not answer it in private.
  public let waitsForStaff: [Mention]
  /// What in the response does not fit the form.
  public let readingProblems: [ReadingProblem]
  /// All answers, a section a topic, in the order of the form; every answer stands here
  /// once.
  public let sections: [SummarySection]

  /// Makes the summary of a response.
  ///
  /// - Parameters:
  ///   - response: The answers. What is disabled or hidden is not shown.
  ///   - status: Where the response stands.
  ///   - context: What does not stand in the answers.
  ///   - readingIssues: What was found when the response was read from elsewhere.
  public init(
    of response: Response, status: QuestionnaireResponse.Status, context: SummaryContext,
    readingIssues: [ResponseIssue] = []
  ) {
    let problems =
      readingIssues.map { ReadingProblem($0) }
      + response.expressionFailures.map { ReadingProblem($0) }
    var builder = SummaryBuilder(
      response: response, status: status, disclosure: context.disclosure,
      unreadable: Set(problems.filter(\.isUnreadableAnswer).compactMap(\.linkId)))
    builder.build()
    self.context = context
    self.status = status
    questionnaire = QuestionnaireIdentity(response.form.questionnaire)
    consent = builder.consent
    patient = builder.patient(on: context.made.date)
    respondent = builder.respondent(authors: context.authors)
    counts = builder.counts
    urgent = response.urgentRecords
    waitsForStaff = builder.waitsForStaff
    readingProblems = problems
    sections = builder.sections
  }
}
