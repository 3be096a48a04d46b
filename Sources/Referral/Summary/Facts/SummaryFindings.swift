import FormFiller
import Rules

/// What came of the rules, as far as the summary may show it.
public struct SummaryFindings: Sendable, Equatable {
  /// How many rules were looked at.
  public let ruleCount: Int
  /// How many of them no clinician has reviewed as they are now.
  public let unreviewedCount: Int
  /// What was raised, the most urgent first.
  public let raised: [Finding]
  /// What could not be assessed because of missing answers.
  public let notAssessed: [Finding]
  /// What could not be worked out.
  public let failed: [Finding]
  /// The rules whose question was asked and answered with nothing to raise.
  public let notRaised: [Rule]
  /// The levels of what was raised and rests on answers that may not be shown.
  public let withheld: [FindingLevel]

  /// What was raised at a level.
  public func raised(_ level: FindingLevel) -> [Finding] {
    raised.filter { $0.rule.level == level }
  }

  /// What could not be assessed at a level.
  public func notAssessed(_ level: FindingLevel) -> [Finding] {
    notAssessed.filter { $0.rule.level == level }
  }

  /// What was raised at a level by group, in the order in which the groups first come.
  public func groups(_ level: FindingLevel) -> [(name: String, findings: [Finding])] {
    var groups: [(name: String, findings: [Finding])] = []
    for finding in raised(level) {
      let name = finding.rule.group.flatMap { $0.display ?? $0.code } ?? ""
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].findings.append(finding)
      } else {
        groups.append((name, [finding]))
      }
    }
    return groups
  }
}

extension SummaryFindings {
  /// Works the rules out for a response.
  init(of rules: RuleBook, _ reader: QuestionReader) {
    var raised: [Finding] = []
    var notAssessed: [Finding] = []
    var failed: [Finding] = []
    var notRaised: [Rule] = []
    var withheld: [FindingLevel] = []
    for finding in rules.findings(for: reader.response) {
      let rule = finding.rule
      if rule.level != .urgent, reader.isWithheld(finding, reads: rules.linkIds(readBy: rule)) {
        if finding.isRaised { withheld.append(rule.level) }
        continue
      }
      switch finding.outcome {
      case .raised: raised.append(finding)
      case .notAssessed: notAssessed.append(finding)
      case .failed: failed.append(finding)
      case .notRaised: notRaised.append(rule)
      }
    }
    self.init(
      ruleCount: rules.rules.count, unreviewedCount: rules.unreviewedCount, raised: raised,
      notAssessed: notAssessed, failed: failed, notRaised: notRaised, withheld: withheld)
  }
}

extension QuestionReader {
  /// Whether a finding would tell of answers that are left out.
  fileprivate func isWithheld(_ finding: Finding, reads linkIds: [String]) -> Bool {
    (linkIds + finding.quotes.map(\.linkId) + finding.missing.map(\.linkId)).contains { linkId in
      response.form.item(linkId: linkId).map { isWithheld($0) } ?? false
    }
  }
}
