import Configuration

/// A setting as it counts, and where it was set.
struct SettingSource: Equatable {
  let name: String
  let value: String
  /// The file and line, the environment, or that nothing sets it.
  let source: String
}

extension ConfigurationFile {
  /// Every setting, with its value and where it came from; none of them is a secret.
  ///
  /// - Throws: `FileError` or `InputError` when the file cannot be read at all.
  func sources() throws -> [SettingSource] {
    let given = try given()
    return SettingKey.allCases.map { key in
      let path = AbsoluteConfigKey(key.rawValue.split(separator: ".").map(String.init))
      for source in given {
        guard let place = source.places[key], let value = source.values[path] else { continue }
        return SettingSource(name: key.rawValue, value: value.content.text, source: place)
      }
      return SettingSource(
        name: key.rawValue, value: key.usualValue ?? "not set", source: "by default")
    }
  }
}

extension ConfigContent {
  /// The value in words.
  fileprivate var text: String {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .bool(let truth): String(truth)
    case .stringArray(let words): words.joined(separator: " ")
    default: ""
    }
  }
}

extension SettingKey {
  /// What counts when nothing is set; nil when nothing does.
  fileprivate var usualValue: String? {
    let usual = Settings()
    func seconds(_ duration: Duration) -> String { String(duration.components.seconds) }
    return switch self {
    case .attended: "false"
    case .idleWarning: seconds(usual.idle.beforeWarning)
    case .idleHide: seconds(usual.idle.beforeHiding)
    case .idleLeave: seconds(usual.idle.beforeLeaving)
    case .draftDays: String(usual.records.draftDays)
    case .kioskStart: usual.kiosk.start.rawValue
    case .kioskThanks: seconds(usual.kiosk.thanks)
    default: nil
    }
  }
}
