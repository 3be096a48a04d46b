import FHIR
import Interview

/// The settings of one installation, from the configuration file and the environment.
struct Settings: Sendable {
  /// What a person is told about the clinic and about help, but for what the country gives.
  var clinic = ClinicInformation()
  /// The country whose numbers are shown, as a two-letter code.
  var country: String?
  /// When somebody at the clinic last called all numbers, if they have.
  var numbersConfirmed: PartialDate?
  /// How staff are called.
  var alerts = AlertSettings()
  /// The language that questions are asked in to begin with, where a form has it.
  var language: LanguageTag?
  /// How long the screen may stand without a key.
  var idle = IdlePolicy()
  /// Where records are kept, and for how long.
  var records = RecordSettings()
  /// How a machine for patients behaves.
  var kiosk = KioskSettings()
}

/// The names of the settings, as they stand in the file with points between the levels.
enum SettingKey: String, CaseIterable {
  /// The clinic's name.
  case clinicName = "clinic.name"
  /// The clinic's telephone number.
  case clinicPhone = "clinic.phone"
  /// The country whose numbers are given, as a two-letter code.
  case country
  /// The emergency number, in place of that of the country.
  case emergencyNumber = "help.emergencyNumber"
  /// How to reach a crisis line, such as `call or text 988`, in place of those of the country.
  case crisisLine = "help.crisisLine"
  /// The day on which somebody at the clinic last called all numbers.
  case numbersConfirmed = "help.confirmed"
  /// The folder in which a file calls staff.
  case alertFolder = "alerts.folder"
  /// What a call names this machine or visit.
  case alertLabel = "alerts.label"
  /// Where staff are to go when they are called.
  case alertPlace = "alerts.place"
  /// Whether staff are near.
  case attended = "alerts.attended"
  /// The language to begin with, such as `es`, where a form has it.
  case language
  /// Seconds without a key before the person is asked whether they are still there.
  case idleWarning = "idle.warningSeconds"
  /// Seconds after that before the screen is hidden.
  case idleHide = "idle.hideSeconds"
  /// Seconds with a hidden screen before the interview is left.
  case idleLeave = "idle.leaveSeconds"
  /// The folder of the store of records.
  case store
  /// Days after which a draft is closed.
  case draftDays = "records.draftDays"
  /// Days after which a record is deleted.
  case retentionDays = "records.retentionDays"
  /// Who begins an intake at a kiosk.
  case kioskStart = "kiosk.start"
  /// The folder into which a kiosk hands over what is finished.
  case kioskOutbox = "kiosk.outbox"
  /// Seconds for which a kiosk shows its thanks.
  case kioskThanks = "kiosk.thanksSeconds"
  /// What is run for larger letters on a kiosk's screen.
  case largePrintCommand = "kiosk.largePrintCommand"
  /// What is run for the usual letters on a kiosk's screen.
  case usualPrintCommand = "kiosk.usualPrintCommand"
}

extension SettingKey {
  /// What kind of value a setting has.
  enum ValueType {
    case text
    case country
    case language
    case date
    case line
    case truth
    case seconds
    case days
    case start
    case command
  }

  var type: ValueType {
    switch self {
    case .clinicName, .clinicPhone, .emergencyNumber, .crisisLine, .alertFolder: .text
    case .store, .kioskOutbox: .text
    case .draftDays, .retentionDays: .days
    case .kioskStart: .start
    case .largePrintCommand, .usualPrintCommand: .command
    case .numbersConfirmed: .date
    case .alertLabel, .alertPlace: .line
    case .attended: .truth
    case .country: .country
    case .language: .language
    case .idleWarning, .idleHide, .idleLeave, .kioskThanks: .seconds
    }
  }

  /// The variable of the environment that sets it, such as `INTAKE_HELP_EMERGENCY_NUMBER`.
  var environmentName: String {
    rawValue.reduce(into: "INTAKE_") { name, character in
      if character == "." {
        name += "_"
      } else {
        name += (character.isUppercase ? "_" : "") + character.uppercased()
      }
    }
  }
}
