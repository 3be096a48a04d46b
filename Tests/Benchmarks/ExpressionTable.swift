/// What was measured of expressions, beside the peers and the bars, a line each.
struct ExpressionTable: CustomStringConvertible {
  private var lines: [[String]] = []
  private static let heading = [
    "fhirpath, per second", "", "median", "worst", "at least", "met", "fhirpathpy", "ratio",
    "10 x js", "met",
  ]

  /// Notes how often per second something was done, window by window.
  ///
  /// - Parameters:
  ///   - least: the bar that holds on any machine; nil for none.
  ///   - peers: what to compare with; nil for nothing.
  mutating func note(
    _ name: String, _ way: ExpressionWay, _ figures: [Double], least: Double?, peers: PeerFigures?
  ) {
    let sorted = figures.sorted()
    guard let worst = sorted.first else { return }
    let median = sorted[sorted.count / 2]
    let peer = peers?.measured(name, way)
    let bar = peers?.bar(name, way)
    lines.append([
      name, way.rawValue, Self.number(median), Self.number(worst), Self.number(least),
      Self.verdict(median, least), Self.number(peer), peer.map { Self.number(median / $0) } ?? "–",
      Self.number(bar), Self.verdict(median, bar),
    ])
  }

  /// The table as text.
  var description: String {
    let rows = [Self.heading] + lines
    let widths = Self.heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return column < 2 ? row[column] + space : space + row[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func verdict(_ figure: Double, _ bar: Double?) -> String {
    guard let bar else { return "–" }
    return figure >= bar ? "yes" : "NO"
  }

  /// A whole number with commas.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    var digits = Array(String(Int(value.rounded())))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
