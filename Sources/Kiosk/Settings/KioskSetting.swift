import FHIR
import Interview

/// What a kiosk is set up with.
public struct KioskSetting: Sendable {
  /// What stands above every page of a kiosk that is only tried out.
  public static let trialBanner = "TRIAL: not for patients"

  /// Who begins a visit.
  public var start: KioskStart
  /// What is told about the clinic and about help.
  public var clinic: ClinicInformation
  /// Whether the settings say that staff are near.
  public var attendance: Attendance
  /// The languages of the form, its own first.
  public var languages: [LanguageTag]
  /// Whether the letters of the terminal can be made larger.
  public var printCanChange: Bool
  /// The folder that ended records are handed over to, if one is set.
  public var outbox: String?
  /// How long the last page of a visit stays.
  public var thanks: Duration
  /// How long a screen may stand without a key.
  public var idle: IdlePolicy

  /// Makes a setting.
  public init(
    start: KioskStart = .staff, clinic: ClinicInformation = ClinicInformation(),
    attendance: Attendance = .unattended, languages: [LanguageTag] = [],
    printCanChange: Bool = false, outbox: String? = nil, thanks: Duration = .seconds(60),
    idle: IdlePolicy = IdlePolicy(afterWarning: .leaves)
  ) {
    self.start = start
    self.clinic = clinic
    self.attendance = attendance
    self.languages = languages
    self.printCanChange = printCanChange
    self.outbox = outbox
    self.thanks = thanks
    self.idle = idle
  }
}
