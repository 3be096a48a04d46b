import LineEditor

/// A reader that gives outcomes from a list and remembers what it was asked for.
final class ScriptedReader: LineReader {
  let isInteractive: Bool
  private var outcomes: [LineOutcome]
  private(set) var requests: [LineRequest] = []

  init(_ outcomes: [LineOutcome], isInteractive: Bool = true) {
    self.outcomes = outcomes
    self.isInteractive = isInteractive
  }

  func readLine(_ request: LineRequest) -> LineOutcome {
    requests.append(request)
    return outcomes.isEmpty ? .endOfInput : outcomes.removeFirst()
  }

  func close() {}
}

/// An output that nobody reads after so many writes.
final class BreakingOutput: TextOutput {
  private var writesLeft: Int

  init(after writes: Int) { writesLeft = writes }

  func write(_ text: String) throws(OutputError) {
    guard writesLeft > 0 else { throw .readerGone }
    writesLeft -= 1
  }
}
