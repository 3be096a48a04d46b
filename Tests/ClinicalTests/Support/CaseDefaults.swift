import FHIR
import Interview

/// What everyone answers where a case does not say.
struct CaseDefaults: Decodable, Sendable {
  /// The instruments, by the start of their linkIds.
  let instruments: [String]
  /// The answers by linkId.
  let answers: [String: TypedAnswer]
  let setting: Setting

  /// The clinic where the interview is held.
  struct Setting: Decodable, Sendable {
    let clinic: String
    let phone: String
    let emergencyNumber: String
    let crisisLine: String
  }

  /// The defaults of the tests.
  static func read() throws -> CaseDefaults {
    try ClinicalFile.read(CaseDefaults.self, from: "Defaults.json")
  }

  /// Whether a question belongs to an instrument.
  func isInstrument(_ linkId: String) -> Bool {
    instruments.contains { linkId.hasPrefix($0 + ".") }
  }

  /// The setting of the interview at a time.
  func interviewSetting(at time: PartialDateTime) -> InterviewSetting {
    InterviewSetting(
      clinic: ClinicInformation(
        name: setting.clinic, phone: setting.phone, emergencyNumber: setting.emergencyNumber,
        crisisLines: [CrisisLine(setting.crisisLine)]),
      now: { time })
  }
}
