/// What page one gathers from the answers.
extension TextRenderer {
  /// The facts, in the order in which a clinician asks for them.
  func addFacts(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    let medicines = summary.medicines
    layout.add(
      rows(
        SummaryWording.allergies, summary.allergies,
        summary.allergies.rows.map { SummaryWording.allergy($0) }))
    if let measures = SummaryWording.measurements(summary.measurements) {
      layout.add(text(SummaryWording.measures, measures))
    }
    layout.add(
      rows(
        SummaryWording.medicines, medicines.table,
        medicines.table.rows.map { SummaryWording.medicine($0) }))
    addOpioids(of: medicines, to: &layout)
    if !medicines.sedatives.isEmpty {
      layout.add(names(SummaryWording.sedatives, medicines.sedatives))
    }
    addDiagnosis(of: summary, to: &layout)
    addScores(of: summary, to: &layout)
    if let escort = summary.escort {
      layout.add(text(SummaryWording.escort, "\(escort.label): \(words(for: escort))"))
    }
  }

  // MARK: - Shapes

  private func text(_ name: String, _ text: String) -> PageOneBlock {
    PageOneBlock(fact(name, text, atMost: 4)).or(fact(name, text, atMost: 2), loss: 7)
      .or(fact(name, text, atMost: 1), loss: 26)
  }

  private func names(_ name: String, _ names: [String]) -> PageOneBlock {
    func lines(_ count: Int) -> [String] {
      beside(
        name,
        ShortText.lines(
          naming: names.map { ShortText.cut($0, to: Self.nameWidth) },
          width: TextPage.width - Self.factColumn, atMost: count))
    }
    return PageOneBlock(lines(6)).or(lines(4), loss: 5).or(lines(3), loss: 10).or(
      lines(2), loss: 19
    )
    .or(lines(1), loss: 28)
  }

  /// How wide a row may be that is named among others.
  private static let nameWidth = 150

  private func rows<Part>(
    _ name: String, _ table: FactTable<Part>, _ rows: [String]
  ) -> PageOneBlock {
    switch table.status {
    case .notInForm: PageOneBlock([])
    case .reported: names(name, rows)
    case .noneReported, .notKnown, .withheld:
      PageOneBlock(fact(name, SummaryWording.status(table), atMost: 1))
    }
  }

  // MARK: - Opioids

  private func addOpioids(of medicines: Medicines, to layout: inout PageOneLayout) {
    guard let opioids = medicines.opioids else { return }
    let totals = SummaryWording.totals(of: opioids)
    let noted = ([totals + "."] + opioids.notes).joined(separator: " ")
    layout.add(
      PageOneBlock(fact(SummaryWording.opioids, noted, atMost: 4))
        .or(fact(SummaryWording.opioids, noted, atMost: 2), loss: 13)
        .or(fact(SummaryWording.opioids, totals, atMost: 1), loss: 27))
  }

  // MARK: - Diagnosis and goal

  private func addDiagnosis(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    let diagnosis = summary.diagnosis
    if let site = diagnosis.mainSite {
      var words = words(for: site)
      if let side = diagnosis.mainSide { words += ", \(self.words(for: side))" }
      if let since = diagnosis.since { words += "; since \(self.words(for: since))" }
      layout.add(text(SummaryWording.pain, words))
    }
    let stated =
      diagnosis.stated.map { words(for: $0) }
      + diagnosis.ownWords.filter { $0.state == .answered }.flatMap { entry in
        entry.answers.map { entry.quoted($0) }
      }
    if !stated.isEmpty {
      var words = "as stated: " + stated.joined(separator: "; ")
      if let source = diagnosis.source { words += "; by: \(self.words(for: source))" }
      let plain = words
      words += diagnosis.evidence.map { ". \($0.text)" }.joined()
      layout.add(
        PageOneBlock(fact(SummaryWording.diagnosis, words, atMost: 6))
          .or(fact(SummaryWording.diagnosis, plain, atMost: 3), loss: 6)
          .or(fact(SummaryWording.diagnosis, plain, atMost: 1), loss: 29))
    }
    if let goal = summary.goal {
      let words =
        goal.state == .answered
        ? goal.answers.map { goal.quoted($0) }.joined(separator: "; ") : self.words(for: goal)
      layout.add(text(SummaryWording.goal, words))
    }
  }

  // MARK: - Scores

  private func addScores(of summary: ReferralSummary, to layout: inout PageOneLayout) {
    guard !summary.scores.isEmpty else { return }
    let age = summary.patient.age
    let scores = summary.scores.map { SummaryWording.score($0, age: age) }
    var remarks: [String] = []
    if summary.respondent.isHelper { remarks.append(SummaryWording.byHelper) }
    if let unverified = SummaryWording.unverified(summary.instruments) {
      remarks.append(unverified)
    }
    let notes = summary.scores.flatMap { score in
      score.notes.filter { _ in score.hasValue }.map { "\(score.name): \($0)" }
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
