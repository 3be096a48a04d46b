import Configuration
import FHIR
import Interview

/// The configuration file: its settings looked up by a library, with every name and type in it
/// checked first.
///
/// The environment goes before the file: `INTAKE_CLINIC_NAME` before `clinic.name`.
struct ConfigurationFile {
  let path: String?
  private let environment: [String: String]

  /// Finds the file that the command line names, else the environment, else the machine's.
  init(named name: String?, environment: [String: String]) {
    self.environment = environment
    if let name = name ?? environment["INTAKE_CONFIGURATION"] {
      path = name
      return
    }
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { "\($0)/.config" }
    let candidates = [home.map { "\($0)/intake/intake.json" }, "/etc/intake/intake.json"]
    path = candidates.compactMap { $0 }.first { FileSystem.kind(of: $0) == .file }
  }

  /// Reads the settings; what is not set stays as it is without configuration.
  ///
  /// - Throws: `InputError` naming every setting that is misspelt or of another type.
  func settings() throws -> Settings {
    let fromEnvironment = GivenSettings(environment: environment)
    let fromFile = try path.map { GivenSettings(try JSONFile.read($0).root, in: $0) }
    let given = [fromEnvironment, fromFile].compactMap { $0 }
    let faults = given.flatMap(\.faults) + faultsOfHelp(in: given)
    guard faults.isEmpty else { throw InputError(faults) }
    return Settings(
      ConfigReader(
        providers: given.map { InMemoryProvider(name: $0.source, values: $0.values) }))
  }

  /// Nothing foreign is ever shown: numbers belong to a country that somebody has named.
  private func faultsOfHelp(in given: [GivenSettings]) -> [String] {
    guard !given.contains(where: { $0.places[.country] != nil }) else { return [] }
    return [SettingKey.emergencyNumber, .crisisLine].compactMap { key in
      given.compactMap { $0.places[key] }.first.map { place in
        "\(place): \"\(key.rawValue)\" is given without a country. Set \"country\", like \"US\", "
          + "to say that the number was checked for it."
      }
    }
  }
}

extension Settings {
  /// People must have at least this long to show that they are there (WCAG 2.2.1).
  static let leastSeconds = 20
  /// A day; whoever wants longer wants something else.
  static let greatestSeconds = 86_400

  fileprivate init(_ reader: ConfigReader) {
    func text(_ key: SettingKey) -> String? {
      reader.string(forKey: ConfigKey(stringLiteral: key.rawValue))
    }
    func duration(_ key: SettingKey, else usual: Duration) -> Duration {
      reader.int(forKey: ConfigKey(stringLiteral: key.rawValue)).map { .seconds($0) } ?? usual
    }
    clinic = ClinicInformation(
      name: text(.clinicName), phone: text(.clinicPhone),
      emergencyNumber: text(.emergencyNumber),
      crisisLines: text(.crisisLine).map { [CrisisLine($0)] } ?? [])
    country = text(.country)
    numbersConfirmed = text(.numbersConfirmed).flatMap { PartialDate($0) }
    alerts = AlertSettings(
      folder: text(.alertFolder),
      station: AlertSpool.Station(label: text(.alertLabel), place: text(.alertPlace)),
      attendance: reader.bool(forKey: ConfigKey(stringLiteral: SettingKey.attended.rawValue))
        == true ? .attended : .unattended)
    language = text(.language).flatMap { LanguageTag($0) }
    idle = IdlePolicy(
      beforeWarning: duration(.idleWarning, else: idle.beforeWarning),
      beforeHiding: duration(.idleHide, else: idle.beforeHiding),
      beforeLeaving: duration(.idleLeave, else: idle.beforeLeaving))
  }
}
