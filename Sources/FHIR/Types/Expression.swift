/// An expression that a form holds (R4, Expression): a typed view of its JSON.
public struct Expression: Sendable, Equatable {
  /// The expression as JSON.
  public let node: JSONNode

  /// Makes a view of an expression.
  public init(_ node: JSONNode) { self.node = node }

  /// The languages that an expression can be in (R4 value set `expression-language`).
  public enum Language: String, Sendable {
    /// FHIRPath
    case fhirPath = "text/fhirpath"
    /// Clinical Quality Language
    case cql = "text/cql"
    /// A search of FHIR's RESTful interface
    case query = "application/x-fhir-query"
  }

  /// The language, or nil when it is none that FHIR has; without one, FHIRPath is meant.
  public var language: Language? {
    guard let code = node["language"]?.string else { return .fhirPath }
    return Language(rawValue: code)
  }
  /// The name by which other expressions use the value, without the percent sign.
  public var name: String? { node["name"]?.string }
  /// The expression itself; empty where none is written.
  public var text: String { node["expression"]?.string ?? "" }
  /// What the expression is for, for people.
  public var summary: String? { node["description"]?.string }
}
