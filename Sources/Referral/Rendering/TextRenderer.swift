/// Writes a summary as plain text: 80 columns, ASCII rules, page one first, then the detail.
public struct TextRenderer: Sendable {
  /// The most lines of page one.
  static let pageOneLines = 50

  /// The column at which the facts of page one begin.
  static let factColumn = 16

  /// Makes a renderer.
  public init() {}

  /// Writes a summary; ends with a line break.
  public func render(_ summary: ReferralSummary) -> String {
    var page = pageOne(of: summary)
    addUrgentRecords(of: summary, to: &page)
    addFindings(of: summary, to: &page)
    addMedicines(of: summary, to: &page)
    addArithmetic(of: summary, to: &page)
    addEvidence(of: summary, to: &page)
    addTreatments(of: summary, to: &page)
    addInstruments(of: summary, to: &page)
    addSignature(to: &page)
    addTitle(SummaryWording.detail, to: &page)
    for section in summary.sections {
      page.addBlank()
      add(section, to: &page)
    }
    addWordings(of: summary, to: &page)
    page.addBlank()
    page.addRule("=")
    page.addText(
      "\(SummaryWording.notVerified) \(SummaryWording.program(summary.context.programVersion)) "
        + SummaryWording.end,
      indent: 0)
    return page.text
  }
}
