import FHIR
import FormFiller
import Interview
import Kiosk
import RecordStore
import Visits

/// The records of a kiosk, kept in a store.
final class KioskStore: KioskRecords {
  private let kiosk: KioskInstallation
  private let store: RecordStore
  private let preparation: VisitPreparation
  private let isTrial: Bool

  /// Opens the store, and prepares a visit on another thread.
  ///
  /// - Throws: `RecordStoreError` when the store cannot be used, `InputError` when it is not set up.
  init(_ kiosk: KioskInstallation, isTrial: Bool) throws {
    self.kiosk = kiosk
    self.isTrial = isTrial
    store = try kiosk.openStore()
    preparation = VisitPreparation(try kiosk.content())
  }

  // MARK: - Visits

  func begin(_ details: VisitDetails) throws -> any KioskVisit {
    let opening = VisitOpening(
      questionnaire: kiosk.form.form.questionnaire.canonical,
      language: details.language ?? kiosk.settings.language,
      author: details.typist == .helper ? .helper : .patient, label: details.label,
      appointment: details.appointment, isTrial: isTrial, programVersion: Program.version,
      started: SystemClock.now())
    let visit = try Visit.begin(preparation, opening, in: store, now: SystemClock.now)
    return try StoredVisit(visit, at: kiosk)
  }

  func resume(code: String) throws -> any KioskVisit {
    try StoredVisit(
      Visit.resume(ResumeCode(typed: code), in: store, now: SystemClock.now), at: kiosk)
  }

  func handOver(to folder: String) throws -> Int { try store.handOver(to: folder).count }

  // MARK: - Staff

  func unlock(name: String, passphrase: String) throws -> any StaffRights {
    Rights(try store.unlock(name, Passphrase(typed: passphrase)), in: store, at: kiosk)
  }

  /// What somebody may do who has unlocked their keys, which go when this does.
  private final class Rights: StaffRights {
    private let person: UnlockedPerson
    private let store: RecordStore
    private let kiosk: KioskInstallation

    init(_ person: UnlockedPerson, in store: RecordStore, at kiosk: KioskInstallation) {
      self.person = person
      self.store = store
      self.kiosk = kiosk
    }

    var name: String { person.name }

    func draftsOfToday() throws -> [DraftSummary] {
      let today = SystemClock.startOfDay()
      return try store.list(by: person)
        .filter { $0.state?.isDraft == true && $0.canBeResumed && $0.updated >= today }
        .map { record in
          let card = record.desk.flatMap { DeskCard($0) }
          return DraftSummary(
            id: record.id, label: card?.label, appointment: card?.appointment,
            updated: SystemClock.timeOfDay(of: record.updated))
        }
    }

    func reopen(_ draft: DraftSummary) throws -> any KioskVisit {
      let record = try store.reopen(draft.id, by: person)
      return try StoredVisit(
        Visit.goOn(with: record, in: store, now: SystemClock.now), at: kiosk)
    }

    // A store that cannot be written keeps nobody from stopping the kiosk.
    func noteStop() { try? store.note(.kioskStopped, by: .person(person.id)) }
  }

  // MARK: - The kiosk itself

  var isAlertTestAcknowledgedToday: Bool {
    (try? store.fact(StoreFact.lastAlertTest)) == SystemClock.now().date.description
  }

  func note(_ event: KioskEvent) {
    // What cannot be noted now is no reason to send a person away.
    switch event {
    case .crashed: try? store.note(.programCrashed, by: .device)
    case .alertTestAcknowledged:
      try? store.keep(
        fact: SystemClock.now().date.description, as: StoreFact.lastAlertTest)
      try? store.note(.alertTested, by: .device)
    }
  }
}
