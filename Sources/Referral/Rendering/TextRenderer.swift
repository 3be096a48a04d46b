/// Writes a summary as plain text: 80 columns, ASCII rules, page one first, then every answer.
public struct TextRenderer: Sendable {
  /// The most lines of page one, as far as what it has to say allows.
  static let pageOneLines = 50

  /// How much of an answer stands beside its name at the top of page one.
  static let statementColumns = 80

  /// Makes a renderer.
  public init() {}

  /// Writes a summary; ends with a line break.
  public func render(_ summary: ReferralSummary) -> String {
    var page = pageOne(of: summary)
    page.addBlank()
    page.addRule("=")
    page.addText(SummaryWording.detail, indent: 0)
    page.addRule("=")
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
