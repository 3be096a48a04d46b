import FormFiller
import Rules

/// What the rules and the help pages say on page one.
extension TextRenderer {
  // MARK: - Urgent

  /// What is urgent: raised, opened a help page, or not known.
  ///
  /// None of it is ever left out for want of room without being counted.
  func urgent(of summary: ReferralSummary) -> PageOneBlock {
    let raised = summary.findings?.raised(.urgent) ?? []
    let unknown = summary.findings?.notAssessed(.urgent) ?? []
    var others = summary.urgent
    let findings = raised.map { finding in
      // A page that the same answers opened needs no line of its own.
      let own = others.filter { $0.isOpened(byAnswersTo: finding) }
      others.removeAll { $0.isOpened(byAnswersTo: finding) }
      return ([line(of: finding)] + own.map { "(\(pageAndLater(of: $0)))" }).joined(separator: " ")
    }
    let entries =
      findings + others.map { line(of: $0) } + SummaryWording.unassessed(unknown).map(\.line)
    guard !entries.isEmpty else {
      return PageOneBlock([
        summary.findings == nil ? SummaryWording.noUrgentRecord : SummaryWording.nothingUrgent
      ])
    }
    let heading = [
      SummaryWording.heading(.urgent, count: entries.count),
      String(repeating: "-", count: TextPage.width),
    ]
    return block(entries, mark: "! ", heading: heading, loss: 95, least: 5)
  }

  /// A help page that was opened, with its answers.
  private func line(of record: UrgentRecord) -> String {
    let answers =
      record.answers.isEmpty
      ? SummaryWording.answersNotRecorded
      : record.answers.map { quotation($0) }.joined(separator: "; ")
    return "\(record.label): \(answers) (\(pageAndLater(of: record)))"
  }

  /// When a help page was opened, what happened with it, and what was answered later.
  private func pageAndLater(of record: UrgentRecord) -> String {
    let later = record.laterAnswers.map { later in
      "\(SummaryWording.later(later.time, after: record.opened)) \(quotation(later.answer))"
    }
    return ([SummaryWording.helpPage(record)] + later).joined(separator: "; ")
  }

  private func quotation(_ quoted: UrgentRecord.QuotedAnswer) -> String {
    "\(quoted.question) \"\(quoted.answer)\""
  }

  // MARK: - High

  func high(of findings: SummaryFindings) -> PageOneBlock {
    let raised = findings.raised(.high)
    guard !raised.isEmpty else { return PageOneBlock([SummaryWording.noneRaised(.high)]) }
    return block(
      raised.map { line(of: $0) }, mark: "- ",
      heading: [SummaryWording.heading(.high, count: raised.count)], loss: 90, least: 3)
  }

  /// A finding in a line with the answers that raised it.
  private func line(of finding: Finding) -> String {
    let quotes = finding.quotes.map { SummaryWording.quoted($0) }
    return finding.rule.line + (quotes.isEmpty ? "" : ": " + quotes.joined(separator: "; "))
  }

  /// Entries of any number of lines, then of two, then of one; only then some of them, with how many
  /// more there are.
  ///
  /// - Parameters:
  ///   - loss: What is lost when an entry is left out.
  ///   - least: How many are kept as long as anything else can give way.
  private func block(
    _ entries: [String], mark: String, heading: [String], loss: Int, least: Int
  ) -> PageOneBlock {
    func lines(atMost count: Int) -> [[String]] {
      entries.map { entry in
        ShortText.lines(of: entry, width: TextPage.width - mark.count, atMost: count).enumerated()
          .map { String((($0.offset == 0 ? mark : "  ") + $0.element)[...].trimmingTrailingSpaces) }
      }
    }
    let single = lines(atMost: 1).flatMap { $0 }
    var block = PageOneBlock(heading + lines(atMost: 8).flatMap { $0 })
      .or(heading + lines(atMost: 3).flatMap { $0 }, loss: 11)
      .or(heading + lines(atMost: 2).flatMap { $0 }, loss: 23).or(heading + single, loss: 65)
    // Leaving out one makes room for nothing but the line that says so.
    for shown in stride(from: entries.count - 2, through: 1, by: -1) {
      let more = "  " + SummaryWording.more(entries.count - shown)
      block = block.or(
        heading + single.prefix(shown) + [more], loss: shown >= least ? loss : loss + 10)
    }
    return block
  }

