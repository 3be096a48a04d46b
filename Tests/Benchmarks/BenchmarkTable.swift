/// What was measured: a name and the time it took, a line each.
struct BenchmarkTable: CustomStringConvertible {
  private var rows: [(name: String, median: Duration, worst: Duration)] = []

  /// Runs something several times and notes the median and the longest time.
  mutating func measure(_ name: String, runs: Int = 15, _ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<max(runs, 1) { times.append(try clock.measure(body)) }
    note(name, times)
  }

  /// Notes times that were taken elsewhere.
  mutating func note(_ name: String, _ times: [Duration]) {
    let sorted = times.sorted()
    guard let worst = sorted.last else { return }
    rows.append((name, sorted[sorted.count / 2], worst))
  }

  /// The table, with times in milliseconds.
  var description: String {
    let width = rows.map(\.name.count).max() ?? 0
    let lines = rows.map { row in
      row.name.padded(to: width) + Self.milliseconds(row.median) + Self.milliseconds(row.worst)
    }
    let heading = "".padded(to: width) + "   median ms" + "    worst ms"
    return ([heading] + lines).joined(separator: "\n")
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let microseconds =
      duration.components.seconds * 1_000_000
      + duration.components.attoseconds / 1_000_000_000_000
    let fraction = String(1000 + microseconds % 1000).dropFirst()
    let text = "\(microseconds / 1000).\(fraction)"
    return String(repeating: " ", count: max(0, 12 - text.count)) + text
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
