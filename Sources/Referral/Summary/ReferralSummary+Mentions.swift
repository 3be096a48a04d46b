extension ReferralSummary {
  /// The questions that were answered with a plain no.
  public var answeredNo: [Mention] {
    mentions { $0.state == .answered && $0.meaning == .no }
  }

  /// The questions of a person in this state, in the order of the form.
  public func questions(in state: QuestionState) -> [Mention] { mentions { $0.state == state } }

  /// The groups and questions that the summary may not show.
  public var withheld: [Mention] {
    sections.flatMap { section in
      var walk = SummaryWalk(section: section)
      walk.run()
      return walk.withheld
    }
  }

  private func mentions(where isMeant: (QuestionEntry) -> Bool) -> [Mention] {
    sections.flatMap { $0.mentions(where: isMeant) }
  }
}

extension SummarySection {
  /// The questions of a section that a person is asked and that are meant, in the order of the form.
  func mentions(where isMeant: (QuestionEntry) -> Bool) -> [Mention] {
    var walk = SummaryWalk(section: self)
    walk.run()
    return walk.questions.filter { $0.entry.origin == .person && isMeant($0.entry) }.map(\.mention)
  }

  /// All questions of a section, in the order of the form.
  var questions: [QuestionEntry] {
    var walk = SummaryWalk(section: self)
    walk.run()
    return walk.questions.map(\.entry)
  }
}

/// A walk through a section in the order of the form, which knows what row it is in.
private struct SummaryWalk {
  let section: SummarySection
  var questions: [(entry: QuestionEntry, mention: Mention)] = []
  var withheld: [Mention] = []
  private var rows: [Mention.RowPlace] = []
  private var prefix = ""

  init(section: SummarySection) { self.section = section }

  mutating func run() { visit(section.items) }

  private mutating func visit(_ items: [SummaryItem]) {
    for item in items {
      switch item {
      case .question(let entry): visit(entry)
      case .group(let group): visit(group.items)
      case .withheld(let entry):
        withheld.append(mention(of: entry.linkId, labelled: entry.label))
      case .table(let table): visit(table)
      }
    }
  }

  private mutating func visit(_ entry: QuestionEntry) {
    questions.append((entry, mention(of: entry.linkId, labelled: entry.label)))
    let outerPrefix = prefix
    for (place, answer) in entry.answers.enumerated() {
      if entry.answers.count > 1 { prefix = "\(outerPrefix)\(entry.label) \(place + 1): " }
      visit(answer.items)
    }
    prefix = outerPrefix
  }

  private mutating func visit(_ table: TableEntry) {
    let outerPrefix = prefix
    for row in table.rows {
      prefix = "\(outerPrefix)\(table.label) \(row.number): "
      rows.append(Mention.RowPlace(linkId: table.linkId, number: row.number))
      visit(row.items)
      rows.removeLast()
    }
    prefix = outerPrefix
  }

  private func mention(of linkId: String, labelled label: String) -> Mention {
    Mention(linkId: linkId, label: prefix + label, section: section.title, rows: rows)
  }
}
