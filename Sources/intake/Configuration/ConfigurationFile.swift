import Configuration
import FHIR
import Interview
import Kiosk

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
    let given = try given()
    let faults = given.flatMap(\.faults) + faultsOfHelp(in: given)
    guard faults.isEmpty else { throw InputError(faults) }
    return Settings(
      ConfigReader(
        providers: given.map { InMemoryProvider(name: $0.source, values: $0.values) }))
  }

  /// What each source gives, the one that counts first.
  func given() throws -> [GivenSettings] {
    let fromFile = try path.map { GivenSettings(try JSONFile.read($0).root, in: $0) }
    return [GivenSettings(environment: environment), fromFile].compactMap { $0 }
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
    func key(_ key: SettingKey) -> ConfigKey { ConfigKey(stringLiteral: key.rawValue) }
    func text(_ name: SettingKey) -> String? { reader.string(forKey: key(name)) }
    func duration(_ name: SettingKey, else usual: Duration) -> Duration {
      reader.int(forKey: key(name)).map { .seconds($0) } ?? usual
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
      attendance: reader.bool(forKey: key(.attended)) == true ? .attended : .unattended)
    language = text(.language).flatMap { LanguageTag($0) }
    idle = IdlePolicy(
      beforeWarning: duration(.idleWarning, else: idle.beforeWarning),
      beforeHiding: duration(.idleHide, else: idle.beforeHiding),
      beforeLeaving: duration(.idleLeave, else: idle.beforeLeaving))
    records = RecordSettings(
      folder: text(.store),
      draftDays: reader.int(forKey: key(.draftDays)) ?? records.draftDays,
      retentionDays: reader.int(forKey: key(.retentionDays)))
    kiosk = KioskSettings(
      start: text(.kioskStart).flatMap { KioskStart(rawValue: $0) } ?? kiosk.start,
      outbox: text(.kioskOutbox),
      thanks: duration(.kioskThanks, else: kiosk.thanks),
      largePrintCommand: reader.stringArray(forKey: key(.largePrintCommand)),
      usualPrintCommand: reader.stringArray(forKey: key(.usualPrintCommand)))
  }
}
