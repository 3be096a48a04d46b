import FHIR
import FormFiller
import Interview
import Kiosk

final class KioskStore: KioskRecords {
  struct Problem: Error, CustomStringConvertible { let description: String }
  let kiosk: KioskInstallation
  static func refuseUnlessSetUp(_ kiosk: KioskInstallation) throws {}
  init(_ kiosk: KioskInstallation, isTrial: Bool) throws { self.kiosk = kiosk }
  final class Rights: StaffRights {
    let name: String
    init(name: String) { self.name = name }
    func draftsOfToday() throws -> [DraftSummary] { [] }
    func reopen(_ draft: DraftSummary) throws -> any KioskVisit { throw Problem(description: "no") }
  }
  func unlock(name: String, passphrase: String) throws -> any StaffRights {
    guard passphrase == "correct horse battery staple" else { throw Problem(description: "Wrong name or passphrase.") }
    return Rights(name: name)
  }
  func begin(_ details: VisitDetails) throws -> any KioskVisit { Visit(kiosk) }
  func resume(code: String) throws -> any KioskVisit { throw Problem(description: "This code is not known.") }
  func handOver(to folder: String) throws -> Int { 0 }
  func note(_ event: KioskEvent) {}
  final class Visit: KioskVisit {
    let kiosk: KioskInstallation
    init(_ kiosk: KioskInstallation) { self.kiosk = kiosk }
    var opening: [Block] { [.text("Your code: ABCD-EFGH")] }
    var identityQuestion: [Block]? { nil }
    func isIdentity(_ line: String) -> IdentityAnswer { .same }
    func conversation(attendance: Attendance, alerts: (any AlertSink)?) -> Conversation {
      Conversation(Response(to: kiosk.form.form), setting: InterviewSetting(clinic: kiosk.settings.clinic, attendance: attendance, now: { SystemClock.now() }), alerts: alerts)
    }
    func end(_ conversation: Conversation, after outcome: SessionOutcome) throws -> [Block] { [] }
  }
}
