import Interview
import LineEditor
import RecordStore
import Testing

@testable import Kiosk

@Suite("The staff's page")
struct StaffMenuTests {
  private static let draft = DraftSummary(
    id: RecordID(), label: "Room 2", appointment: "A-17", updated: "09:30")

  private static let reachedByStaff = ["begun", "Start a visit", "Stop this kiosk", "handed over"]

  /// What is typed after `staff`.
  @Test(
    "nothing is reached without the passphrase",
    arguments: [
      ["ana", "wrong"], ["ana", ""], [""], ["ana", "wrong", "ana", "wrong", "1"],
      ["5", "1"], ["", "5", "1"],
    ])
  func refused(_ lines: [String]) {
    let kiosk = TestKiosk()
    kiosk.setting.start = .staff
    #expect(kiosk.run(["staff"] + lines) != .kioskStopped)
    #expect(kiosk.records.log.allSatisfy { $0.hasPrefix("refused") })
    #expect(kiosk.pages.allSatisfy { !$0.contains("Staff: ana") })
  }

  @Test("the passphrase is hidden, and only the passphrase")
  func hidden() {
    let kiosk = TestKiosk()
    _ = kiosk.run(["staff"] + TestKiosk.unlock)
    #expect(kiosk.keys.requests.map(\.visibility) == [.shown, .shown, .hidden, .shown])
    #expect(!kiosk.output.text.contains(FakeRecords.passphrase))
  }

  @Test("a wrong passphrase is said to be wrong, and can be typed again")
  func secondTry() {
    let kiosk = TestKiosk()
    _ = kiosk.run(["staff", "ana", "wrong"] + TestKiosk.unlock)
    #expect(kiosk.pages.contains { $0.contains("Error: Wrong name or passphrase.") })
    #expect(kiosk.records.log == ["refused ana", "unlocked ana"])
  }

  @Test("stopping needs the passphrase and a yes")
  func stop() {
    let kiosk = TestKiosk()
    #expect(kiosk.run(["staff"] + TestKiosk.unlock + ["5", "2", "5", "1"]) == .kioskStopped)
    #expect(kiosk.records.log.last == "stopped by ana")
  }

  @Test("stopping in a visit keeps the answers")
  func stopInVisit() {
    let kiosk = TestKiosk()
    let ending = kiosk.run(["", "", "Ana", ":staff"] + TestKiosk.unlock + ["6", "1", ""])
    #expect(ending == .kioskStopped)
    #expect(kiosk.records.visit.outcome == .endedByStaff)
  }

  @Test("a draft of today is reopened after the day of birth")
  func reopen() {
    let kiosk = TestKiosk()
    kiosk.records.drafts = [Self.draft]
    _ = kiosk.run(["staff"] + TestKiosk.unlock + ["2", "9", "1", "1950", "1960", "", "Ana"])
    #expect(kiosk.records.log == ["unlocked ana", "reopened Room 2"])
    #expect(
      kiosk.pages.contains { $0.contains("1  Room 2, appointment A-17, last answer at 09:30") })
    #expect(kiosk.pages.last?.contains("Pets?") == true)
  }

  @Test("three wrong days of birth end it before any answer is shown")
  func wrongBirthDate() {
    let kiosk = TestKiosk()
    kiosk.records.drafts = [Self.draft]
    #expect(kiosk.run(["staff"] + TestKiosk.unlock + ["2", "1", "1950", "", "1951", ""]) == .next)
    #expect(kiosk.records.visit.attendance == nil, "no conversation")
    #expect(kiosk.records.visit.wasLetGo)
    #expect(kiosk.pages.last?.contains("Ask the staff.") == true)
  }

  @Test("without a draft, that is said")
  func noDraft() {
    let kiosk = TestKiosk()
    _ = kiosk.run(["staff"] + TestKiosk.unlock + ["2"])
    #expect(kiosk.pages.last?.contains("There is no draft of today.") == true)
  }

  @Test("in a visit another draft is not reopened, and the visit goes on")
  func noReopeningInVisit() {
    let kiosk = TestKiosk()
    kiosk.records.drafts = [Self.draft]
    _ = kiosk.run(["", "", "Ana", ":staff"] + TestKiosk.unlock + ["3", "1"])
    #expect(kiosk.pages.contains { $0.contains("end this visit first") })
    #expect(kiosk.pages.last?.contains("Pets?") == true)
  }

  @Test(
    "records are handed over to a folder",
    arguments: [
      ("/media/stick", nil, "handed over to /media/stick", "2 records handed over."),
      ("", "/outbox", "handed over to /outbox", "2 records handed over."),
      ("", nil, nil, "Hand over finished records"),
      ("/gone", nil, nil, "Error: There is no folder /gone."),
    ] as [(String, String?, String?, String)])
  func handOver(_ typed: String, _ outbox: String?, _ log: String?, _ says: String) {
    let kiosk = TestKiosk()
    kiosk.setting.outbox = outbox
    _ = kiosk.run(["staff"] + TestKiosk.unlock + ["3", typed])
    #expect(Array(kiosk.records.log.dropFirst()) == [log].compactMap { $0 })
    #expect(kiosk.pages.last?.contains(says) == true)
  }

  @Test(
    "the word works at every question, and is no answer",
    arguments: [":staff", " :STAFF "])
  func inVisit(_ word: String) {
    let kiosk = TestKiosk()
    _ = kiosk.run(["", "", word] + TestKiosk.unlock + ["1", "Ana", word, ""])
    #expect(kiosk.records.log == ["begun", "unlocked ana"])
    #expect(kiosk.pages.last?.contains("Pets?") == true, "the question comes back")
  }
}
