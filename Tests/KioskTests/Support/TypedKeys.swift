import LineEditor

/// A reader that gives outcomes from a list and remembers what it was asked for; then the terminal is
/// gone.
final class TypedKeys: LineReader {
  let isInteractive = true
  private var outcomes: [LineOutcome]
  private(set) var requests: [LineRequest] = []

  init(_ outcomes: [LineOutcome]) { self.outcomes = outcomes }

  convenience init(lines: [String]) { self.init(lines.map { .line($0) }) }

  var isUsedUp: Bool { outcomes.isEmpty }

  func readLine(_ request: LineRequest) -> LineOutcome {
    requests.append(request)
    return outcomes.isEmpty ? .disconnected : outcomes.removeFirst()
  }

  func close() {}
}
