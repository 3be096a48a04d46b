import FHIR
import FormFiller

/// The words of a summary for the clinician, all in one place.
///
/// They say what was answered, in what state. None of them judges.
enum SummaryWording {
  static let title = "REFERRAL SUMMARY"
  static let notVerified = "Patient-reported, not verified."
  static let ungrouped = "Answers"

  // MARK: - Who and what

  static let name = "Name"
  static let birthDate = "Date of birth"
  static let phone = "Phone"
  static let consent = "Consent"
  static let answeredBy = "Answered by"
  static let mayDecide = "May decide"
  static let clinic = "Clinic"
  static let dates = "Dates"
  static let form = "Form"
  static let response = "Response"
  static let disclosure = "Shown"
  static let notStated = "(not stated)"
  static let unnamedForm = "(no name)"

  static func age(_ age: ClosedRange<Int>) -> String {
    age.count == 1 ? "age \(age.lowerBound)" : "age \(age.lowerBound) to \(age.upperBound)"
  }

  static func author(_ author: Change.Author) -> String? {
    switch author {
    case .patient: "patient"
    case .helper: "helper"
    case .staff: "staff"
    case .form: nil
    }
  }

  static func authors(_ names: [String]) -> String {
    "typed by " + names.joined(separator: ", then ")
  }

  static func dates(answered: PartialDateTime?, made: PartialDateTime) -> String {
    guard let answered else { return "summary made \(moment(made))" }
    return "answered \(moment(answered)); summary made \(made.date)"
  }

  /// A date and time to read.
  static func moment(_ time: PartialDateTime) -> String {
    guard let clock = time.time else { return time.date.description }
    let zone = time.offsetMinutes.map { offset in
      let hours = twoDigits(abs(offset) / 60)
      let minutes = twoDigits(abs(offset) % 60)
      return offset == 0 ? " UTC" : " UTC\(offset < 0 ? "-" : "+")\(hours):\(minutes)"
    }
    return "\(time.date) \(twoDigits(clock.hour)):\(twoDigits(clock.minute))\(zone ?? "")"
  }

  /// A date and time to read; of the same day as another, the time alone.
  static func moment(_ time: PartialDateTime, after other: PartialDateTime?) -> String {
    guard let other, let clock = time.time, time.date == other.date,
      time.offsetMinutes == other.offsetMinutes
    else { return moment(time) }
    return "\(twoDigits(clock.hour)):\(twoDigits(clock.minute))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  static func form(_ questionnaire: QuestionnaireIdentity) -> String {
    var parts = [questionnaire.title ?? unnamedForm]
    if let version = questionnaire.version { parts.append("version \(version)") }
    switch questionnaire.status {
    case "draft": parts.append("DRAFT, not approved")
    case "active", nil: break
    case let other?: parts.append(other)
    }
    return parts.joined(separator: ", ")
  }

  static func status(_ status: QuestionnaireResponse.Status) -> String {
    switch status {
    case .completed: "WHOLE: completed"
    case .amended: "WHOLE: completed, changed later"
    case .inProgress: "PART: still in progress"
    case .stopped: "PART: stopped before the end"
    case .enteredInError: "ENTERED IN ERROR: this response should not exist"
    }
  }

  static func counts(_ counts: QuestionCounts) -> String {
    let states: [QuestionState] = [
      .answered, .doesNotKnow, .prefersNotToSay, .skipped, .unreadable,
    ]
    let asked = states.filter { counts[$0] > 0 || $0 == .answered }
      .map { "\(counts[$0]) \(state($0))" }.joined(separator: ", ")
    var parts = ["\(counts.asked) asked: \(asked)"]
    if counts[.noAnswer] > 0 { parts.append("\(counts[.noAnswer]) without answer") }
    if counts[.notReached] > 0 { parts.append("\(counts[.notReached]) not reached") }
    return parts.joined(separator: "; ")
  }

  static func disclosure(_ disclosure: Disclosure) -> String? {
    let extent: String? =
      switch disclosure.extent {
      case .everything: nil
      case .withoutWithheldByDefault: "without what is withheld by default"
      case .withoutSensitive: "without sensitive questions"
      }
    let shown = disclosure.shown.sorted().joined(separator: ", ")
    let withheld = disclosure.withheld.sorted().joined(separator: ", ")
    let parts = [
      extent, shown.isEmpty ? nil : "with \(shown)", withheld.isEmpty ? nil : "without \(withheld)",
    ]
    .compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  // MARK: - Lists of page one

  static let nothingUrgent = "URGENT: none raised; no answer opened a help page."
  static let noUrgentRecord = "URGENT: no answer opened a help page."
  static let answeredNo = "ASKED, ANSWERED NO"
  static let waitsForStaff = "WAITS FOR STAFF - not asked, no privacy"
  static let withheld = "WITHHELD FROM THIS SUMMARY"
  static let readingProblems = "DOES NOT FIT THE FORM - may be missing here"

  static func heading(_ state: QuestionState) -> String {
    switch state {
    case .answered: "ANSWERED"
    case .doesNotKnow: "NOT KNOWN - patient does not know"
    case .prefersNotToSay: "PREFERRED NOT TO SAY"
    case .skipped: "SKIPPED"
    case .noAnswer: "NO ANSWER - skipped or not asked"
    case .notReached: "NOT REACHED"
    case .unreadable: "COULD NOT BE READ"
    }
  }

  /// The kind of a help page, when it was opened, and what happened with it.
  static func helpPage(_ record: UrgentRecord) -> String {
    let page =
      switch record.kind {
      case .emergency: "emergency page"
      case .crisis: "crisis page"
      case .sameDay: "same-day page"
      }
    let events = [
      ("staff called", record.staffCalled), ("shown", record.shown),
      ("acknowledged", record.acknowledged), ("closed by later answers", record.closed),
    ]
    let opened = record.opened.map { moment($0) } ?? "time not recorded"
    return
      (["\(page), \(opened)"]
      + events.compactMap { name, time in
        time.map { "\(name) \(moment($0, after: record.opened))" }
      }).joined(separator: "; ")
  }

  static let answersNotRecorded = "(the answers were not recorded)"

  static func later(_ time: PartialDateTime, after opened: PartialDateTime?) -> String {
    "Later, \(moment(time, after: opened)):"
  }

  static func count(_ number: Int, in section: String) -> String { "\(section) (\(number))" }

  // MARK: - Detail

  static let detail = "ALL ANSWERS BY SECTION"
  static let wordings = "THE QUESTIONS AS THEY WERE ASKED"
  static let offered = "Choices:"
  static let row = "No."
  static let withheldMark = "withheld"

  static func state(_ state: QuestionState) -> String {
    switch state {
    case .answered: "answered"
    case .doesNotKnow: "not known"
    case .prefersNotToSay: "preferred not to say"
    case .skipped: "skipped"
    case .noAnswer: "no answer"
    case .notReached: "not reached"
    case .unreadable: "could not be read"
    }
  }

  static func program(_ version: String) -> String { "Made by intake \(version)." }

  static let end = "End of summary."
}
