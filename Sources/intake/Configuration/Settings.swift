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
  }

  var type: ValueType {
    switch self {
    case .clinicName, .clinicPhone, .emergencyNumber, .crisisLine, .alertFolder: .text
    case .numbersConfirmed: .date
    case .alertLabel, .alertPlace: .line
    case .attended: .truth
    case .country: .country
    case .language: .language
    case .idleWarning, .idleHide, .idleLeave: .seconds
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
