import Interview

/// The words of the pages that only a kiosk has.
struct KioskWording {
  // MARK: - On every page

  /// The text before a line that takes an answer.
  var answerPrompt: String { "> " }
  /// The text before a line that only waits.
  var continuePrompt: String { "Press Enter to go on > " }
  /// The text before a line at the end of a page that has more.
  var morePrompt: String { "Press Enter for more > " }
  /// The warning that nobody has typed for long.
  var areYouThere: String { "Are you still there? Press any key to go on." }
  /// What the supervisor shows while it waits.
  var startingAgain: String {
    "This screen is starting again. Please wait a moment, or ask the staff."
  }
  /// That what was typed is not one of the words or numbers on the page.
  var notUnderstood: String { "Error: type a word or a number that stands on this page." }

  // MARK: - The first page

  /// The heading of the first page.
  func welcome(_ clinic: String?) -> String { clinic.map { "Welcome to \($0)" } ?? "Welcome" }
  /// What a person does at a kiosk that is open to all.
  var openInvitation: String {
    "Here you can answer questions for your visit. Press Enter to begin."
  }
  /// What a person does at a kiosk where staff begin.
  var staffInvitation: String { "Ask the staff to start your visit here." }
  /// The words that can be typed on the first page.
  func startWords(plain: Bool, large: Bool) -> String {
    var words = [("resume", "go on with an intake, with its code")]
    if plain { words.append(("plain", "plain text, for screen readers")) }
    if large { words.append(("large", "larger letters")) }
    words.append(("staff", "for the staff; on any other page: \(StaffMenu.command)"))
    return table(words)
  }
  /// The other ways there are.
  var otherWays: String { "Would you rather talk, or write on paper? Ask the staff." }
  /// That the program had to start again.
  var startedAgain: String {
    "The program had to start again. What you answered is kept: type resume and your code, or ask "
      + "the staff."
  }
  /// That text is only added below from now on.
  var plainIsOn: String { "Plain text is on." }

  // MARK: - The code

  /// The question for the code.
  var codeQuestion: String { "What is your code?" }
  /// How a code is typed.
  var codeHint: String { "Type its 16 letters and digits. Empty: back to the first page." }

  // MARK: - Staff

  /// The question for the name.
  var nameQuestion: String { "Staff: what is your name here?" }
  /// How to leave the page.
  var emptyLeadsBack: String { "Empty: back." }
  /// The question for the passphrase.
  var passphraseQuestion: String { "Your passphrase" }
  /// That nothing of a passphrase can be seen.
  var passphraseHint: String { "Nothing you type is shown. Empty: back." }

  /// The heading of the staff's page.
  func staffHeading(_ name: String) -> String { "Staff: \(name)" }
  /// The words of a choice on the staff's page.
  func label(of choice: StaffMenu.Choice) -> String {
    switch choice {
    case .startVisit: "Start a visit"
    case .goOn: "Go on with the question"
    case .endVisit: "End this visit; the answers are kept"
    case .reopen: "Reopen a draft of today"
    case .handOver: "Hand over finished records"
    case .testAlert: "Test the call for staff"
    case .stopKiosk: "Stop this kiosk"
    case .leave: "Back to the first page"
    }
  }
  /// What has to be done before another draft is reopened.
  var endBeforeReopening: String {
    "To reopen another draft, end this visit first. Then type staff on the first page."
  }

  // MARK: - A visit

