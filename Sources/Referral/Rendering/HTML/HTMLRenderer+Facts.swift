import FHIR
import FormFiller

/// What is gathered from the answers, on the page.
extension HTMLRenderer {
  // MARK: - At a glance

  func glance(of summary: ReferralSummary) -> [PageContent.Lines] {
    var facts: [PageContent.Lines] = []
    func add(_ name: String, _ lines: [String]) {
      if !lines.isEmpty { facts.append(PageContent.Lines(name: name, lines: lines)) }
    }
    add(SummaryWording.pain, SummaryWording.pain(summary.diagnosis).map { [$0] } ?? [])
    add(SummaryWording.diagnosis, SummaryWording.diagnosis(summary.diagnosis).map { [$0] } ?? [])
    add(SummaryWording.goal, summary.goal.map { [SummaryWording.quoted($0)] } ?? [])
    add(
      SummaryWording.allergies,
      lines(summary.allergies, summary.allergies.rows.map { SummaryWording.allergy($0) }))
    add(
      SummaryWording.measures, SummaryWording.measurements(summary.measurements).map { [$0] } ?? [])
    if let doseTotals = summary.medicines.doseTotals {
      let lines = doseTotals.lines.map { "\($0.name): \($0.text)" }
      add(doseTotals.name, [SummaryWording.totals(of: doseTotals)] + lines + doseTotals.notes)
    }
    for list in summary.medicines.lists {
      add(list.name, [list.medicines.joined(separator: "; ")])
    }
    add(SummaryWording.escort, summary.escort.map { [SummaryWording.quoted($0)] } ?? [])
    return facts
  }

  private func lines<Part>(_ table: FactTable<Part>, _ rows: [String]) -> [String] {
    switch table.status {
    case .notInForm: []
    case .reported: rows
    case .noneReported, .notKnown, .withheld: [SummaryWording.status(table)]
    }
  }

  // MARK: - Drawings

  func scales(of summary: ReferralSummary) -> [PageContent.Scale] {
    summary.scores.filter { $0.outcome != .notAsked }.map { score in
      var notes = [SummaryWording.partialSum(score)].compactMap { $0 } + score.notes
      if score.meaning == .answeredByHelper { notes.append(SummaryWording.byHelper) }
      return PageContent.Scale(
        caption: SummaryWording.score(score, age: summary.patient.age), drawing: drawing(of: score),
        bands: bands(of: score, age: summary.patient.age), notes: notes)
    }
  }

  private func bands(of score: Score, age: ClosedRange<Int>?) -> [String] {
    guard case .value = score.outcome, score.meaning != .answeredByHelper, !score.scale.isEmpty
    else { return [] }
    return [SummaryWording.bands(score.scale, age: age)]
  }

  private func drawing(of score: Score) -> ScaleDrawing? {
    guard case .value(let value) = score.outcome, let least = score.least,
      let greatest = score.greatest
    else { return nil }
    let bands = score.meaning == .answeredByHelper ? [] : score.scale
    return ScaleDrawing(
      name: score.name, value: value, least: least, greatest: greatest, bands: bands)
  }

  func body(of summary: ReferralSummary) -> PageContent.Body? {
    guard !summary.bodyRegions.isEmpty else { return nil }
    let drawing = BodyDrawing(of: summary.bodyRegions, on: summary.bodyShapes)
    let names = summary.bodyRegions.map { region in
      let side = region.side.map { " (\($0.name))" } ?? ""
      return region.name + side + (region.isMain ? " - \(SummaryWording.worstPain)" : "")
    }
    return PageContent.Body(
      caption: SummaryWording.bodyMap, views: drawing.views, legend: names.joined(separator: "; "))
  }

  // MARK: - Tables

  func tables(of summary: ReferralSummary) -> [PageContent.Table] {
    var tables: [PageContent.Table] = []
    func add(_ heading: String, _ columns: [String], _ rows: [[String]]) {
      guard !rows.isEmpty else { return }
      // A column without a word in it only takes room.
      let used = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
      tables.append(
        PageContent.Table(
          heading: heading, columns: used.map { columns[$0] }, hasRows: true,
          rows: rows.map { row in PageContent.Table.Row(cells: used.map { row[$0] }) }, notes: []))
    }
    add(
      SummaryWording.medicineList, SummaryWording.medicineHeadings,
      summary.medicines.table.rows.map { row in
        [
          row.text(.name) ?? "", SummaryWording.dose(row), row.text(.route) ?? "",
          SummaryWording.frequency(row), row.text(.lastTaken) ?? "", SummaryWording.purpose(row),
        ]
      })
    add(
      SummaryWording.treatments, SummaryWording.treatmentHeadings,
      summary.treatments.rows.map { row in
        [SummaryWording.treatment(row)]
          + [TreatmentPart.benefit, .outcome, .details].map { SummaryWording.cell(row, $0) }
      })
    return tables
  }
}
