import FormFiller
import Rules

/// Writes a summary as one page of HTML that needs nothing else: no script, no picture from elsewhere.
///
/// It prints on A4 and Letter paper, with whose it is and "page n of m" on each page. Drawings have
/// words beside them, and nothing is told apart by colour alone.
public struct HTMLRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Writes a summary; ends with a line break.
  public func render(_ summary: ReferralSummary) -> String {
    guard let library = PageTemplates.library,
      let page = library.render(content(of: summary), withTemplate: "page")
    else { return "" }
    return page
  }

  func content(of summary: ReferralSummary) -> PageContent {
    PageContent(
      title: SummaryWording.pageTitle, style: PageStyle.css, label: label(of: summary),
      statement: SummaryWording.notVerified,
      facts: SummaryWording.heading(of: summary).map {
        PageContent.Fact(name: $0.name, value: $0.text)
      },
      remarks: [], urgentHeading: SummaryWording.heading(.urgent, count: urgent(in: summary).count),
      noUrgent: summary.findings == nil
        ? SummaryWording.noHelpPage : SummaryWording.noneUrgent,
      urgent: urgent(in: summary), levels: levels(of: summary), lists: lists(of: summary),
      glanceHeading: SummaryWording.atAGlance, glance: glance(of: summary),
      scales: scales(of: summary), body: body(of: summary), details: details(of: summary),
      tables: tables(of: summary), sections: sections(of: summary),
      sourcesHeading: SummaryWording.instruments, sources: sources(of: summary),
      signature: SummaryWording.signatureLines.map {
        PageContent.SignatureLine(boxes: $0.boxes, line: $0.line)
      },
      end: SummaryWording.program(summary.context.programVersion) + " " + SummaryWording.end)
  }

  /// Whose summary it is, for the top of each printed page.
  private func label(of summary: ReferralSummary) -> String {
    [
      SummaryWording.pageTitle, SummaryWording.words(for: summary.patient.name),
      SummaryWording.words(for: summary.patient.birthDate),
      SummaryWording.moment(summary.context.made),
    ]
    .joined(separator: " \u{B7} ")
  }

  // MARK: - Lists of questions

  private func lists(of summary: ReferralSummary) -> [PageContent.NamedList] {
    var lists: [PageContent.NamedList] = []
    func add(_ heading: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lists.append(
        PageContent.NamedList(
          heading: SummaryWording.count(items.count, in: heading), items: items))
    }
    func add(_ heading: String, _ mentions: [Mention]) {
      guard !mentions.isEmpty else { return }
      let items = mentions.bySection.map { "\($0.section): \($0.labels.joined(separator: "; "))" }
      lists.append(
        PageContent.NamedList(
          heading: SummaryWording.count(mentions.count, in: heading), items: items))
    }
    add(SummaryWording.answeredNo, summary.answeredNo)
    add(
      SummaryWording.highNotKnown,
      summary.findings.map { SummaryWording.highNotKnown(in: $0) } ?? [])
    let states: [QuestionState] = [
      .doesNotKnow, .prefersNotToSay, .skipped, .unreadable, .noAnswer, .notReached,
    ]
    for state in states { add(SummaryWording.heading(state), summary.questions(in: state)) }
    add(SummaryWording.waitsForStaff, summary.waitsForStaff)
    add(SummaryWording.withheld, summary.withheld)
    if let levels = summary.findings?.withheld, !levels.isEmpty {
      add(SummaryWording.withheld, [SummaryWording.withheldFindings(levels)])
    }
    add(
      SummaryWording.readingProblems,
      summary.readingProblems.map { "\($0.place): \($0.details)" })
    return lists
  }

  private func sources(of summary: ReferralSummary) -> [String] {
    summary.instruments.map { instrument in
      let words = "\(instrument.name): \(SummaryWording.wording(instrument))"
      return [words, instrument.wording.credit].compactMap { $0 }.joined(separator: ". ")
    } + [summary.questionnaire.copyright].compactMap { $0 }
  }

  // MARK: - All answers

  private func sections(of summary: ReferralSummary) -> [PageContent.Section] {
    summary.sections.compactMap { section in
      let all = section.items.flatMap { entries(of: $0) }
      guard let first = all.first else { return nil }
      // A group that is the whole section and has its name needs no heading of its own.
      let isNamedTwice = all.count == 1 && first.isGroup && first.label == section.title
      return PageContent.Section(
        heading: section.title, entries: isNamedTwice ? first.entries : all)
    }
  }

  private func entries(of item: SummaryItem) -> [PageContent.Entry] {
    guard item.isShownInDetail else { return [] }
    switch item {
    case .question(let entry): return [self.entry(of: entry)]
    case .group(let group):
      return [self.entry(group.label, entries: group.items.flatMap { entries(of: $0) })]
    case .withheld(let entry):
      return [self.entry(entry.label, state: SummaryWording.withheldMark)]
    case .table(let table):
      return table.rows.map { row in
        self.entry("\(table.label) \(row.number)", entries: row.items.flatMap { entries(of: $0) })
      }
    }
  }

  private func entry(of question: QuestionEntry) -> PageContent.Entry {
    guard question.state == .answered else {
      return entry(question.text, state: SummaryWording.state(question.state))
    }
    return entry(
      question.text, answers: question.answers.map { question.quoted($0) },
      entries: question.answers.flatMap { $0.items.flatMap { entries(of: $0) } })
  }

  private func entry(
    _ label: String, answers: [String] = [], state: String? = nil,
    entries: [PageContent.Entry] = []
  ) -> PageContent.Entry {
    PageContent.Entry(
      label: label, answers: answers, state: state, isGroup: answers.isEmpty && state == nil,
      hasEntries: !entries.isEmpty, entries: entries)
  }
}
