import FHIR
import Interview

/// Asks staff what is settled about a visit before the person sits down.
struct DetailQuestions {
  let screen: KioskScreen
  let setting: KioskSetting
  /// Whether a test call of today was acknowledged.
  let canBeAttended: Bool
  let setPrint: (PrintSize) -> Void
  private let wording = KioskWording()

  /// The longest label or appointment, in letters.
  private static let longestLine = 60

  init(
    screen: KioskScreen, setting: KioskSetting, canBeAttended: Bool,
    setPrint: @escaping (PrintSize) -> Void
  ) {
    self.screen = screen
    self.setting = setting
    self.canBeAttended = canBeAttended
    self.setPrint = setPrint
  }

  /// The details of the visit.
  func run() throws(VisitInterruption) -> VisitDetails {
    var details = VisitDetails(label: try askLabel(), appointment: try askAppointment())
    if setting.languages.count > 1 {
      details.language = try screen.choose(
        wording.languageQuestion, among: setting.languages, label: \.nameOfItsOwn)
    }
    if setting.printCanChange {
      setPrint(
        try screen.choose(wording.printQuestion, among: PrintSize.allCases) {
          wording.words(for: $0)
        })
    }
    details.typist = try screen.choose(
      wording.typistQuestion, among: VisitDetails.Typist.allCases
    ) { wording.words(for: $0) }
    details.attendance = try askAttendance()
    return details
  }

  private func askLabel() throws(VisitInterruption) -> String {
    var remarks: [Block] = []
    while true {
      let line = try screen.ask(
        KioskPage(
          blocks: remarks + [.question(wording.labelQuestion), .hint(wording.labelHint)]))
      if 1...Self.longestLine ~= line.count { return line }
      remarks = [.error(wording.labelNeeded)]
    }
  }

  private func askAppointment() throws(VisitInterruption) -> String? {
    let line = try screen.ask(
      KioskPage(
        blocks: [.question(wording.appointmentQuestion), .hint(wording.optionalHint)],
        maximumLength: Self.longestLine))
    return line.isEmpty ? nil : line
  }

  private func askAttendance() throws(VisitInterruption) -> Attendance {
    guard canBeAttended else {
      _ = try screen.ask(
        KioskPage(blocks: [.note(wording.noAttendance)], prompt: wording.continuePrompt))
      return .unattended
    }
    return try screen.choose(
      wording.attendanceQuestion, among: [Attendance.attended, .unattended]
    ) { wording.words(for: $0) }
  }
}
