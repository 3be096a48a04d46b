/// Rows of a repeating group laid out in columns, where they fit.
struct TextTable {
  private static let gap = 2
  private let headings: [String]
  private let rows: [[String]]
  private let widths: [Int]

  /// Lays out rows whose cells have one line each; nil when they do not fit into this width.
  init?(headings: [String], rows: [[PrintableText]], width: Int) {
    guard rows.allSatisfy({ $0.allSatisfy { $0.lines.count == 1 } }) else { return nil }
    self.headings = headings.map { PrintableText($0).line }
    self.rows = rows.map { $0.map(\.line) }
    widths = self.headings.indices.map { [rows = self.rows, headings = self.headings] column in
      rows.map { TextWidth.columns($0[column]) }
        .reduce(TextWidth.columns(headings[column]), max)
    }
    let total = widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
    guard total <= width else { return nil }
  }

  /// The lines: headings, a rule below each, the rows.
  var lines: [String] {
    [line(headings), line(widths.map { String(repeating: "-", count: $0) })] + rows.map { line($0) }
  }

  private func line(_ cells: [String]) -> String {
    var text = ""
    var column = 0
    for (place, cell) in cells.enumerated() {
      if !cell.isEmpty {
        text += String(repeating: " ", count: column - TextWidth.columns(text)) + cell
      }
      column += widths[place] + Self.gap
    }
    return String(text[...].trimmingTrailingSpaces)
  }
}
