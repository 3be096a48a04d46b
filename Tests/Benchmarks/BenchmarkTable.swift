/// What was measured: a name, the median and the worst, a line each.
struct BenchmarkTable: CustomStringConvertible {
  private var rows: [(name: String, median: Double, worst: Double, unit: String)] = []

  /// Runs something several times and notes how long it took.
  mutating func measure(_ name: String, runs: Int = 15, _ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<max(runs, 1) { times.append(try clock.measure(body)) }
    note(name, times)
  }

  /// Notes times that were taken elsewhere.
  mutating func note(_ name: String, _ times: [Duration]) {
    note(name, times.map { $0 / .milliseconds(1) }, unit: "ms")
  }

  /// Notes any figures of which less is better.
  mutating func note(_ name: String, _ figures: [Double], unit: String) {
    let sorted = figures.sorted()
    guard let worst = sorted.last else { return }
    rows.append((name, sorted[sorted.count / 2], worst, unit))
  }

  /// Whether nothing was measured.
  var isEmpty: Bool { rows.isEmpty }

  /// The table as text.
  var description: String {
    let width = rows.map(\.name.count).max() ?? 0
    let lines = rows.map { row in
      row.name.padded(to: width) + Self.column(Self.figure(row.median))
        + Self.column(Self.figure(row.worst)) + "  " + row.unit
    }
    let heading = "".padded(to: width) + Self.column("median") + Self.column("worst")
    return ([heading] + lines).joined(separator: "\n")
  }

  private static func figure(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000)." + String(1000 + thousandths % 1000).dropFirst()
  }

  private static func column(_ text: String) -> String {
    String(repeating: " ", count: max(0, 12 - text.count)) + text
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
