import Interview
import Testing

@testable import Kiosk

@Suite("The test of the call for staff")
struct AlertTestingTests {
  private static let test = AlertTest(file: "alert-test-1.json", device: 1, folder: 2)

  private func attendance(_ prepare: (TestKiosk) -> Void) -> Attendance? {
    let kiosk = TestKiosk()
    kiosk.setting.attendance = .attended
    kiosk.lastAlertTest = Self.test
    prepare(kiosk)
    _ = kiosk.run(["", ""])
    return kiosk.records.visit.attendance
  }

  @Test("staff are spoken of only after the call of the day was acknowledged")
  func openStart() {
    #expect(attendance { _ in } == .unattended)
    #expect(attendance { $0.spool.acknowledged = [Self.test] } == .attended)
    #expect(
      attendance {
        $0.spool.acknowledged = [Self.test]
        $0.lastAlertTest = nil
      } == .unattended)
    #expect(
      attendance {
        $0.spool.acknowledged = [Self.test]
        $0.setting.attendance = .unattended
      } == .unattended)
  }

  @Test("staff are asked whether they are near only then")
  func staffStart() {
    for isAcknowledged in [false, true] {
      let kiosk = TestKiosk()
      kiosk.spool.acknowledgesAtOnce = isAcknowledged
      _ = kiosk.run(
        ["staff"] + TestKiosk.unlock + ["4", "", "1", "Room 2", "", "1", isAcknowledged ? "1" : ""])
      #expect(
        kiosk.records.details.map(\.attendance) == [isAcknowledged ? .attended : .unattended])
      #expect(kiosk.messages == kiosk.spool.calls.map { .alertTest($0) })
      #expect(kiosk.records.log.contains("noted alertTestAcknowledged") == isAcknowledged)
    }
  }

  @Test("a call that cannot be written passes no test")
  func failure() {
    let kiosk = TestKiosk()
    kiosk.spool.works = false
    _ = kiosk.run(["staff"] + TestKiosk.unlock + ["4"])
    #expect(kiosk.pages.last?.contains("Error: the call could not be written.") == true)
    #expect(kiosk.messages.isEmpty)
  }

  @Test("what was acknowledged once is noted once, and holds for the day")
  func kept() {
    let kiosk = TestKiosk()
    kiosk.setting.attendance = .attended
    kiosk.lastAlertTest = Self.test
    kiosk.spool.acknowledged = [Self.test]
    _ = kiosk.run(["", ""])
    kiosk.spool.acknowledged = []
    kiosk.lastAlertTest = nil
    _ = kiosk.run(["", ""])
    #expect(kiosk.records.visit.attendance == .attended)
    #expect(kiosk.records.log == ["noted alertTestAcknowledged", "begun", "begun"])
  }

  @Test("a call that was acknowledged is not made again")
  func once() {
    let kiosk = TestKiosk()
    kiosk.lastAlertTest = Self.test
    kiosk.spool.acknowledged = [Self.test]
    _ = kiosk.run(["staff"] + TestKiosk.unlock + ["4"])
    #expect(kiosk.spool.calls.isEmpty)
    #expect(kiosk.pages.last?.contains("was acknowledged") == true)
  }
}
