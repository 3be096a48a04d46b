import Configuration
import FHIR
import Kiosk

/// The settings that one source gives, and what is wrong with them.
struct GivenSettings {
  /// The name of the source.
  let source: String
  /// The values by their names.
  private(set) var values: [AbsoluteConfigKey: ConfigValue] = [:]
  /// Where each setting is given, in words.
  private(set) var places: [SettingKey: String] = [:]
  /// What is misspelt or of another type.
  private(set) var faults: [String] = []

  /// Takes the settings of a file.
  init(_ root: JSONNode, in file: String) {
    source = file
    guard root.kind == .object else {
      faults = ["\(file), \(root.position): the configuration must be an object in braces."]
      return
    }
    for member in root.children {
      let name = member.name ?? ""
      let settings =
        member.kind == .object
        ? member.children.map { ("\(name).\($0.name ?? "")", $0) } : [(name, member)]
      for (name, value) in settings {
        let place = "\(file), \(value.position)"
        guard let key = SettingKey(rawValue: name) else {
          let known = SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
          faults.append("\(place): \"\(name)\" is not a setting. The settings are \(known).")
          continue
        }
        add(key, key.type.value(of: value), named: name, at: place)
      }
    }
  }

  /// How variables begin that can only be settings.
  private static let groups = [
    "INTAKE_ALERTS_", "INTAKE_CLINIC_", "INTAKE_HELP_", "INTAKE_IDLE_", "INTAKE_KIOSK_",
    "INTAKE_RECORDS_",
  ]

  /// Takes the settings of the environment.
  init(environment: [String: String]) {
    source = "environment"
    let keys = Dictionary(
      uniqueKeysWithValues: SettingKey.allCases.map { ($0.environmentName, $0) })
    for (name, text) in environment.sorted(by: { $0.key < $1.key }) {
      if let key = keys[name] {
        add(key, key.type.value(of: text), named: name, at: "the environment")
      } else if Self.groups.contains(where: name.hasPrefix) {
        let known = keys.keys.sorted().joined(separator: ", ")
        faults.append("the environment: \(name) is not a setting. The settings are \(known).")
      }
    }
  }

  private mutating func add(
    _ key: SettingKey, _ value: ConfigContent?, named name: String, at place: String
  ) {
    places[key] = place
    guard let value else {
      faults.append("\(place): \"\(name)\" must be \(key.type.expectation).")
      return
    }
    let path = key.rawValue.split(separator: ".").map(String.init)
    values[AbsoluteConfigKey(path)] = ConfigValue(value, isSecret: false)
  }
}

extension SettingKey.ValueType {
  /// What a value must be, in words.
  fileprivate var expectation: String {
    switch self {
    case .text: "text in quotes, like \"555 0100\""
    case .country: "a country as two capital letters in quotes, like \"US\""
    case .language: "the tag of a language in quotes, like \"es\" or \"es-MX\""
    case .date: "a day in quotes, like \"2026-11-23\""
    case .line: AlertSettings.lineExpectation
    case .truth: "true or false"
    case .seconds:
      "a whole number of seconds from \(Settings.leastSeconds) to \(Settings.greatestSeconds)"
    case .days: "a whole number of days from 1 to \(RecordSettings.greatestDays)"
    case .start:
      KioskStart.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    case .command:
      "a program by its whole path and its words, in brackets, like "
        + "[\"/usr/bin/setfont\", \"ter-132b\"]"
    }
  }

  /// The value in a file, or nil when it is of another type.
  fileprivate func value(of node: JSONNode) -> ConfigContent? {
    switch self {
    case .text, .country, .language, .date, .line, .start: node.string.flatMap { value(of: $0) }
    case .truth: node.boolean.map { .bool($0) }
    case .seconds: node.kind == .number ? node.integer.flatMap { seconds($0) } : nil
    case .days: node.kind == .number ? node.integer.flatMap { days($0) } : nil
    case .command: node.kind == .array ? command(node.children.map(\.string)) : nil
    }
  }

  /// The value that a text is, or nil when it cannot be one.
  fileprivate func value(of text: String) -> ConfigContent? {
    switch self {
    case .text: text.allSatisfy(\.isWhitespace) ? nil : .string(text)
    case .country:
      text.utf8.count == 2 && text.utf8.allSatisfy { 65...90 ~= $0 } ? .string(text) : nil
    case .date: PartialDate(text)?.day == nil ? nil : .string(text)
    case .line: AlertSettings.isLine(text) ? .string(text) : nil
    case .truth: Bool(text).map { .bool($0) }
    case .language: LanguageTag(text)?.isKnown == true ? .string(text) : nil
    case .seconds: Int(text).flatMap { seconds($0) }
    case .days: Int(text).flatMap { days($0) }
    case .start: KioskStart(rawValue: text).map { .string($0.rawValue) }
    case .command: (try? JSONDocument(Array(text.utf8))).flatMap { value(of: $0.root) }
    }
  }

  private func seconds(_ number: Int) -> ConfigContent? {
    Settings.leastSeconds...Settings.greatestSeconds ~= number ? .int(number) : nil
  }

  private func days(_ number: Int) -> ConfigContent? {
    1...RecordSettings.greatestDays ~= number ? .int(number) : nil
  }

  /// A program is named by its whole path, so that no folder of the environment decides which it is.
  private func command(_ words: [String?]) -> ConfigContent? {
    let known = words.compactMap { $0 }
    guard known.count == words.count, known.first?.hasPrefix("/") == true else { return nil }
    return .stringArray(known)
  }
}
