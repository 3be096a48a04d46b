extension TextRenderer {
  /// How a list of page one is laid out, from the most room to the least.
  private enum ListLayout {
    /// A line for each section with the names of its questions.
    case bySection
    /// All names, one after the other, beside the heading.
    case running
    /// How many there are in each section, beside the heading; the names stand in the detail.
    case counted
  }

  /// The first page: who, what is urgent, what was answered with no, what is not known.
  func pageOne(of summary: ReferralSummary) -> TextPage {
    let layouts: [(no: ListLayout, others: ListLayout)] = [
      (.bySection, .bySection), (.running, .bySection), (.running, .running),
      (.running, .counted), (.counted, .counted),
    ]
    var page = TextPage()
    for layout in layouts {
      page = pageOne(of: summary, answeredNo: layout.no, others: layout.others)
      if page.lines.count <= Self.pageOneLines { break }
    }
    return page
  }

  private func pageOne(
    of summary: ReferralSummary, answeredNo: ListLayout, others: ListLayout
  ) -> TextPage {
    var page = TextPage()
    addHeader(of: summary, to: &page)
    addUrgent(of: summary, to: &page)
    add(summary.answeredNo, as: SummaryWording.answeredNo, answeredNo, to: &page)
    let states: [QuestionState] = [.doesNotKnow, .prefersNotToSay, .skipped, .unreadable]
    for state in states {
      add(summary.questions(in: state), as: SummaryWording.heading(state), others, to: &page)
    }
    for state in [QuestionState.noAnswer, .notReached] {
      add(summary.questions(in: state), as: SummaryWording.heading(state), .counted, to: &page)
    }
    add(summary.waitsForStaff, as: SummaryWording.waitsForStaff, others, to: &page)
    add(summary.withheld, as: SummaryWording.withheld, others, to: &page)
    addReadingProblems(of: summary, to: &page)
    return page
  }

  // MARK: - Who and what

  private func addHeader(of summary: ReferralSummary, to page: inout TextPage) {
    page.addReady(
      [spread(SummaryWording.title, SummaryWording.notVerified)], indent: 0)
    page.addRule("=")
    add(SummaryWording.name, words(for: summary.patient.name), to: &page)
    let age = summary.patient.age.map { " (\(SummaryWording.age($0)))" } ?? ""
    add(SummaryWording.birthDate, words(for: summary.patient.birthDate) + age, to: &page)
    add(SummaryWording.phone, words(for: summary.patient.phone), to: &page)
    if let consent = summary.consent {
      add(SummaryWording.consent, "\(consent.label): \(words(for: consent))", to: &page)
    }
    add(SummaryWording.answeredBy, words(for: summary.respondent), to: &page)
    if let mayDecide = summary.respondent.mayDecide {
      add(SummaryWording.mayDecide, words(for: mayDecide), to: &page)
    }
    if let clinic = summary.context.clinic {
      let parts = [clinic.name] + (clinic.phone.map { [$0] } ?? [])
      add(SummaryWording.clinic, parts.joined(separator: ", "), to: &page)
    }
    let context = summary.context
    add(
      SummaryWording.dates,
      SummaryWording.dates(answered: context.answered, made: context.made), to: &page)
    add(SummaryWording.form, SummaryWording.form(summary.questionnaire), to: &page)
    add(SummaryWording.response, SummaryWording.status(summary.status), to: &page)
    add(SummaryWording.questions, SummaryWording.counts(summary.counts), to: &page)
    if let shown = SummaryWording.disclosure(context.disclosure) {
      add(SummaryWording.disclosure, shown, to: &page)
    }
  }

  private func add(_ label: String, _ text: String, to page: inout TextPage) {
    page.addLabelled(label, PrintableText(text).line, indent: 0, column: 16)
  }

  private func spread(_ left: String, _ right: String) -> String {
    left + String(repeating: " ", count: TextPage.width - left.count - right.count) + right
  }

  private func words(for entry: QuestionEntry?) -> String {
    guard let entry else { return SummaryWording.notStated }
    guard entry.state == .answered else { return "(\(SummaryWording.state(entry.state)))" }
    return cut(entry.answers.map(\.text).joined(separator: "; "))
  }

  /// The start of a text that is longer than page one has room for; the detail has it whole.
  private func cut(_ text: String) -> String {
    let lines = PrintableText(PrintableText(text).line).wrapped(to: Self.statementColumns)
    return lines.count > 1 ? "\(lines[0]) \(SummaryWording.cutMark)" : lines[0]
  }

  private func words(for respondent: Respondent) -> String {
    let helper = [respondent.helperName, respondent.helperRelation].compactMap { $0 }
    let stated =
      (respondent.who.map { [words(for: $0)] } ?? [])
      + helper.map { "\($0.label): \(words(for: $0))" }
    let authors = respondent.authors.compactMap { SummaryWording.author($0) }
    let recorded = authors.isEmpty ? [] : [SummaryWording.authors(authors)]
    let parts = stated + recorded
    return parts.isEmpty ? SummaryWording.notStated : parts.joined(separator: "; ")
  }

  // MARK: - Lists

  private func addUrgent(of summary: ReferralSummary, to page: inout TextPage) {
    page.addBlank()
    guard !summary.urgent.isEmpty else {
      page.addText("\(SummaryWording.urgent): \(SummaryWording.noUrgentRecord)", indent: 0)
      return
    }
    page.addHeading(SummaryWording.count(summary.urgent.count, in: SummaryWording.urgent))
    for record in summary.urgent {
      let opening = SummaryWording.helpPage(record.kind, opened: record.opened)
      page.addText("! \(record.label) (\(opening))", indent: 0, hanging: 2)
      if record.answers.isEmpty { page.addText(SummaryWording.answersNotRecorded, indent: 4) }
      for quoted in record.answers {
        page.addText(quoted.question, indent: 4)
        page.addText("\"\(quoted.answer)\"", indent: 6)
      }
      for later in record.laterAnswers {
        page.addText(
          "\(SummaryWording.later(later.time)) \(later.answer.question)", indent: 4)
        page.addText("\"\(later.answer.answer)\"", indent: 6)
      }
    }
  }

  private func add(
    _ mentions: [Mention], as heading: String, _ layout: ListLayout, to page: inout TextPage
  ) {
    guard !mentions.isEmpty else { return }
    page.addBlank()
    let heading = SummaryWording.count(mentions.count, in: heading)
    switch layout {
    case .bySection:
      page.addText(heading, indent: 0)
      for (section, labels) in bySection(mentions) {
        page.addText("\(section): \(labels.joined(separator: "; "))", indent: 2, hanging: 2)
      }
    case .running:
      let labels = mentions.map { line($0.label) }
      page.addText("\(heading): \(labels.joined(separator: "; "))", indent: 0, hanging: 2)
    case .counted:
      let counts = bySection(mentions).map { SummaryWording.count($0.labels.count, in: $0.section) }
      page.addText("\(heading): \(counts.joined(separator: "; "))", indent: 0, hanging: 2)
    }
  }

  private func bySection(_ mentions: [Mention]) -> [(section: String, labels: [String])] {
    var groups: [(section: String, labels: [String])] = []
    for mention in mentions {
      let section = line(mention.section)
      if let place = groups.firstIndex(where: { $0.section == section }) {
        groups[place].labels.append(line(mention.label))
      } else {
        groups.append((section, [line(mention.label)]))
      }
    }
    return groups
  }

  private func line(_ text: String) -> String { PrintableText(text).line }

  private func addReadingProblems(of summary: ReferralSummary, to page: inout TextPage) {
    guard !summary.readingProblems.isEmpty else { return }
    page.addBlank()
    page.addText(
      SummaryWording.count(summary.readingProblems.count, in: SummaryWording.readingProblems),
      indent: 0)
    for problem in summary.readingProblems {
      page.addText("\(problem.place): \(problem.details)", indent: 2)
    }
  }
}
