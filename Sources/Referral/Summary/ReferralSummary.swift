import FHIR
import FormFiller
import Rules

/// The answers to a form, ordered for a clinician.
///
/// A summary says what was answered and what was not, what rules and the sources of instruments say
/// of that, and where they say it. It decides nothing: no verdict, no diagnosis, no dose.
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
  /// What came of the rules; nil when the summary was made without any.
  public let findings: SummaryFindings?
  /// The scores, in the order of the form.
  public let scores: [Score]
  /// The instruments that were asked.
  public let instruments: [Instrument]
  /// The medicines.
  public let medicines: Medicines
  /// The allergies and bad reactions.
  public let allergies: FactTable<AllergyPart>
  /// Weight, height and blood pressure.
  public let measurements: Measurements
  /// The diagnosis as it was stated.
  public let diagnosis: Diagnosis
  /// The regions of the body that hurt.
  public let bodyRegions: [BodyRegion]
  /// How the regions of the body are drawn.
  public let bodyShapes: [BodyShape]
  /// The treatments and procedures that were tried.
  public let treatments: FactTable<TreatmentPart>
  /// What the person wants to be able to do.
  public let goal: QuestionEntry?
  /// Whether there is somebody who takes the person home.
  public let escort: QuestionEntry?
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
  ///   - rules: The rules to work out; their clock is that of the response.
  ///   - readingIssues: What was found when the response was read from elsewhere.
  public init(
    of response: Response, status: QuestionnaireResponse.Status, context: SummaryContext,
    rules: RuleBook? = nil, readingIssues: [ResponseIssue] = []
  ) {
    let problems =
      readingIssues.map { ReadingProblem($0) }
      + response.expressionFailures.map { ReadingProblem($0) }
    let reader = QuestionReader(
      response: response, status: status, disclosure: context.disclosure,
      unreadable: Set(problems.filter(\.isUnreadableAnswer).compactMap(\.linkId)))
    var builder = SummaryBuilder(reader)
    builder.build()
    self.context = context
    self.status = status
    questionnaire = QuestionnaireIdentity(response.form.questionnaire)
    consent = reader.first(.consent)
    patient = PatientIdentity(reader, on: context.day)
    respondent = Respondent(reader, authors: context.authors)
    counts = builder.counts
    urgent = response.urgentRecords
    findings = rules.map { SummaryFindings(of: $0, reader) }
    scores = reader.scores(
      age: patient.age, isAnsweredByHelper: respondent.isHelper)
    instruments = reader.instruments
    medicines = reader.medicines
    allergies = reader.table(.allergy)
    measurements = reader.measurements
    diagnosis = reader.diagnosis
    bodyRegions = reader.bodyRegions
    bodyShapes = reader.bodyShapes
    treatments = reader.table(.treatment, .procedure)
    goal = reader.first(.goal)
    escort = reader.first(.escort)
    waitsForStaff = builder.waitsForStaff
    readingProblems = problems
    sections = builder.sections
  }
}
