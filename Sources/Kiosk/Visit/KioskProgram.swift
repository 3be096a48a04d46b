import Interview
import LineEditor

/// What the process of one visit does: the first page, the interview, the thanks.
public final class KioskProgram {
  private let setting: KioskSetting
  private let records: any KioskRecords
  private let reader: KioskReader
  private let output: any TextOutput
  private let display: Display
  private let alerts: (any AlertSink)?
  private let alertTesting: AlertTesting
  private let setPrint: (PrintSize) -> Void
  private let screen: KioskScreen
  private let wording = KioskWording()

  /// Makes the program of one visit.
  ///
  /// - Parameters:
  ///   - reader: Where the person types.
  ///   - alerts: The calls for staff.
  ///   - report: Tells the supervisor.
  public init(
    setting: KioskSetting, records: any KioskRecords, reader: any LineReader,
    output: any TextOutput, display: Display, alerts: (any AlertSink)?,
    alertTests: (any AlertTestSpool)?, lastAlertTest: AlertTest?,
    report: @escaping (VisitMessage) -> Void
  ) {
    self.setting = setting
    self.records = records
    self.reader = KioskReader(reader)
    self.output = output
    self.display = display
    self.alerts = alerts
    alertTesting = AlertTesting(
      spool: alertTests, last: lastAlertTest, records: records,
      report: { report(.alertTest($0)) })
    setPrint = { report(.print($0)) }
    screen = KioskScreen(
      reader: self.reader, output: output, display: display, idle: setting.idle, alerts: alerts)
  }

  /// Holds one visit.
  ///
  /// - Parameter crash: How the visit before crashed, if it did.
  public func run(after crash: Crash?) -> VisitEnding {
    if crash != nil { records.note(.crashed) }
    do throws(VisitInterruption) {
      let page = StartPage(
        setting: setting, screen: screen, records: records, alertTesting: alertTesting,
        setPrint: setPrint)
      switch try page.run(after: crash) {
      case .stopKiosk: return .kioskStopped
      case .begin(let details):
        switch begun(details) {
        case .success(let visit): return try hold(visit, details.attendance)
        case .failure(let error):
          return UnusablePage(screen: screen, clinic: setting.clinic).run("\(error)")
        }
      case .resumed(let visit): return try hold(visit, attendanceOfResumed)
      }
    } catch {
      return VisitEnding(error)
    }
  }

  /// Whoever comes back is told of staff as everybody is: when a call of today was acknowledged.
  private var attendanceOfResumed: Attendance {
    alertTesting.isPassed ? setting.attendance : .unattended
  }

  // MARK: - A visit

  private func begun(_ details: VisitDetails) -> Result<any KioskVisit, any Error> {
    Result { try records.begin(details) }
  }

  private func hold(
    _ visit: any KioskVisit, _ attendance: Attendance
  ) throws(VisitInterruption) -> VisitEnding {
    guard try isIdentified(visit) else { return .next }
    _ = try ask(visit.opening, of: visit, prompt: wording.continuePrompt)
    let staff = StaffInVisit(
      screen: screen, records: records, alertTesting: alertTesting, outbox: setting.outbox)
    let session = InterviewSession(
      visit.conversation(attendance: attendance, alerts: alerts), reader: reader, output: output,
      display: shown, idle: setting.idle, alerts: alerts, staff: staff)
    let outcome = session.run()
    let remarks = end(visit, session.conversation, after: outcome)
    handOver()
    try sayGoodbye(after: outcome, session.farewell, remarks)
    return staff.stopsKiosk ? .kioskStopped : .next
  }

  /// Text only added below stays so in the interview.
  private var shown: Display {
    var display = display
    display.presentation = screen.presentation
    return display
  }

  /// Asks a person who comes back who they are; false when it was not shown.
  private func isIdentified(_ visit: any KioskVisit) throws(VisitInterruption) -> Bool {
    let question: [Block]
    switch visit.identity {
    case .none: return true
    case .question(let blocks): question = blocks
    case .refused(let words):
      try refuse(visit, words)
      return false
    }
    var remarks: [Block] = []
    while true {
      switch visit.receiveIdentity(try ask(remarks + question, of: visit)) {
      case .same: return true
      case .again(let remark): remarks = [remark]
      case .refused(let words):
        try refuse(visit, words)
        return false
      }
    }
  }

  private func refuse(_ visit: any KioskVisit, _ words: String) throws(VisitInterruption) {
    visit.letGo()
    try wait(on: [.text(words)])
  }

  /// Asks on a page before the first question; whoever goes away there has not begun.
  private func ask(
    _ blocks: [Block], of visit: any KioskVisit, prompt: String? = nil
  ) throws(VisitInterruption) -> String {
    do {
      return try screen.ask(KioskPage(blocks: blocks, prompt: prompt ?? wording.answerPrompt))
    } catch {
      visit.letGo()
      throw error
    }
  }

  // MARK: - The end

  private func end(
    _ visit: any KioskVisit, _ conversation: Conversation, after outcome: SessionOutcome
  ) -> [Block] {
    do {
      return try visit.end(conversation, after: outcome)
    } catch { return [.error("Error: \(error)")] }
  }

  /// What cannot be handed over now goes with the next; the doctor tells about it.
  private func handOver() {
    if let outbox = setting.outbox { _ = try? records.handOver(to: outbox) }
  }

  private func sayGoodbye(
    after outcome: SessionOutcome, _ farewell: [Block], _ remarks: [Block]
  ) throws(VisitInterruption) {
    let words: [Block]
    switch outcome {
    case .ended: words = farewell
    case .left: words = [.text(wording.wasAway)]
    case .endedByStaff: words = [.text(wording.endedByStaff)]
    case .terminated(let signal): throw .terminated(signal)
    case .disconnected, .outputGone, .endOfInput: throw .terminalGone
    }
    if !(words + remarks).isEmpty { try wait(on: words + remarks) }
  }

  /// Shows the last page, until somebody presses Enter or for as long as the settings say.
  private func wait(on blocks: [Block]) throws(VisitInterruption) {
    do {
      _ = try screen.ask(
        KioskPage(
          blocks: blocks, prompt: wording.endPrompt, idle: .leaves(after: setting.thanks)))
    } catch .nobodyThere { return }
  }
}
