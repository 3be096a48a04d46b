import FHIR
import FormFiller
import Interview

@testable import Kiosk

/// Records of which only what happened is kept.
final class FakeRecords: KioskRecords {
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  static let passphrase = "correct horse battery"

  var drafts: [DraftSummary] = []
  var beginFails = false
  private(set) var isAlertTestAcknowledgedToday = false
  private(set) var log: [String] = []
  private(set) var details: [VisitDetails] = []
  private(set) var visit = FakeVisit()

  func unlock(name: String, passphrase: String) throws -> any StaffRights {
    guard passphrase == Self.passphrase else {
      log.append("refused \(name)")
      throw Problem(description: "Wrong name or passphrase.")
    }
    log.append("unlocked \(name)")
    return Rights(name: name, records: self)
  }

  func begin(_ details: VisitDetails) throws -> any KioskVisit {
    if beginFails { throw Problem(description: "The disk is full.") }
    self.details.append(details)
    log.append("begun")
    return visit
  }

  func resume(code: String) throws -> any KioskVisit {
    guard code == "good" else { throw Problem(description: "This code is not known.") }
    log.append("resumed")
    visit.isResumed = true
    return visit
  }

  func handOver(to folder: String) throws -> Int {
    guard folder != "/gone" else { throw Problem(description: "There is no folder /gone.") }
    log.append("handed over to \(folder)")
    return 2
  }

  func note(_ event: KioskEvent) {
    log.append("noted \(event)")
    if event == .alertTestAcknowledged { isAlertTestAcknowledgedToday = true }
  }

  final class Rights: StaffRights {
    let name: String
    private let records: FakeRecords

    init(name: String, records: FakeRecords) {
      self.name = name
      self.records = records
    }

    func draftsOfToday() throws -> [DraftSummary] { records.drafts }

    func reopen(_ draft: DraftSummary) throws -> any KioskVisit {
      records.log.append("reopened \(draft.label ?? "?")")
      records.visit.isResumed = true
      return records.visit
    }

    func noteStop() { records.log.append("stopped by \(name)") }
  }
}

/// A visit of two questions.
final class FakeVisit: KioskVisit {
  var isResumed = false
  private(set) var outcome: SessionOutcome?
  private(set) var attendance: Attendance?

  static let form = """
    {"resourceType": "Questionnaire", "status": "active", "item": [
      {"linkId": "name", "text": "Name?", "type": "string"},
      {"linkId": "pets", "text": "Pets?", "type": "boolean"}]}
    """

  var opening: [Block] { [.text(isResumed ? "You go on." : "Your code: ABCD")] }
  var identity: IdentityRequest {
    isResumed ? .question([.question("When were you born?")]) : .none
  }

  private var triesLeft = 3
  private(set) var wasLetGo = false

  func receiveIdentity(_ line: String) -> IdentityAnswer {
    if line == "1960" { return .same }
    triesLeft -= 1
    return triesLeft > 0 ? .again(.error("Error: not you.")) : .refused("Ask the staff.")
  }

  func letGo() { wasLetGo = true }

  func conversation(attendance: Attendance, alerts: (any AlertSink)?) -> Conversation {
    self.attendance = attendance
    guard let document = try? JSONDocument(Array(Self.form.utf8)),
      let questionnaire = Questionnaire(document.root),
      let now = PartialDateTime("2026-03-27T09:30:00Z")
    else { preconditionFailure("The form of the tests is no form.") }
    return Conversation(
      Response(to: Form(questionnaire) { _ in [] }),
      setting: InterviewSetting(now: { now }), alerts: alerts)
  }

  func end(_ conversation: Conversation, after outcome: SessionOutcome) throws -> [Block] {
    self.outcome = outcome
    return outcome == .ended(.stopped) ? [.text("Your code: ABCD")] : []
  }
}
