import FHIR
import FormFiller

/// What a conversation is held with: its words, the clinic, who answers, and the clock.
public struct InterviewSetting: Sendable {
  /// The words.
  public var wording: Wording
  /// The language that questions are asked in to begin with, or nil for that of the form.
  public var language: LanguageTag?
  /// What is told about the clinic and about help.
  public var clinic: ClinicInformation
  /// Whether staff are near, if they can be called.
  public var attendance: Attendance
  /// What can be read with `:learn`: a form of texts in groups, or nil for nothing.
  public var education: Form?
  /// Who gives the answers.
  public var author: Change.Author
  /// The time now.
  public var now: @Sendable () -> PartialDateTime

  /// Makes a setting.
  public init(
    wording: Wording = .english, language: LanguageTag? = nil,
    clinic: ClinicInformation = ClinicInformation(), attendance: Attendance = .unattended,
    education: Form? = nil, author: Change.Author = .patient,
    now: @escaping @Sendable () -> PartialDateTime
  ) {
    self.wording = wording
    self.language = language
    self.clinic = clinic
    self.attendance = attendance
    self.education = education
    self.author = author
    self.now = now
  }
}
