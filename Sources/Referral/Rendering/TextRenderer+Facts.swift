/// What is gathered from the answers, in full.
extension TextRenderer {
  // MARK: - Medicines and arithmetic

  /// Adds the medicines, a line each.
  func addMedicines(of summary: ReferralSummary, to page: inout TextPage) {
    let rows = summary.medicines.table.rows
    guard !rows.isEmpty else { return }
    addTitle(SummaryWording.medicineList, to: &page)
    for (place, row) in rows.enumerated() {
      page.addText("\(place + 1). \(SummaryWording.medicine(row))", indent: 0, hanging: 4)
    }
  }

  /// Adds how numbers were worked out: sums of doses line by line, then scores.
  func addArithmetic(of summary: ReferralSummary, to page: inout TextPage) {
    let scores = summary.scores.filter { $0.outcome != .notAsked && $0.outcome != .withheld }
    guard summary.medicines.doseTotals != nil || !scores.isEmpty else { return }
    addTitle(SummaryWording.arithmetic, to: &page)
    if let doseTotals = summary.medicines.doseTotals {
      page.addText("\(doseTotals.name): \(SummaryWording.totals(of: doseTotals))", indent: 0)
      for line in doseTotals.lines {
        page.addText("\(line.name): \(line.text)", indent: 2, hanging: 2)
      }
      for note in doseTotals.notes { page.addText(note, indent: 2) }
    }
    for score in scores { add(score, of: summary, to: &page) }
  }

  private func add(_ score: Score, of summary: ReferralSummary, to page: inout TextPage) {
    page.addText("\(score.name): \(SummaryWording.outcome(score))", indent: 0, hanging: 2)
    if let sum = SummaryWording.partialSum(score) { page.addText(sum, indent: 2) }
    if score.meaning == .answeredByHelper {
      page.addText(SummaryWording.byHelper, indent: 2)
    } else if !score.bands.isEmpty {
      let bands = SummaryWording.bands(
        score.bands + SummaryWording.othersBands(of: score), age: summary.patient.age)
      page.addText("\(SummaryWording.bands): \(bands)", indent: 2, hanging: 2)
    }
    for note in score.notes { page.addText(note, indent: 2) }
  }

  // MARK: - Diagnosis

  /// Adds what the vocabulary says of treatment for what was stated.
  func addEvidence(of summary: ReferralSummary, to page: inout TextPage) {
    guard !summary.diagnosis.evidence.isEmpty else { return }
    addTitle(SummaryWording.evidence, to: &page)
    for evidence in summary.diagnosis.evidence {
      page.addText("\(evidence.about): \(evidence.text)", indent: 0, hanging: 2)
      if let source = evidence.source { page.addText(source, indent: 4, hanging: 2) }
    }
  }

  // MARK: - Treatments

  /// Adds the treatments as a table; as lines where it does not fit.
  func addTreatments(of summary: ReferralSummary, to page: inout TextPage) {
    let rows = summary.treatments.rows
    guard !rows.isEmpty else { return }
    addTitle(SummaryWording.treatments, to: &page)
    let cells = rows.map { row in
      [
        SummaryWording.treatment(row), SummaryWording.cell(row, .benefit),
        SummaryWording.cell(row, .outcome), SummaryWording.cell(row, .details),
      ]
    }
    let table = TextTable(
      headings: SummaryWording.treatmentHeadings, rows: cells.map { $0.map { PrintableText($0) } },
      width: TextPage.width)
    if let table {
      page.addReady(table.lines, indent: 0)
      return
    }
    for cells in cells {
      let rest = zip(SummaryWording.treatmentHeadings, cells).dropFirst()
        .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
      page.addText("\(cells[0]): \(rest.joined(separator: "; "))", indent: 0, hanging: 2)
    }
  }

  // MARK: - Instruments and signature

  /// Adds where the wording of the instruments comes from, and the credit for it.
  func addInstruments(of summary: ReferralSummary, to page: inout TextPage) {
    let copyright = summary.questionnaire.copyright
    guard !summary.instruments.isEmpty || copyright != nil else { return }
    addTitle(SummaryWording.instruments, to: &page)
    for instrument in summary.instruments {
      page.addText(
        "\(instrument.name): \(SummaryWording.wording(instrument))", indent: 0, hanging: 2)
      if let credit = instrument.wording.credit { page.addText(credit, indent: 4) }
    }
    if let copyright { page.addText(copyright, indent: 0) }
  }

  /// Adds the lines that are the clinician's to fill in.
  func addSignature(to page: inout TextPage) {
    addTitle(SummaryWording.forClinician, to: &page)
    page.addReady(SummaryWording.signature, indent: 0)
  }
}
