import Configuration
import FHIR
import Interview

/// The configuration file: its settings looked up by a library, with every name and type in it
/// checked first.
///
/// The environment goes before the file: `INTAKE_CLINIC_NAME` before `clinic.name`.
struct ConfigurationFile {
  let path: String?

  /// Finds the file that the command line names, else the environment, else the machine's.
  init(named name: String?, environment: [String: String]) {
    if let name = name ?? environment["INTAKE_CONFIGURATION"] {
      path = name
      return
    }
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { "\($0)/.config" }
    let candidates = [home.map { "\($0)/intake/intake.json" }, "/etc/intake/intake.json"]
    path = candidates.compactMap { $0 }.first { FileSystem.kind(of: $0) == .file }
  }

  /// Reads the settings; what is not set stays as it is without configuration.
  func settings() throws -> Settings {
    let environment = EnvironmentVariablesProvider().prefixKeys(with: "intake")
    guard let path else { return try Settings(ConfigReader(provider: environment)) }
    let file = InMemoryProvider(name: path, values: try values(in: path))
    return try Settings(ConfigReader(providers: [environment, file]))
  }

  /// The settings in the file by their names.
  private func values(in path: String) throws -> [AbsoluteConfigKey: ConfigValue] {
    var values: [AbsoluteConfigKey: ConfigValue] = [:]
    for member in try JSONFile.read(path).root.children {
      let name = member.name ?? ""
      let settings =
        member.kind == .object
        ? member.children.map { ("\(name).\($0.name ?? "")", $0) } : [(name, member)]
      for (name, value) in settings {
        let key = AbsoluteConfigKey(name.split(separator: ".").map(String.init))
        values[key] = try checked(value, named: name, in: path)
      }
    }
    return values
  }

  // MARK: - Checks

  /// The value of a setting; one that is misspelt or of another type is said, not passed over.
  private func checked(
    _ value: JSONNode, named name: String, in path: String
  ) throws -> ConfigValue {
    guard let key = SettingKey(rawValue: name) else {
      let known = SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
      throw ErrorReport.failure(
        "\(path), \(value.position): \"\(name)\" is not a setting. The settings are \(known).")
    }
    switch key.type {
    case .text:
      if let text = value.string { return ConfigValue(.string(text), isSecret: false) }
      throw ErrorReport.failure(
        "\(path), \(value.position): \"\(name)\" must be text in quotes, like \"988\".")
    case .seconds:
      if let seconds = value.integer, seconds >= Settings.leastSeconds {
        return ConfigValue(.int(seconds), isSecret: false)
      }
      throw ErrorReport.failure(
        "\(path), \(value.position): \"\(name)\" must be a whole number of seconds, "
          + "\(Settings.leastSeconds) or more.")
    }
  }
}

extension Settings {
  /// People must have at least this long to show that they are there (WCAG 2.2.1).
  static let leastSeconds = 20

  fileprivate init(_ reader: ConfigReader) throws {
    func text(_ key: SettingKey) -> String? {
      reader.string(forKey: ConfigKey(stringLiteral: key.rawValue))
    }
    clinic = ClinicInformation(
      name: text(.clinicName), phone: text(.clinicPhone),
      emergencyNumber: text(.emergencyNumber), crisisLine: text(.crisisLine))
    // Nothing foreign is ever shown: numbers belong to a country that somebody has named.
    if text(.country) == nil, clinic.emergencyNumber != nil || clinic.crisisLine != nil {
      throw ErrorReport.failure(
        "help numbers are configured without a country. Set \"country\", like \"US\", to say that "
          + "they have been checked for it.")
    }
    func duration(_ key: SettingKey, else usual: Duration) -> Duration {
      guard let seconds = reader.int(forKey: ConfigKey(stringLiteral: key.rawValue)) else {
        return usual
      }
      return .seconds(max(seconds, Self.leastSeconds))
    }
    idle = IdlePolicy(
      beforeWarning: duration(.idleWarning, else: idle.beforeWarning),
      beforeHiding: duration(.idleHide, else: idle.beforeHiding),
      beforeLeaving: duration(.idleLeave, else: idle.beforeLeaving))
  }
}
