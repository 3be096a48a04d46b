import FHIR
import Rules
import Testing

/// Every rule with the answers that raise it, that do not, and that leave it open.
@Suite struct RuleTableTests {
  @Test func everyFileCanBeRead() throws {
    #expect(try !NamedRule.readAll().isEmpty)
  }

  @Test func everyRuleHasItsCasesAndEveryCaseItsRule() throws {
    let known = try ClinicalContent.shared().definitions.compactMap(\.id)
    let listed = NamedRule.all.map(\.row.rule)
    let withoutCases = Set(known).subtracting(listed).sorted()
    #expect(withoutCases == [], "these rules have no cases")
    let unknown = Set(listed).subtracting(known).sorted()
    #expect(unknown == [], "these cases are of rules that do not exist")
    #expect(Set(listed).count == listed.count)
    for rule in NamedRule.all {
      let hasAll =
        !rule.row.raised.isEmpty && !rule.row.notRaised.isEmpty && !rule.row.notAssessed.isEmpty
      #expect(hasAll, "\(rule.row.rule) lacks one of its three cases")
    }
  }

  @Test func everyRuleOfTheLibraryAppliesToTheIntake() throws {
    let content = try ClinicalContent.shared()
    let idle = Set(content.definitions.compactMap(\.id)).subtracting(content.rules.rules.map(\.id))
    #expect(idle.sorted() == [], "these rules read what the intake does not ask")
  }

  @Test(arguments: NamedRule.all)
  func doesWhatItsCasesSay(_ named: NamedRule) throws {
    let row = named.row
    let content = try ClinicalContent.shared()
    let rule = try #require(content.rules.rules.first { $0.id == row.rule }, "no such rule")
    #expect(rule.level.rawValue == row.level, "\(row.because)")
    for line in row.raised {
      expect(.raised, of: named, after: line)
    }
    for line in row.notRaised {
      expect(.notRaised, of: named, after: line)
    }
    for open in row.notAssessed {
      guard let finding = finding(of: named, after: open.answers) else { continue }
      #expect(
        finding.isNotAssessed, "\(row.rule) is \(finding.outcome.words) after: \(open.answers)")
      guard finding.isNotAssessed else { continue }
      let missing = Set(finding.missing.map(\.linkId))
      #expect(missing == Set(open.missing), "\(row.rule) after: \(open.answers)")
    }
  }

  private func expect(_ outcome: Finding.Outcome, of named: NamedRule, after line: String) {
    guard let finding = finding(of: named, after: line) else { return }
    #expect(
      finding.outcome == outcome,
      "\(named.row.rule) is \(finding.outcome.words) after: \(line) [\(named.row.because)]")
  }

  /// What comes of a rule; nil where the answers cannot be given, which is reported.
  private func finding(of named: NamedRule, after line: String) -> Finding? {
    do {
      let content = try ClinicalContent.shared()
      let response = try AnswerSheet.response(line, on: named.today, in: content)
      return content.finding(of: named.row.rule, for: response)
    } catch {
      Issue.record("\(named.row.rule): \(error), after: \(line)")
      return nil
    }
  }
}

extension Finding.Outcome {
  /// The outcome in a few words.
  fileprivate var words: String {
    switch self {
    case .raised: "raised"
    case .notRaised: "not raised"
    case .notAssessed(let missing): "not assessed for want of \(missing.map(\.linkId))"
    case .failed(let reason): "failed (\(reason))"
    }
  }
}