  // MARK: - Not assessed

  /// What could not be assessed or worked out, below urgent, whose lines stand there.
  func addUnassessed(of findings: SummaryFindings, to layout: inout PageOneLayout) {
    let count = findings.notAssessed(.high).count
    let high = SummaryWording.highNotKnown(in: findings)
    if !high.isEmpty {
      let heading = SummaryWording.count(count, in: SummaryWording.highNotKnown)
      layout.add(
        PageOneBlock([heading] + high.flatMap { hanging("- " + $0, indent: 2) })
          .or(running(high, as: heading, atMost: .max), loss: 11)
          .or(running(high, as: heading, atMost: 6), loss: 17)
          .or(running(high, as: heading, atMost: 3), loss: 22)
          .or(running(high, as: heading, atMost: 1), loss: 45))
    }
    let others = (findings.notAssessed(.medium) + findings.notAssessed(.low)).map(\.rule.line)
    layout.add(shortened(others, as: SummaryWording.othersNotKnown))
    let failed = findings.failed.map { "\($0.rule.line) (\($0.rule.id))" }
    layout.add(shortened(failed, as: SummaryWording.failed))
  }

  private func shortened(_ names: [String], as heading: String) -> PageOneBlock {
    guard !names.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.count(names.count, in: heading)
    return PageOneBlock(running(names, as: heading, atMost: .max))
      .or(running(names, as: heading, atMost: 3), loss: 4)
      .or(running(names, as: heading, atMost: 2), loss: 9)
      .or(running(names, as: heading, atMost: 1), loss: 18)
  }

  // MARK: - Medium and low

  func medium(of findings: SummaryFindings) -> PageOneBlock {
    let raised = findings.raised(.medium)
    guard !raised.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.heading(.medium, count: raised.count)
    let groups = findings.groups(.medium)
    func grouped(_ words: (Finding) -> String) -> [String] {
      groups.map { group in
        let prefix = group.name.isEmpty ? "" : "\(group.name): "
        return prefix + group.findings.map(words).joined(separator: "; ")
      }
    }
    let quoted = grouped { line(of: $0) }
    let plain = grouped(\.rule.line)
    return PageOneBlock([heading] + quoted.flatMap { hanging($0, indent: 2) })
      .or([heading] + plain.flatMap { hanging($0, indent: 2) }, loss: 6)
      .or(running(plain, as: heading, atMost: .max), loss: 10)
      .or(running(raised.map(\.rule.line), as: heading, atMost: 5), loss: 14)
      .or(running(raised.map(\.rule.line), as: heading, atMost: 3), loss: 21)
      .or(running(raised.map(\.rule.line), as: heading, atMost: 2), loss: 32)
      .or(running(raised.map(\.rule.line), as: heading, atMost: 1), loss: 50)
  }

  func low(of findings: SummaryFindings) -> PageOneBlock {
    let raised = findings.raised(.low).map(\.rule.line)
    guard !raised.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.heading(.low, count: raised.count)
    return PageOneBlock(running(raised, as: heading, atMost: .max))
      .or(running(raised, as: heading, atMost: 3), loss: 3)
      .or(running(raised, as: heading, atMost: 1), loss: 7)
  }
}

extension UrgentRecord {
  /// Whether all answers that opened the page are among those that a finding quotes.
  func isOpened(byAnswersTo finding: Finding) -> Bool {
    let quoted = Set(finding.quotes.map(\.linkId))
    return !answers.isEmpty && answers.allSatisfy { quoted.contains($0.linkId) }
  }
}
