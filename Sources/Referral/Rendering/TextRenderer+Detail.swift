import FHIR

extension TextRenderer {
  /// Adds a section: its answers, then what in it has none.
  func add(_ section: SummarySection, to page: inout TextPage) {
    page.addHeading(PrintableText(section.title).line)
    addItems(of: section, to: &page)
    for state in [QuestionState.noAnswer, .notReached] {
      let labels = section.mentions { $0.state == state }.map { PrintableText($0.label).line }
      guard !labels.isEmpty else { continue }
      page.addText(
        "\(SummaryWording.heading(state)): \(labels.joined(separator: "; "))", indent: 2, hanging: 2
      )
    }
  }

  private func addItems(of section: SummarySection, to page: inout TextPage) {
    // A section of one group of the same name needs no second heading.
    switch section.items.first {
    case .group(let group) where section.items.count == 1 && group.label == section.title:
      add(group.items, indent: 2, to: &page)
    case .table(let table) where section.items.count == 1 && table.label == section.title:
      addRows(of: table, indent: 2, to: &page)
    default: add(section.items, indent: 2, to: &page)
    }
  }

  private func add(_ items: [SummaryItem], indent: Int, to page: inout TextPage) {
    for item in items where item.isShownInDetail {
      switch item {
      case .question(let entry): add(entry, indent: indent, to: &page)
      case .group(let group):
        page.addText(group.label, indent: indent)
        add(group.items, indent: indent + 2, to: &page)
      case .table(let table):
        page.addText(table.label, indent: indent)
        addRows(of: table, indent: indent + 2, to: &page)
      case .withheld(let entry):
        page.addLabelled(entry.label, "(\(SummaryWording.withheldMark))", indent: indent)
      }
    }
  }

  private func add(_ entry: QuestionEntry, indent: Int, to page: inout TextPage) {
    guard entry.state == .answered else {
      page.addLabelled(entry.label, "(\(SummaryWording.state(entry.state)))", indent: indent)
      return
    }
    let hasItems = entry.answers.contains { $0.items.contains(where: \.isShownInDetail) }
    guard hasItems, entry.answers.count > 1 else {
      let mark = entry.answers.count > 1 ? "- " : ""
      page.addLabelled(
        entry.label, entry.answers.map { mark + entry.quoted($0) }.joined(separator: "\n"),
        indent: indent)
      for answer in entry.answers { add(answer.items, indent: indent + 2, to: &page) }
      return
    }
    // Each answer with what was asked because of it.
    for answer in entry.answers {
      page.addLabelled(entry.label, entry.quoted(answer), indent: indent)
      add(answer.items, indent: indent + 2, to: &page)
    }
  }

  // MARK: - Rows

  private func addRows(of table: TableEntry, indent: Int, to page: inout TextPage) {
    let rows = table.rows.filter { $0.items.contains(where: \.isShownInDetail) }
    if let laidOut = laidOut(table, rows, width: TextPage.width - indent) {
      page.addReady(laidOut.lines, indent: indent)
      return
    }
    for row in rows {
      page.addText("\(table.label) \(row.number)", indent: indent)
      add(row.items, indent: indent + 2, to: &page)
    }
  }

  /// The rows in columns; nil when they hold more than questions, or do not fit.
  private func laidOut(_ table: TableEntry, _ rows: [TableEntry.Row], width: Int) -> TextTable? {
    let columns = table.columns
    var cells: [[PrintableText]] = []
    for row in rows {
      guard let entries = row.plainQuestions else { return nil }
      let texts = columns.map { column in
        entries.filter { $0.linkId == column.linkId }.map { cell(of: $0) }.joined(separator: "; ")
      }
      cells.append(([String(row.number)] + texts).map { PrintableText($0) })
    }
    return TextTable(
      headings: [SummaryWording.row] + columns.map(\.label), rows: cells, width: width)
  }

  private func cell(of entry: QuestionEntry) -> String {
    switch entry.state {
    case .answered: entry.answers.map { entry.quoted($0) }.joined(separator: "; ")
    case .noAnswer, .notReached: ""
    default: "(\(SummaryWording.state(entry.state)))"
    }
  }

  // MARK: - Words of the questions

  /// Adds the questions in full, where the answers stand beside a few words for them.
  func addWordings(of summary: ReferralSummary, to page: inout TextPage) {
    var seen: Set<String> = []
    let entries = summary.sections.flatMap(\.questions).filter { entry in
      entry.state.wasAsked && (entry.text != entry.label || !entry.choices.isEmpty)
        && seen.insert(entry.linkId).inserted
    }
    guard !entries.isEmpty else { return }
    addTitle(SummaryWording.wordings, to: &page)
    for entry in entries {
      var text = PrintableText(entry.text).line
      if !entry.choices.isEmpty {
        let choices = entry.choices.map { PrintableText($0.plainText).line }
        text += " \(SummaryWording.offered) \(choices.joined(separator: "; "))"
      }
      page.addLabelled(entry.label, text, indent: 0)
    }
  }
}

extension SummaryItem {
  /// Whether it says anything beside the lists of what has no answer.
  var isShownInDetail: Bool {
    switch self {
    case .question(let entry): entry.state != .noAnswer && entry.state != .notReached
    case .group(let group): group.items.contains(where: \.isShownInDetail)
    case .table(let table): table.rows.contains { $0.items.contains(where: \.isShownInDetail) }
    case .withheld: true
    }
  }
}

extension QuestionEntry {
  /// An answer as it was given: what the person typed in their own words stands in quotation marks.
  func quoted(_ answer: Answer) -> String {
    if case .string = answer.value, origin == .person, !choices.contains(answer.value) {
      return "\"\(answer.text)\""
    }
    return answer.text
  }
}
