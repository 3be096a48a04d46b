import FHIR
import FormFiller
import Rules

extension TextRenderer {
  /// The first page: who, what is urgent, what was answered with no, what is not known, and what else
  /// matters first; never more than 50 lines.
  func pageOne(of summary: ReferralSummary) -> TextPage {
    var layout = PageOneLayout()
    layout.add(header(of: summary))
    layout.addSpace()
    layout.add(urgent(of: summary))
    if let findings = summary.findings, findings.ruleCount > 0 {
      layout.addSpace()
      layout.add(high(of: findings))
    }
    layout.addSpace()
    addAnswered(of: summary, to: &layout)
    addNotKnown(of: summary, to: &layout)
    if let findings = summary.findings {
      layout.addSpace()
      layout.add(medium(of: findings))
      layout.add(low(of: findings))
    }
    layout.addSpace()
    addFacts(of: summary, to: &layout)
    var page = TextPage()
    page.addReady(layout.lines(limit: Self.pageOneLines), indent: 0)
    return page
  }

  // MARK: - Who and what

  private func header(of summary: ReferralSummary) -> PageOneBlock {
    let space = String(
      repeating: " ",
      count: TextPage.width - SummaryWording.title.count - SummaryWording.notVerified.count)
    let start = [
      SummaryWording.title + space + SummaryWording.notVerified,
      String(repeating: "=", count: TextPage.width),
    ]
    func lines(_ facts: [SummaryWording.HeadingFact], atMost count: Int) -> [String] {
      start + facts.flatMap { fact($0.name, $0.text, atMost: count) }
    }
    let short = SummaryWording.shortHeading(of: summary)
    return PageOneBlock(lines(SummaryWording.heading(of: summary), atMost: 2))
      .or(lines(short, atMost: 2), loss: 8).or(lines(short, atMost: 1), loss: 30)
  }

  /// A fact with its name beside it.
  func fact(_ name: String, _ text: String, atMost count: Int) -> [String] {
    let column = Self.factColumn
    let lines = ShortText.lines(of: text, width: TextPage.width - column, atMost: count)
    return beside(name, lines)
  }

  /// Lines with a name beside the first.
  func beside(_ name: String, _ lines: [String]) -> [String] {
    lines.enumerated().map { place, line in
      let label = place == 0 ? name : ""
      let space = String(repeating: " ", count: Self.factColumn - label.count)
      return String((label + space + line)[...].trimmingTrailingSpaces)
    }
  }

  // MARK: - Lists of questions

  /// What was asked and answered with no.
  private func addAnswered(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    layout.add(
      list(
        summary.answeredNo, as: SummaryWording.answeredNo,
        steps: [(nil, 1), (5, 2), (3, 4), (2, 8), (1, 15)]))
  }

  /// What is not known, and why.
  private func addNotKnown(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    if let findings = summary.findings { addUnassessed(of: findings, to: &layout) }
    let steps: [(lines: Int?, loss: Int)] = [(nil, 3), (4, 5), (2, 9), (1, 16)]
    let states: [QuestionState] = [.doesNotKnow, .prefersNotToSay, .skipped, .unreadable]
    for state in states {
      layout.add(
        list(summary.questions(in: state), as: SummaryWording.heading(state), steps: steps))
    }
    for state in [QuestionState.noAnswer, .notReached] {
      layout.add(counted(summary.questions(in: state), as: SummaryWording.heading(state)))
    }
    layout.add(list(summary.waitsForStaff, as: SummaryWording.waitsForStaff, steps: steps))
    layout.add(withheld(of: summary))
    layout.add(readingProblems(of: summary))
  }

  /// A list of questions: by section, then with all names, then with as many as there is room for.
  private func list(
    _ mentions: [Mention], as heading: String, steps: [(lines: Int?, loss: Int)]
  ) -> PageOneBlock {
    guard !mentions.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.count(mentions.count, in: heading)
    let bySection = mentions.bySection.map { "\($0.section): \($0.labels.joined(separator: "; "))" }
    let names = mentions.map { PrintableText($0.label).line }
    var block = PageOneBlock([heading] + bySection.flatMap { hanging($0, indent: 2) })
    for step in steps {
      block = block.or(running(names, as: heading, atMost: step.lines ?? .max), loss: step.loss)
    }
    return block
  }

  /// A list of questions that says only how many there are in each section.
  private func counted(_ mentions: [Mention], as heading: String) -> PageOneBlock {
    guard !mentions.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.count(mentions.count, in: heading)
    let counts = mentions.bySection.map {
      SummaryWording.count($0.labels.count, in: $0.section)
    }
    return PageOneBlock(running(counts, as: heading, atMost: .max))
      .or(running(counts, as: heading, atMost: 3), loss: 3)
      .or(running(counts, as: heading, atMost: 1), loss: 7)
  }

  /// Names beside a heading, in as many lines as are allowed.
  func running(_ names: [String], as heading: String, atMost count: Int) -> [String] {
    ShortText.lines(
      naming: names, after: "\(heading): ", width: TextPage.width - 2, atMost: count
    )
    .enumerated().map { $0.offset == 0 ? $0.element : "  " + $0.element }
  }

  /// Text whose lines after the first stand further in.
  func hanging(_ text: String, indent: Int) -> [String] {
    let width = TextPage.width - indent - 2
    return PrintableText(PrintableText(text).line).wrapped(to: width).enumerated().map {
      String(repeating: " ", count: $0.offset == 0 ? indent : indent + 2) + $0.element
    }
  }

  private func withheld(of summary: ReferralSummary) -> PageOneBlock {
    var names = summary.withheld.map { mention in
      mention.section == mention.label ? mention.label : "\(mention.section): \(mention.label)"
    }
    if let levels = summary.findings?.withheld, !levels.isEmpty {
      names.append(SummaryWording.withheldFindings(levels))
    }
    guard !names.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.count(summary.withheld.count, in: SummaryWording.withheld)
    return PageOneBlock(running(names, as: heading, atMost: .max))
      .or(running(names, as: heading, atMost: 3), loss: 6)
      .or(running(names, as: heading, atMost: 1), loss: 20)
  }

  private func readingProblems(of summary: ReferralSummary) -> PageOneBlock {
    let problems = summary.readingProblems.map { "\($0.place): \($0.details)" }
    guard !problems.isEmpty else { return PageOneBlock([]) }
    let heading = SummaryWording.count(problems.count, in: SummaryWording.readingProblems)
    return PageOneBlock([heading] + problems.flatMap { hanging($0, indent: 2) })
      .or(running(problems, as: heading, atMost: 6), loss: 4)
      .or(running(problems, as: heading, atMost: 3), loss: 10)
      .or(running(problems, as: heading, atMost: 1), loss: 25)
  }
}

extension [Mention] {
  /// The labels by section, in the order in which the sections come.
  var bySection: [(section: String, labels: [String])] {
    var groups: [(section: String, labels: [String])] = []
    for mention in self {
      let section = PrintableText(mention.section).line
      let label = PrintableText(mention.label).line
      if let place = groups.firstIndex(where: { $0.section == section }) {
        groups[place].labels.append(label)
      } else {
        groups.append((section, [label]))
      }
    }
    return groups
  }
}
