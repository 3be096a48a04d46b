import Interview

/// The test of the call for staff, without which no page says that staff come.
public final class AlertTesting {
  private let spool: (any AlertTestSpool)?
  private let report: (AlertTest) -> Void
  private let note: (KioskEvent) -> Void
  private let wording = KioskWording()
  private var test: AlertTest?

  /// Makes the test.
  ///
  /// - Parameters:
  ///   - spool: Where calls are made, or nil where they cannot be.
  ///   - last: The last test call that was made from this kiosk.
  ///   - report: Is given each new test call, for later visits.
  ///   - note: Is told when staff see that the call of today was acknowledged.
  public init(
    spool: (any AlertTestSpool)?, last: AlertTest?, report: @escaping (AlertTest) -> Void,
    note: @escaping (KioskEvent) -> Void
  ) {
    self.spool = spool
    test = last
    self.report = report
    self.note = note
  }

  /// Whether a test call of today was made and acknowledged.
  public var isPassed: Bool {
    guard let spool, let test else { return false }
    return spool.isAcknowledged(test)
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
    guard isPassed else { return [.note(wording.testNotAcknowledged)] }
    note(.alertTestAcknowledged)
    return [.note(wording.testAcknowledged)]
  }
}
