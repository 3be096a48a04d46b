/// What page one gathers from the answers.
extension TextRenderer {
  /// The facts, in the order in which a clinician asks for them.
  func addFacts(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    let medicines = summary.medicines
    layout.add(
      rows(
        SummaryWording.allergies, summary.allergies, SummaryWording.allergy,
        short: { SummaryWording.own($0, .substance) ?? $0.label }))
    if let measures = SummaryWording.measurements(summary.measurements) {
      layout.add(text(SummaryWording.measures, measures))
    }
    layout.add(
      rows(
        SummaryWording.medicines, medicines.table, SummaryWording.medicine,
        short: { SummaryWording.nameAndDose($0) }))
    addDoseTotals(of: medicines, to: &layout)
    for list in medicines.lists { layout.add(names(shortName(list.name), list.medicines)) }
    addDiagnosis(of: summary, to: &layout)
    addScores(of: summary, to: &layout)
    if let escort = summary.escort {
      layout.add(
        text(SummaryWording.escort, "\(escort.label): \(SummaryWording.words(for: escort))"))
    }
  }

  // MARK: - Shapes

  private func text(_ name: String, _ text: String) -> PageOneBlock {
    PageOneBlock(fact(name, text, atMost: 4)).or(fact(name, text, atMost: 2), loss: 7)
      .or(fact(name, text, atMost: 1), loss: 26)
  }

  private func names(_ name: String, _ names: [String]) -> PageOneBlock {
    PageOneBlock(named(name, names, atMost: 3)).or(named(name, names, atMost: 2), loss: 12)
      .or(named(name, names, atMost: 1), loss: 28)
  }

  private func named(_ name: String, _ names: [String], atMost count: Int) -> [String] {
    beside(
      name,
      ShortText.lines(
        naming: names, width: TextPage.width - Self.factColumn, atMost: count,
        otherwise: "\(names.count), \(SummaryWording.seeDetail)"))
  }

  /// Rows, a line or more each; with less room in short, one after the other.
  private func rows<Part>(
    _ name: String, _ table: FactTable<Part>, _ words: (FactRow<Part>) -> String,
    short: (FactRow<Part>) -> String
  ) -> PageOneBlock {
    switch table.status {
    case .notInForm: return PageOneBlock([])
    case .reported: break
    case .noneReported, .notKnown, .withheld:
      return PageOneBlock(fact(name, SummaryWording.status(table), atMost: 1))
    }
    let rows = table.rows.map(words)
    let names = table.rows.map(short)
    return PageOneBlock(named(name, rows, atMost: 8)).or(named(name, rows, atMost: 4), loss: 4)
      .or(named(name, names, atMost: 3), loss: 6).or(named(name, names, atMost: 2), loss: 14)
      .or(named(name, names, atMost: 1), loss: 28)
  }

  // MARK: - Dose totals

  /// A name from the form, which has to fit beside the facts.
  private func shortName(_ name: String) -> String {
    ShortText.cut(PrintableText(name).line, to: Self.factColumn - 1)
  }

  private func addDoseTotals(of medicines: Medicines, to layout: inout PageOneLayout) {
    guard let doseTotals = medicines.doseTotals else { return }
    let totals = SummaryWording.totals(of: doseTotals)
    let noted = ([totals + "."] + doseTotals.notes).joined(separator: " ")
    layout.add(
      PageOneBlock(fact(shortName(doseTotals.name), noted, atMost: 4))
        .or(fact(shortName(doseTotals.name), noted, atMost: 2), loss: 13)
        .or(fact(shortName(doseTotals.name), totals, atMost: 1), loss: 27))
  }

  // MARK: - Diagnosis and goal

  private func addDiagnosis(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    let diagnosis = summary.diagnosis
    if let pain = SummaryWording.pain(diagnosis) { layout.add(text(SummaryWording.pain, pain)) }
    if let plain = SummaryWording.diagnosis(diagnosis) {
      let evidence = diagnosis.evidence.map(\.text).joined(separator: " ")
      let words = evidence.isEmpty ? plain : "\(plain). \(evidence)"
      layout.add(
        PageOneBlock(fact(SummaryWording.diagnosis, words, atMost: 6))
          .or(fact(SummaryWording.diagnosis, plain, atMost: 3), loss: 6)
          .or(fact(SummaryWording.diagnosis, plain, atMost: 1), loss: 29))
    }
    if let goal = summary.goal {
      layout.add(text(SummaryWording.goal, SummaryWording.answer(to: goal)))
    }
  }

  // MARK: - Scores

  private func addScores(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    guard !summary.scores.isEmpty else { return }
    let age = summary.patient.age
    let silent: [Score.Outcome] = [.notAsked, .withheld]
    var scores = summary.scores.filter { !silent.contains($0.outcome) }
      .map { SummaryWording.score($0, age: age) }
    for outcome in silent {
      let names = summary.scores.filter { $0.outcome == outcome }
      guard let first = names.first else { continue }
      scores.append(
        "\(SummaryWording.outcome(first)): \(names.map(\.name).joined(separator: ", "))")
    }
    var remarks: [String] = []
    if summary.respondent.isHelper { remarks.append(SummaryWording.byHelper) }
    if let unverified = SummaryWording.unverified(summary.instruments) {
      remarks.append(unverified)
    }
    let notes = summary.scores.flatMap { score in
      score.notes.filter { _ in score.hasValue }
        .map { "\(score.name): \($0.withoutFullStop)" }
    }
    func lines(_ names: [String], _ count: Int) -> [String] {
      beside(
        SummaryWording.scores,
        ShortText.lines(
          naming: names, width: TextPage.width - Self.factColumn, atMost: count))
    }
    layout.add(
      PageOneBlock(lines(scores + remarks + notes, .max)).or(lines(scores + remarks, 5), loss: 9)
        .or(lines(scores + remarks, 3), loss: 20).or(lines(scores, 2), loss: 31)
        .or(lines(scores, 1), loss: 55))
  }
}

extension Score {
  /// Whether it has a value.
  var hasValue: Bool {
    if case .value = outcome { return true }
    return false
  }
}

extension String {
  /// The text without a full stop at its end, as a part of a longer line.
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
