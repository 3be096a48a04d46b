import Interview

/// The page for staff, behind their passphrase.
struct StaffMenu {
  /// What is typed on any page to come here.
  static let command = ":staff"

  /// What can be chosen.
  enum Choice: Hashable {
    case startVisit
    case goOn
    case endVisit
    case reopen
    case handOver
    case testAlert
    case stopKiosk
    case leave
  }

  /// What the page leads to.
  enum Outcome {
    case leave
    case startVisit
    case goOn
    case endVisit
    case reopened(any KioskVisit)
    case stopKiosk
  }

  /// Where the page was asked for.
  enum Place {
    /// On the first page.
    case start
    /// In the midst of a visit.
    case visit
  }

  let place: Place
  let screen: KioskScreen
  let records: any KioskRecords
  let alertTesting: AlertTesting
  let outbox: String?
  private let wording = KioskWording()

  init(
    place: Place, screen: KioskScreen, records: any KioskRecords, alertTesting: AlertTesting,
    outbox: String?
  ) {
    self.place = place
    self.screen = screen
    self.records = records
    self.alertTesting = alertTesting
    self.outbox = outbox
  }

  /// Whether a line asks for the page from a question.
  static func isCommand(_ line: String) -> Bool {
    line.withoutOuterSpaces.lowercased() == command
  }

  /// Asks for name and passphrase, and then what to do.
  func run() throws(VisitInterruption) -> Outcome {
    guard let rights = try StaffUnlock(screen: screen, records: records).run() else {
      return .leave
    }
    var remarks: [Block] = []
    while true {
      let chosen = try choose(rights.name, remarks)
      remarks = []
      switch chosen {
      case nil: remarks = [.error(wording.notUnderstood)]
      case .startVisit: return .startVisit
      case .goOn: return .goOn
      case .endVisit: return .endVisit
      case .leave: return .leave
      case .stopKiosk:
        if try isStopConfirmed() {
          rights.noteStop()
          return .stopKiosk
        }
      case .testAlert: remarks = try alertTesting.run(screen)
      case .handOver: remarks = try handOver()
      case .reopen where place == .visit: remarks = [.note(wording.endBeforeReopening)]
      case .reopen:
        switch try reopen(rights) {
        case .success(let visit): return .reopened(visit)
        case .failure(let why): remarks = why.remarks
        }
      }
    }
  }

  // MARK: - Choosing

  /// The choices, the last of which is 0.
  private var choices: [Choice] {
    switch place {
    case .start: [.startVisit, .reopen, .handOver, .testAlert, .stopKiosk, .leave]
    case .visit: [.goOn, .endVisit, .reopen, .handOver, .testAlert, .stopKiosk]
    }
  }

  private func choose(
    _ name: String, _ remarks: [Block]
  ) throws(VisitInterruption) -> Choice? {
    let choices = choices
    let shown = choices.enumerated().map { index, choice in
      Block.Choice(marker: marker(of: choice, at: index), label: wording.label(of: choice))
    }
    let line = try screen.ask(
      KioskPage(
        blocks: [.title(wording.staffHeading(name), isNew: true)] + remarks + [.choices(shown)]))
    return choices.enumerated().first { marker(of: $1, at: $0) == line }?.element
  }

  private func marker(of choice: Choice, at index: Int) -> String {
    choice == .leave ? "0" : String(index + 1)
  }

  private func isStopConfirmed() throws(VisitInterruption) -> Bool {
    try screen.choose(wording.stopQuestion, among: wording.stopChoices) == 0
  }

  // MARK: - Handing over

  private func handOver() throws(VisitInterruption) -> [Block] {
    let line = try screen.ask(
      KioskPage(
        blocks: [.question(wording.folderQuestion), .hint(wording.folderHint(outbox))],
        maximumLength: 400))
    guard let folder = line.isEmpty ? outbox : line else { return [] }
    do {
      return [.note(wording.handedOver(try records.handOver(to: folder)))]
    } catch { return [.error("Error: \(error)")] }
  }

  // MARK: - Drafts

  private struct NoDraft: Error {
    let remarks: [Block]
  }

  private func reopen(
    _ rights: any StaffRights
  ) throws(VisitInterruption) -> Result<any KioskVisit, NoDraft> {
    let drafts: [DraftSummary]
    do {
      drafts = try rights.draftsOfToday()
    } catch { return .failure(NoDraft(remarks: [.error("Error: \(error)")])) }
    guard !drafts.isEmpty else {
      return .failure(NoDraft(remarks: [.note(wording.noDrafts)]))
    }
    let labels = drafts.map { wording.draft($0) }
    guard
      let index = try screen.choose(
        wording.draftQuestion, among: labels, emptyAnswer: wording.emptyLeadsBack)
    else { return .failure(NoDraft(remarks: [])) }
    do {
      return .success(try rights.reopen(drafts[index]))
    } catch { return .failure(NoDraft(remarks: [.error("Error: \(error)")])) }
  }
}
