import FHIR
import LineEditor

/// What the doctor found, and every setting with where it came from.
struct DoctorReport {
  let findings: [DoctorFinding]
  let settings: [SettingSource]

  /// Whether anything is an error.
  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// The report for a person: what is wrong first, then what is well, then the settings.
  var text: String {
    let troubles =
      findings.filter { $0.severity == .error }
      + findings.filter { $0.severity == .warning }
    var lines = troubles.flatMap { finding in
      let prefix =
        finding.severity == .error ? ErrorReport.prefix : ErrorReport.warningPrefix
      return ["\(prefix)\(finding.fact)."] + (finding.advice.isEmpty ? [] : ["  \(finding.advice)"])
    }
    lines += findings.filter { $0.severity == .good }.map { "Good: \($0.fact)." }
    lines += ["", "Settings:"]
    lines += settings.map { "  \($0.name) = \($0.value)  (\($0.source))" }
    lines += [
      "", "\(count(.error, "error")), \(count(.warning, "warning")).",
    ]
    // Names of files and settings are from elsewhere.
    return lines.map { TextSanitizer.sanitized($0) }.joined(separator: "\n") + "\n"
  }

  private func count(_ severity: DoctorFinding.Severity, _ name: String) -> String {
    let count = findings.count { $0.severity == severity }
    return "\(count) \(name)\(count == 1 ? "" : "s")"
  }

  /// The report for another program.
  var json: JSONDocument {
    JSONBuilder.object { root in
      root.add("format", "intake-doctor")
      root.add("version", 1)
      root.addArray("findings") { list in
        for finding in findings {
          list.addObject { object in
            object.add("severity", finding.severity.rawValue)
            object.add("topic", finding.topic.rawValue)
            object.add("fact", finding.fact)
            if !finding.advice.isEmpty { object.add("advice", finding.advice) }
          }
        }
      }
      root.addArray("settings") { list in
        for setting in settings {
          list.addObject { object in
            object.add("name", setting.name)
            object.add("value", setting.value)
            object.add("source", setting.source)
          }
        }
      }
    }
  }
}
