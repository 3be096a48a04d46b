import FHIR
import Interview
import LineEditor

@testable import Kiosk

/// A kiosk whose keys, records and calls for staff are the test's.
final class TestKiosk {
  let records = FakeRecords()
  let spool = FakeSpool()
  let output = MemoryOutput()
  var setting = KioskSetting(
    start: .open, clinic: ClinicInformation(name: "Test Clinic", emergencyNumber: "000"))
  var banner: String?
  var lastAlertTest: AlertTest?
  private(set) var keys = TypedKeys([])
  private(set) var messages: [VisitMessage] = []

  /// Name and passphrase of somebody who works here.
  static let unlock = ["ana", FakeRecords.passphrase]

  func run(_ lines: [String], after crash: Crash? = nil) -> VisitEnding {
    run(lines.map { .line($0) }, after: crash)
  }

  func run(_ outcomes: [LineOutcome], after crash: Crash? = nil) -> VisitEnding {
    keys = TypedKeys(outcomes)
    let display = Display(
      presentation: .styled, colour: .off, isInteractive: true, banner: banner, size: { .usual })
    return KioskProgram(
      setting: setting, records: records, reader: keys, output: output, display: display,
      alerts: nil, alertTests: spool, lastAlertTest: lastAlertTest,
      report: { self.messages.append($0) }
    ).run(after: crash)
  }

  /// The pages that were on the screen, one after the other.
  var pages: [String] {
    output.text.split(separator: "\u{1B}[H\u{1B}[2J\u{1B}[3J").map(String.init)
  }
}

/// A folder for calls that the test looks after.
final class FakeSpool: AlertTestSpool {
  var acknowledged: Set<AlertTest> = []
  var works = true
  var acknowledgesAtOnce = false
  private(set) var calls: [AlertTest] = []

  func callForTest() -> AlertTest? {
    guard works else { return nil }
    let test = AlertTest(file: "alert-test-\(calls.count).json", device: 1, folder: 2)
    calls.append(test)
    if acknowledgesAtOnce { acknowledged.insert(test) }
    return test
  }

  func isAcknowledged(_ test: AlertTest) -> Bool { acknowledged.contains(test) }
}
