import FHIR
import FormFiller
import Interview
import LineEditor
import RecordStore
import Referral
import Rules
import Visits

/// A short record that goes the way of all records, so that somebody sees that everything works.
struct TrialIntake {
  let store: RecordStore
  let administrator: UnlockedPerson
  let settings: Settings
  /// Is told each step when it is done.
  let say: (String) -> Void

  private static let name = "Trial Person"
  private static let file = "trial.json"
  private static let questionnaire = """
    {"resourceType": "Questionnaire", "url": "https://intake.example/trial", "status": "active",
     "title": "Trial", "item": [
       {"linkId": "name", "type": "string", "text": "What is your name?"},
       {"linkId": "works", "type": "boolean", "text": "Can you read this?"}]}
    """

  /// Why a trial did not come to its end.
  private static let failure = InputError(
    "the trial did not go as it should. Set-up itself is done. Run: intake doctor")

  /// Goes all the way, and leaves nothing behind whatever happens.
  func run() throws {
    let form = try form()
    let (record, id) = try begin(form)
    var isDeleted = false
    defer { if !isDeleted { _ = try? store.delete(id, by: administrator) } }
    say("Begun: its code was made, and its first event is sealed on the disk.")
    try answer(record, form)
    say("Answered by a script and finished: the code opens nothing any more.")
    let response = try read(id, form)
    say("Opened with your key: every event is as it was written.")
    try summarize(response)
    say("Summed up: the summary shows the name that was answered.")
    _ = try store.delete(id, by: administrator)
    isDeleted = true
    guard try !store.list(by: administrator).contains(where: { $0.id == id }) else {
      throw Self.failure
    }
    say("Deleted: every key to it is destroyed, and it is in no list.")
  }

  // MARK: - The steps

  private static var archive: ContentArchive {
    ContentArchive(
      files: [:],
      questionnaire: ContentArchive.File(name: file, bytes: Array(questionnaire.utf8)))
  }

  private func form() throws -> Form {
    let document = try JSONFile.document(Array(Self.questionnaire.utf8), from: Self.file)
    guard let questionnaire = Questionnaire(document.root) else { throw Self.failure }
    return try QuestionnaireFolder(Self.archive, at: Self.file)
      .form(questionnaire, in: Self.file).form
  }

  private func begin(_ form: Form) throws -> (OpenRecord, RecordID) {
    let content = Self.archive.bytes
    let hash = ContentHash(of: content)
    let opening = VisitOpening(
      questionnaire: "https://intake.example/trial", label: "Trial", isTrial: true,
      programVersion: Program.version, started: SystemClock.now())
    try store.keep(content: content, named: hash)
    while true {
      let start = try RecordStart()
      do throws(RecordStoreError) {
        let record = try store.begin(
          start, content: hash, events: [VisitEvent.opened(opening).bytes],
          cards: cards(.inProgress, ClinicalCard()))
        return (record, start.id)
      } catch {
        guard error == .codeTaken else { throw error }
      }
    }
  }

  private func cards(_ state: RecordState, _ clinical: ClinicalCard) -> RecordCards {
    RecordCards(
      desk: DeskCard(label: "Trial", state: state, isTrial: true).bytes, clinical: clinical.bytes)
  }

  private func answer(_ record: OpenRecord, _ form: Form) throws {
    let journal = TrialJournal(record)
    let session = InterviewSession(
      Conversation(
        Response(to: form, in: FormContext(now: SystemClock.now())),
        setting: InterviewSetting(now: { SystemClock.now() }), journal: journal),
      reader: MemoryLineReader(bytes: Array("\(Self.name)\nyes\n0\n".utf8)),
      output: MemoryOutput(),
      display: Display(
        presentation: .plain, colour: .off, isInteractive: false, size: { .usual }))
    guard case .ended(.completed) = session.run() else { throw Self.failure }
    let response = session.conversation.response
    let document = try response.document(as: .completed, authored: SystemClock.now())
    try record.end(
      as: .finished,
      lastEvents: [
        VisitEvent.response(document.root).bytes, VisitEvent.ended(.completed).bytes,
      ],
      cards: cards(.finished, ClinicalCard(response)))
  }

  private func read(_ id: RecordID, _ form: Form) throws -> Response {
    let events = try store.read(id, by: administrator)
    return try VisitHistory(events.map(\.bytes)).response(to: form)
  }

  private func summarize(_ response: Response) throws {
    let summary = ReferralSummary(
      of: response, status: .completed,
      context: SummaryContext(
        answered: SystemClock.now(), settings: settings, disclosure: .everything),
      rules: RuleBook([], for: response.form) { _ in .draft })
    guard SummaryFormat.text.render(summary).contains(Self.name) else { throw Self.failure }
  }
}

/// Keeps what the trial's conversation brings about.
private final class TrialJournal: Journal {
  private let record: OpenRecord

  init(_ record: OpenRecord) {
    self.record = record
  }

  func record(_ entry: JournalEntry, of response: Response) throws {
    try record.append(VisitEvent.entry(entry).bytes)
  }
}