  /// The question for the label.
  var labelQuestion: String { "What do you call this visit?" }
  /// What a label is.
  var labelHint: String { "A label for the list, like \"Room 2\" or initials." }
  /// That a label is needed.
  var labelNeeded: String { "Error: type a label of at most 60 letters." }
  /// The question for the appointment.
  var appointmentQuestion: String { "Appointment number, if there is one" }
  /// That the line may stay empty.
  var optionalHint: String { "Empty: none." }
  /// The question for the language.
  var languageQuestion: String { "In which language?" }
  /// The question for the size of letters.
  var printQuestion: String { "How large should the letters be?" }
  /// The words for a size of letters.
  func words(for size: PrintSize) -> String { size == .usual ? "As they are" : "Large" }
  /// The question who types.
  var typistQuestion: String { "Who will type?" }
  /// The words for who types.
  func words(for typist: VisitDetails.Typist) -> String {
    typist == .patient ? "The patient" : "Somebody who helps the patient"
  }
  /// The question whether staff are near.
  var attendanceQuestion: String { "Will staff be near and come when they are called?" }
  /// The words for whether staff are near.
  func words(for attendance: Attendance) -> String { attendance == .attended ? "Yes" : "No" }
  /// Why nobody is asked whether staff are near.
  var noAttendance: String {
    "Pages of help will not say that staff come: the call for staff was not tested and acknowledged "
      + "today."
  }

  // MARK: - Drafts

  /// The question which draft is reopened.
  var draftQuestion: String { "Which draft?" }
  /// That there is none.
  var noDrafts: String { "There is no draft of today." }
  /// A draft in the list.
  func draft(_ draft: DraftSummary) -> String {
    let appointment = draft.appointment.map { ", appointment \($0)" } ?? ""
    return "\(draft.label ?? "No label")\(appointment), last answer at \(draft.updated)"
  }

  // MARK: - Handing over

  /// The question for the folder.
  var folderQuestion: String { "Hand over to which folder?" }
  /// What the folder is.
  func folderHint(_ usual: String?) -> String {
    "The path of a folder or a stick, like /media/stick."
      + (usual.map { " Empty: \($0)" } ?? " Empty: back.")
  }
  /// How many records were handed over.
  func handedOver(_ count: Int) -> String {
    count == 0
      ? "There is nothing to hand over."
      : "\(count) record\(count == 1 ? "" : "s") handed over."
  }

  // MARK: - The call for staff

  /// That there is no folder for calls.
  var noAlerts: String {
    "Nobody can be called from here: no folder for calls is set (alerts.folder)."
  }
  /// That the call could not be written.
  var testFailed: String {
    "Error: the call could not be written. Check the folder of alerts.folder."
  }
  /// What to do next.
  var testIsOut: String {
    "A test call is out. Acknowledge it where calls are seen, then come back here. Press Enter to "
      + "look."
  }
  /// That the call was acknowledged.
  var testAcknowledged: String {
    "The test call of today was acknowledged. Visits can be started as attended."
  }
  /// That it was not.
  var testNotAcknowledged: String {
    "The test call is not acknowledged yet. Until it is, pages of help do not say that staff come."
  }

  // MARK: - Stopping

  /// The question before the kiosk stops.
  var stopQuestion: String { "Stop this kiosk?" }
  /// The two answers.
  var stopChoices: [String] { ["Yes, stop", "No, go back"] }

  // MARK: - The end

  /// The text before the line at the end of a visit.
  var endPrompt: String { "Press Enter to clear the screen > " }
  /// What somebody reads who was away.
  var wasAway: String {
    "Nobody typed for a while, so we hid the screen. The answers are kept. To go on, type resume and "
      + "your code on the first page, or ask the staff."
  }
  /// What somebody reads whose visit staff have ended.
  var endedByStaff: String { "The staff ended this visit here. The answers are kept." }
  /// What stands on a kiosk that cannot take answers.
  func unusable(_ clinic: ClinicInformation) -> String {
    let lines = [
      "This screen cannot take answers now. Ask the staff; they also have paper.",
      clinic.emergencyNumber.map { "Emergency: call \($0)." },
      clinic.phone.map { "\(clinic.name ?? "Clinic"): \($0)." },
    ]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }
  /// What the staff are told about it.
  func forStaff(_ reason: String) -> String { "For the staff: \(reason)" }
  /// The text before the line that tries again.
  var tryAgainPrompt: String { "Press Enter to try again > " }

  private func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { word, meaning in
      word + String(repeating: " ", count: width - word.count + 2) + meaning
    }.joined(separator: "\n")
  }
}
