import Testing

/// The rules of a group with the answers that raise them, that do not, and that leave them open.
struct RuleTable: Decodable, Sendable {
  let group: String
  let today: String
  let rules: [Row]

  /// A rule.
  struct Row: Decodable, Sendable {
    let rule: String
    let level: String
    let because: String
    let raised: [String]
    let notRaised: [String]
    let notAssessed: [Open]

    /// Answers that leave a rule open, and the questions that are missing.
    struct Open: Decodable, Sendable {
      let answers: String
      let missing: [String]
    }
  }
}

/// A rule with its cases and the day they are of.
struct NamedRule: Sendable, CustomTestStringConvertible {
  let today: String
  let row: RuleTable.Row

  var testDescription: String { row.rule }

  /// All rules of the tables; none where they cannot be read, which a test reports.
  static let all: [NamedRule] = (try? readAll()) ?? []

  static func readAll() throws -> [NamedRule] {
    try ClinicalFile.readAll(RuleTable.self, in: "Rules").flatMap { file in
      file.content.rules.map { NamedRule(today: file.content.today, row: $0) }
    }
  }
}
