import Interview

/// The test of the call for staff, without which no page says that staff come.
final class AlertTesting {
  private let spool: (any AlertTestSpool)?
  private let records: any KioskRecords
  private let report: (AlertTest) -> Void
  private let wording = KioskWording()
  private var test: AlertTest?

  /// Makes the test.
  ///
  /// - Parameters:
  ///   - spool: Where calls are made, or nil where they cannot be.
  ///   - last: The last test call that was made from this kiosk.
  ///   - report: Is given each new test call, for later visits.
  init(
    spool: (any AlertTestSpool)?, last: AlertTest?, records: any KioskRecords,
    report: @escaping (AlertTest) -> Void
  ) {
    self.spool = spool
    test = last
    self.records = records
    self.report = report
  }

  /// Whether a test call of today was made and acknowledged.
  var isPassed: Bool {
    guard let spool else { return false }
    if records.isAlertTestAcknowledgedToday { return true }
    guard let test, spool.isAcknowledged(test) else { return false }
    records.note(.alertTestAcknowledged)
    return true
  }

  /// Makes a test call and looks whether it is acknowledged; what to say about it.
  func run(_ screen: KioskScreen) throws(VisitInterruption) -> [Block] {
    guard let spool else { return [.error("Error: \(wording.noAlerts)")] }
    if !isPassed {
      guard let call = spool.callForTest() else { return [.error(wording.testFailed)] }
      test = call
      report(call)
      _ = try screen.ask(
        KioskPage(blocks: [.text(wording.testIsOut)], prompt: wording.continuePrompt))
    }
    return [.note(isPassed ? wording.testAcknowledged : wording.testNotAcknowledged)]
  }
}
