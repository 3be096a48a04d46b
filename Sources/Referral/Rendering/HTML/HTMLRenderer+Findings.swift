import FormFiller
import Rules

/// What is urgent and what the rules say, on the page.
extension HTMLRenderer {
  /// What is urgent: raised, opened a help page, or not known.
  func urgent(in summary: ReferralSummary) -> [PageContent.UrgentLine] {
    var others = summary.urgent
    let raised = (summary.findings?.raised(.urgent) ?? []).map { finding in
      // A page that the same answers opened needs no line of its own.
      let own = others.filter { $0.isOpened(byAnswersTo: finding) }
      others.removeAll { $0.isOpened(byAnswersTo: finding) }
      return PageContent.UrgentLine(
        line: finding.rule.line, quotes: finding.quotes.map { SummaryWording.quoted($0) },
        remarks: own.flatMap { remarks(on: $0) })
    }
    let unassessed = SummaryWording.unassessed(summary.findings?.notAssessed(.urgent) ?? [])
    let unknown = unassessed.map { line, findings in
      PageContent.UrgentLine(
        line: line, quotes: [], remarks: [SummaryWording.missing(in: findings)])
    }
    return raised + others.map { line(of: $0) } + unknown
  }

  private func line(of record: UrgentRecord) -> PageContent.UrgentLine {
    PageContent.UrgentLine(
      line: record.label,
      quotes: record.answers.isEmpty
        ? [SummaryWording.answersNotRecorded]
        : record.answers.map { "\($0.question) \"\($0.answer)\"" },
      remarks: remarks(on: record))
  }

  /// When a help page was opened, what happened with it, and what was answered later.
  private func remarks(on record: UrgentRecord) -> [String] {
    let later = record.laterAnswers.map { later in
      SummaryWording.later(later.time, after: record.opened)
        + " \(later.answer.question) \"\(later.answer.answer)\""
    }
    return [SummaryWording.helpPage(record)] + later
  }

  /// The findings below urgent, a line each.
  func levels(of summary: ReferralSummary) -> [PageContent.Level] {
    guard let findings = summary.findings, findings.ruleCount > 0 else { return [] }
    return [FindingLevel.high, .medium, .low].map { level in
      let raised = findings.raised(level)
      let groups = findings.groups(level).map { group in
        PageContent.Group(
          name: group.name.isEmpty || level == .high ? nil : group.name,
          findings: group.findings.map { self.finding($0) })
      }
      return PageContent.Level(
        heading: raised.isEmpty
          ? SummaryWording.noneRaised(level)
          : SummaryWording.heading(level, count: raised.count),
        groups: groups)
    }
  }

  /// The findings in full, and what could not be assessed.
  func details(of summary: ReferralSummary) -> [PageContent.Detail] {
    var details: [PageContent.Detail] = []
    if let findings = summary.findings, findings.ruleCount > 0 {
      details.append(
        PageContent.Detail(
          heading: SummaryWording.findings, findings: findings.raised.map { finding($0) },
          items: [
            "\(SummaryWording.outcomes(of: findings)) \(SummaryWording.reviewed(findings)).",
            SummaryWording.findingsNote,
          ]))
      add(SummaryWording.notAssessed, findings.notAssessed.map { unassessed($0) }, to: &details)
      add(SummaryWording.failed, findings.failed.map { failure(of: $0) }, to: &details)
      let ids = findings.notRaised.map(\.id).joined(separator: "; ")
      add(SummaryWording.notRaised, ids.isEmpty ? [] : [ids], to: &details)
    }
    add(
      SummaryWording.evidence,
      summary.diagnosis.evidence.map { evidence in
        let source = evidence.source.map { " (\($0))" } ?? ""
        return "\(evidence.about): \(evidence.text)\(source)"
      }, to: &details)
    return details
  }

  private func add(_ heading: String, _ items: [String], to details: inout [PageContent.Detail]) {
    guard !items.isEmpty else { return }
    details.append(PageContent.Detail(heading: heading, findings: [], items: items))
  }

  private func unassessed(_ finding: Finding) -> String {
    let rule = finding.rule
    let start = finding.unassessedText.map { "\($0) " } ?? ""
    return "\(start)\(rule.line) (\(rule.level.rawValue), \(rule.id)). "
      + SummaryWording.missing(in: [finding])
  }

  private func failure(of finding: Finding) -> String {
    guard case .failed(let reason) = finding.outcome else { return "" }
    return "\(finding.rule.line) (\(finding.rule.id)): \(reason)"
  }

  private func finding(_ finding: Finding) -> PageContent.Finding {
    let rule = finding.rule
    var basis: [PageContent.Fact] = []
    func add(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      basis.append(PageContent.Fact(name: name, value: text))
    }
    add(SummaryWording.logic, rule.logic)
    for source in rule.basis { add(SummaryWording.basis, SummaryWording.basis(source)) }
    add(SummaryWording.limits, rule.limits)
    add(SummaryWording.rule, SummaryWording.identity(of: rule))
    return PageContent.Finding(
      level: rule.level.rawValue, levelName: SummaryWording.name(rule.level),
      anchor: "finding-\(rule.id)", line: rule.line,
      quotes: finding.quotes.map { SummaryWording.quoted($0) }, text: rule.text,
      basisHeading: SummaryWording.basisHeading, basis: basis)
  }
}
