import Configuration
import FHIR
import Interview
import SystemPackage

/// The configuration file: read by a library, with every name and type in it checked first.
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
  func settings() async throws -> Settings {
    let environment = EnvironmentVariablesProvider().prefixKeys(with: "intake")
    guard let path else { return try Settings(ConfigReader(provider: environment)) }
    try check(path)
    let file: FileProvider<JSONSnapshot>
    do {
      file = try await FileProvider<JSONSnapshot>(filePath: FilePath(path))
    } catch { throw InputError("\(path) cannot be used as configuration: \(error)") }
    return try Settings(ConfigReader(providers: [environment, file]))
  }

  // MARK: - Checks

  /// A setting that is misspelt or of another type is said, not passed over.
  private func check(_ path: String) throws {
    for member in try JSONFile.read(path).root.children {
      let name = member.name ?? ""
      guard member.kind == .object else {
        try check(member, named: name, in: path)
        continue
      }
      for inner in member.children {
        try check(inner, named: "\(name).\(inner.name ?? "")", in: path)
      }
    }
  }

  private func check(_ value: JSONNode, named name: String, in path: String) throws {
    guard let key = SettingKey(rawValue: name) else {
      let known = SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputError(
        "\(path), \(value.position): \"\(name)\" is not a setting. The settings are \(known).")
    }
    switch key.type {
    case .text:
      guard value.kind != .string else { return }
      throw InputError(
        "\(path), \(value.position): \"\(name)\" must be text in quotes, like \"988\".")
    case .seconds:
      guard value.integer.map({ $0 < Settings.leastSeconds }) ?? true else { return }
      throw InputError(
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
      throw InputError(
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
