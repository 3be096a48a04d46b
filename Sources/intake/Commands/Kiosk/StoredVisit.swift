import FHIR
import FormFiller
import Interview
import Kiosk
import RecordStore
import Visits

/// The visit of one person at a kiosk, kept in a record.
final class StoredVisit: KioskVisit {
  private let visit: Visit
  private let kiosk: KioskInstallation
  private let folder: QuestionnaireFolder
  private let response: Response
  private var check: BirthDateCheck?
  private let wording = VisitWording.english

  /// Takes a visit with the content that it was begun with.
  ///
  /// - Throws: `InputError` or `ReplayError` when the answers cannot be read; the visit is let go then.
  init(_ visit: Visit, at kiosk: KioskInstallation) throws {
    self.visit = visit
    self.kiosk = kiosk
    do {
      folder = try QuestionnaireFolder(visit.archive, at: kiosk.folder.path)
      let form = visit.history == nil ? kiosk.form : try folder.intakeForm()
      response = try visit.response(to: form.form)
    } catch {
      visit.letGo()
      throw error
    }
    check = visit.history == nil ? nil : visit.birthDateCheck(response)
  }

  var opening: [Block] {
    if visit.history != nil { return wording.goingOn(visit.interruption) }
    return visit.code.map { wording.codePage($0.description, visit.recovery) } ?? []
  }

  // MARK: - Who comes back

  var identity: IdentityRequest {
    guard let check else { return .none }
    return check.isOver
      ? .refused(wording.unknownPerson(visit.recovery)) : .question(wording.birthDateQuestion)
  }

  func receiveIdentity(_ line: String) -> IdentityAnswer {
    guard var check else { return .same }
    let outcome = check.receive(line, today: SystemClock.now().date)
    visit.note(outcome)
    self.check = check
    return switch outcome {
    case .same: .same
    case .another where check.isOver: .refused(wording.unknownPerson(visit.recovery))
    case .another: .again(wording.wrongBirthDate(triesLeft: check.triesLeft))
    case .notUnderstood: .again(wording.noBirthDate)
    }
  }

  func letGo() { visit.letGo() }

  // MARK: - The interview

  func conversation(attendance: Attendance, alerts: (any AlertSink)?) -> Conversation {
    Conversation(
      response,
      setting: InterviewSetting(
        language: visit.history?.language ?? visit.opening.language, clinic: kiosk.settings.clinic,
        attendance: attendance, education: try? folder.educationForm()?.form,
        author: visit.opening.author, now: { SystemClock.now() }),
      closedGroups: visit.history?.closedGroups ?? [], journal: visit, alerts: alerts)
  }

  func end(_ conversation: Conversation, after outcome: SessionOutcome) throws -> [Block] {
    let response = conversation.response
    switch outcome {
    case .ended(.completed): try finish(.completed, response)
    case .ended(.ended): try finish(.ended, response)
    case .ended(.discarded): try discard(response)
    case .ended(.stopped):
      try visit.stop(response)
      return visit.code.map { wording.codeAgain($0.description) } ?? []
    case .left, .endedByStaff: try visit.leave(response)
    case .endOfInput, .disconnected, .terminated, .outputGone: try visit.stop(response)
    }
    return []
  }

  private func finish(_ end: VisitEnd, _ response: Response) throws {
    let status: QuestionnaireResponse.Status = end == .completed ? .completed : .stopped
    try visit.finish(end, response, document(response, status))
  }

  /// Nothing is kept but the word that help may be needed.
  private func discard(_ response: Response) throws {
    guard !response.urgentRecords.isEmpty else { return try visit.discard() }
    try visit.discard(keeping: (response, try document(response, .stopped)))
  }

  private func document(
    _ response: Response, _ status: QuestionnaireResponse.Status
  ) throws -> JSONNode {
    try response.document(as: status, authored: SystemClock.now()).root
  }
}
