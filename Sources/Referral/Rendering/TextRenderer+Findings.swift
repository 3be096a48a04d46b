import FormFiller
import Rules

/// What the rules and the help pages say, in full.
extension TextRenderer {
  // MARK: - Findings

  /// Adds each finding with what it rests on, then what could not be assessed and what was not
  /// raised.
  func addFindings(of summary: ReferralSummary, to page: inout TextPage) {
    guard let findings = summary.findings, findings.ruleCount > 0 else { return }
    addTitle(SummaryWording.findings, to: &page)
    page.addText(
      "\(SummaryWording.outcomes(of: findings)) \(SummaryWording.reviewed(findings)).", indent: 0)
    page.addText(SummaryWording.findingsNote, indent: 0)
    for finding in findings.raised {
      page.addBlank()
      add(finding, to: &page)
    }
    addUnassessed(of: findings, to: &page)
    if !findings.failed.isEmpty {
      page.addBlank()
      page.addText(SummaryWording.failed, indent: 0)
      for finding in findings.failed {
        guard case .failed(let reason) = finding.outcome else { continue }
        page.addText(
          "\(finding.rule.line) (\(finding.rule.id)): \(reason)", indent: 2, hanging: 2)
      }
    }
    guard !findings.notRaised.isEmpty else { return }
    page.addBlank()
    let ids = findings.notRaised.map { PrintableText($0.id).line }.joined(separator: "; ")
    page.addText("\(SummaryWording.notRaised): \(ids)", indent: 0, hanging: 2)
  }

  private func add(_ finding: Finding, to page: inout TextPage) {
    let rule = finding.rule
    page.addHeading("\(SummaryWording.name(rule.level))  \(PrintableText(rule.line).line)")
    func add(_ label: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      page.addLabelled(
        label, PrintableText(text).line, indent: 2, column: Self.findingColumn,
        atMost: .max)
    }
    add(SummaryWording.what, rule.text)
    for input in finding.quotes {
      let question = input.text.isEmpty ? input.label : input.text
      let answers = SummaryWording.answers(of: input)
      add(SummaryWording.answers, question.isEmpty ? answers : "\(question) \(answers)")
    }
    add(SummaryWording.logic, rule.logic)
    for basis in rule.basis { add(SummaryWording.basis, SummaryWording.basis(basis)) }
    add(SummaryWording.limits, rule.limits)
    add(SummaryWording.rule, SummaryWording.identity(of: rule))
  }

  private static let findingColumn = 18

  private func addUnassessed(of findings: SummaryFindings, to page: inout TextPage) {
    guard !findings.notAssessed.isEmpty else { return }
    page.addBlank()
    page.addText(
      SummaryWording.count(findings.notAssessed.count, in: SummaryWording.notAssessed),
      indent: 0)
    for finding in findings.notAssessed {
      let rule = finding.rule
      let start = finding.unassessedText.map { "\($0) " } ?? ""
      let missing = finding.missing.map { "\($0.label) (\(SummaryWording.state($0.state)))" }
      page.addText(
        "\(start)\(rule.line) (\(rule.level.rawValue), \(rule.id)). \(SummaryWording.missing): "
          + missing.joined(separator: "; "), indent: 2, hanging: 2)
    }
  }

  // MARK: - Help pages

  /// Adds the help pages that were opened, with first and later answers and their times.
  func addUrgentRecords(of summary: ReferralSummary, to page: inout TextPage) {
    guard !summary.urgent.isEmpty else { return }
    addTitle(SummaryWording.helpPages, to: &page)
    for record in summary.urgent {
      let opening = SummaryWording.helpPage(record)
      page.addText("! \(record.label) (\(opening))", indent: 0, hanging: 2)
      if record.answers.isEmpty { page.addText(SummaryWording.answersNotRecorded, indent: 4) }
      for quoted in record.answers {
        page.addText(quoted.question, indent: 4)
        page.addText("\"\(quoted.answer)\"", indent: 6)
      }
      for later in record.laterAnswers {
        page.addText(
          "\(SummaryWording.later(later.time, after: record.opened)) \(later.answer.question)",
          indent: 4)
        page.addText("\"\(later.answer.answer)\"", indent: 6)
      }
    }
  }

  /// Adds the heading of a part of the detail.
  func addTitle(_ title: String, to page: inout TextPage) {
    page.addBlank()
    page.addRule("=")
    page.addText(title, indent: 0)
    page.addRule("=")
  }
}
