import FHIR
import Interview
import LineEditor

/// The first page of a kiosk: a visit is begun or gone on with, or staff come in.
struct StartPage {
  /// What the first page leads to.
  enum Outcome {
    /// A new visit.
    case begin(VisitDetails)
    /// A visit that was begun before.
    case resumed(any KioskVisit)
    /// Staff stopped the kiosk.
    case stopKiosk
  }

  let setting: KioskSetting
  let screen: KioskScreen
  let records: any KioskRecords
  let alertTesting: AlertTesting
  let setPrint: (PrintSize) -> Void
  private let wording = KioskWording()

  init(
    setting: KioskSetting, screen: KioskScreen, records: any KioskRecords,
    alertTesting: AlertTesting, setPrint: @escaping (PrintSize) -> Void
  ) {
    self.setting = setting
    self.screen = screen
    self.records = records
    self.alertTesting = alertTesting
    self.setPrint = setPrint
  }

  /// Shows the page until it leads on.
  ///
  /// - Parameter crash: How the visit before crashed, if it did.
  func run(after crash: Crash?) throws(VisitInterruption) -> Outcome {
    var remarks: [Block] = crash == nil ? [] : [.note(wording.startedAgain)]
    while true {
      let line = try screen.ask(KioskPage(blocks: blocks(remarks), idle: .startsAgain))
      remarks = []
      switch word(line) {
      case .begin where setting.start == .open: return .begin(VisitDetails(attendance: attendance))
      case .begin: break
      case .resume:
        if let visit = try resume() { return .resumed(visit) }
      case .plain:
        screen.presentation = .plain
        remarks = [.note(wording.plainIsOn)]
      case .large: setPrint(.large)
      case .staff:
        if let outcome = try enterStaff() { return outcome }
      case nil: remarks = [.error(wording.notUnderstood)]
      }
    }
  }

  // MARK: - The page

  private func blocks(_ remarks: [Block]) -> [Block] {
    [
      .question(wording.welcome(setting.clinic.name)),
      .text(setting.start == .open ? wording.openInvitation : wording.staffInvitation),
      .text(wording.otherWays),
      .keys(
        wording.startWords(plain: screen.presentation == .styled, large: setting.printCanChange)),
    ] + remarks
  }

  private enum Word {
    case begin
    case resume
    case plain
    case large
    case staff
  }

  private func word(_ line: String) -> Word? {
    switch line.lowercased() {
    case "", "begin", "start": .begin
    case "resume": .resume
    case "plain": .plain
    case "large" where setting.printCanChange: .large
    case "staff", StaffMenu.command: .staff
    default: nil
    }
  }

  /// Staff are spoken of where the settings say that they are near and a call of today has shown it.
  private var attendance: Attendance {
    alertTesting.isPassed ? setting.attendance : .unattended
  }

  // MARK: - A code

  private func resume() throws(VisitInterruption) -> (any KioskVisit)? {
    var remarks: [Block] = []
    while true {
      let code: String
      do {
        code = try screen.ask(
          KioskPage(
            blocks: remarks + [.question(wording.codeQuestion), .hint(wording.codeHint)]))
      } catch .nobodyThere { return nil }
      if code.isEmpty { return nil }
      do {
        return try records.resume(code: code)
      } catch { remarks = [.error("Error: \(error)")] }
    }
  }

  // MARK: - Staff

  /// What staff chose; nil when they left their page, or went away from it.
  private func enterStaff() throws(VisitInterruption) -> Outcome? {
    do {
      let menu = StaffMenu(
        place: .start, screen: screen, records: records, alertTesting: alertTesting,
        outbox: setting.outbox)
      switch try menu.run() {
      case .startVisit:
        return .begin(
          try DetailQuestions(
            screen: screen, setting: setting, canBeAttended: alertTesting.isPassed,
            setPrint: setPrint
          ).run())
      case .reopened(let visit): return .resumed(visit)
      case .stopKiosk: return .stopKiosk
      case .leave, .goOn, .endVisit: return nil
      }
    } catch .nobodyThere { return nil }
  }
}
