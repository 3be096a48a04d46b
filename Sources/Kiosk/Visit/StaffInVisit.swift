import Interview

/// Staff who come in between in the midst of a visit.
final class StaffInVisit: StaffAccess {
  private let screen: KioskScreen
  private let records: any KioskRecords
  private let alertTesting: AlertTesting
  private let outbox: String?

  /// Whether staff have stopped the kiosk.
  private(set) var stopsKiosk = false

  init(
    screen: KioskScreen, records: any KioskRecords, alertTesting: AlertTesting, outbox: String?
  ) {
    self.screen = screen
    self.records = records
    self.alertTesting = alertTesting
    self.outbox = outbox
  }

  func isAsked(by line: String) -> Bool { StaffMenu.isCommand(line) }

  func open() -> AfterStaff {
    do throws(VisitInterruption) {
      let menu = StaffMenu(
        place: .visit, screen: screen, records: records, alertTesting: alertTesting,
        outbox: outbox)
      switch try menu.run() {
      case .goOn, .leave, .startVisit, .reopened: return .goesOn
      case .endVisit: return .ends
      case .stopKiosk:
        stopsKiosk = true
        return .ends
      }
    } catch {
      return switch error {
      case .nobodyThere: .goesOn
      case .terminated(let signal): .terminated(signal)
      case .terminalGone: .disconnected
      }
    }
  }
}
