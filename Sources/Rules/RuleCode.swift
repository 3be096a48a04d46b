import FHIR

/// The code systems by which rules and questions say what they are.
enum RuleCodeSystem: String {
  case level = "https://intake.example/fhir/CodeSystem/finding-level"
  case audience = "https://intake.example/fhir/CodeSystem/finding-audience"
  case group = "https://intake.example/fhir/CodeSystem/finding-group"
  case role = "https://intake.example/fhir/CodeSystem/summary-role"

  /// The codes among codings that are of this system.
  func codes(in codings: [Coding]) -> [String] {
    codings.filter { $0.system == rawValue }.compactMap { $0.code }
  }
}
