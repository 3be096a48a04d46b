import FHIR
import FormFiller
import Interview
import Referral
import Rules
import Visits

/// An interview with all that it needs, from its first question until its answers are kept.
struct HeldInterview {
  let station: InterviewStation
  let form: Form
  /// What can be read with `:learn`.
  let education: Form?
  let rules: RuleBook
  let disclosure: Disclosure
  let destination: Destination?
  let format: SummaryFormat?
  /// The file of the questionnaire, where the command line named one.
  let questionnaire: String?
  /// The language to begin with, or nil for that of the form.
  let language: LanguageTag?

  /// Prepares an interview about a form of a folder.
  ///
  /// - Throws: `InputError` when the rules of the folder cannot be used, `ValidationError` when a group
  ///   of questions is not there.
  init(
    _ form: Form, in folder: QuestionnaireFolder, questionnaire: String?,
    _ options: InterviewOptions, at station: InterviewStation, destination: Destination?,
    language: LanguageTag?
  ) throws {
    self.form = form
    self.station = station
    self.questionnaire = questionnaire
    self.language = language
    self.destination = destination
    format = options.format
    // What belongs to the library's intake to read, and to no other form.
    education = questionnaire == nil ? try folder.educationForm()?.form : nil
    rules = try folder.rules(for: form)
    disclosure = try options.disclosure.disclosure(for: form)
  }

  /// Holds the interview and keeps its answers.
  func hold(_ response: Response, from draft: DraftFile?) throws {
    let conversation = Conversation(response, setting: setting(.patient), alerts: station.alerts)
    try end(station.hold(conversation), .file(draft))
  }

  /// Holds the interview of a visit.
  ///
  /// - Parameter command: What is typed to go on with it.
  func hold(_ response: Response, of visit: Visit, resumedBy command: String) throws {
    let conversation = Conversation(
      response, setting: setting(visit.opening.author),
      closedGroups: visit.history?.closedGroups ?? [], journal: visit, alerts: station.alerts)
    try end(station.hold(conversation), .record(visit, resumedBy: command))
  }

  private func end(
    _ held: (outcome: SessionOutcome, conversation: Conversation), _ keeping: InterviewEnd.Keeping
  ) throws {
    let keeper = AnswerKeeper(
      response: held.conversation.response, settings: station.settings, rules: rules,
      disclosure: disclosure, draft: keeping.draft, folder: destination?.folder)
    try InterviewEnd(
      keeper: keeper, keeping: keeping, station: station, destination: destination,
      questionnaire: questionnaire, format: format,
      unsavedAnswerCount: held.conversation.unsavedAnswerCount
    ).finish(after: held.outcome)
  }

  private func setting(_ author: Change.Author) -> InterviewSetting {
    InterviewSetting(
      language: language, clinic: station.settings.clinic,
      attendance: station.settings.alerts.attendance, education: education, author: author,
      now: { SystemClock.now() })
  }
}
