import FHIR
import FormFiller
import Interview
import RecordStore
import Visits

/// The pages around the interview of a visit: the welcome, the code, coming back.
struct VisitPages {
  private let station: InterviewStation
  private let wording = VisitWording.english

  init(_ station: InterviewStation) { self.station = station }

  private var dialogue: PageDialogue { station.dialogue }

  // MARK: - Beginning

  /// What is said first; lines of a file or pipe are for the questions alone.
  func welcome(to form: Form) throws(PageInterruption) {
    guard station.reader.isInteractive else { return }
    try dialogue.present(dialogue.plainHint + wording.welcome(title: form.questionnaire.title))
  }

  /// Shows the code of a visit that begins.
  func show(_ visit: Visit) throws(PageInterruption) {
    guard let code = visit.code else { return }
    let page = wording.codePage(code.description, visit.recovery)
    if station.reader.isInteractive {
      try dialogue.present(page)
    } else {
      try dialogue.show(page)
    }
  }

  // MARK: - Coming back

  /// Asks for the code and opens the visit; nil when it was not to be had.
  func visit(in store: RecordStore) throws -> Visit? {
    var remarks: [Block] = dialogue.plainHint
    for _ in 0..<RecordStore.triesOfCode {
      let line = try dialogue.ask(remarks + wording.codeQuestion)
      do {
        return try Visit.resume(ResumeCode(typed: line), in: store, now: SystemClock.now)
      } catch let error as ResumeCodeError {
        remarks = [.error("Error: \(error)")]
      } catch let error as RecordStoreError {
        guard case .wrongCode = error else { throw InputError("\(error)") }
        remarks = [.error("Error: \(error)")]
      }
    }
    try dialogue.show([.text(wording.noCode)])
    return nil
  }

  /// Makes sure that whoever has the code is the person; false when they could not show it.
  func isPerson(_ response: Response, of visit: Visit) throws(PageInterruption) -> Bool {
    guard var check = visit.birthDateCheck(response) else { return true }
    var remarks: [Block] = []
    while !check.isOver {
      let line = try dialogue.ask(remarks + wording.birthDateQuestion)
      let outcome = check.receive(line, today: SystemClock.now().date)
      visit.note(outcome)
      switch outcome {
      case .same: return true
      case .another: remarks = [wording.wrongBirthDate(triesLeft: check.triesLeft)]
      case .notUnderstood: remarks = [wording.noBirthDate]
      }
    }
    try dialogue.show([.text(wording.unknownPerson(visit.recovery))])
    return false
  }

  /// Says that it goes on, and why it had stopped.
  func goOn(_ visit: Visit) throws(PageInterruption) {
    let page = wording.goingOn(visit.interruption)
    if station.reader.isInteractive {
      try dialogue.present(page)
    } else {
      try dialogue.show(page)
    }
  }
}
