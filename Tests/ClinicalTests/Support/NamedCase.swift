import Testing

/// A case with the name of its file.
struct NamedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let content: ClinicalCase

  var testDescription: String { name }

  /// All cases; none where they cannot be read, which a test reports.
  static let all: [NamedCase] = (try? readAll()) ?? []

  static func readAll() throws -> [NamedCase] {
    try ClinicalFile.readAll(ClinicalCase.self, in: "Cases").map {
      NamedCase(name: $0.name, content: $0.content)
    }
  }
}
