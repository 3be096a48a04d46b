import LineEditor

/// Reads lines at a kiosk: no key ends the visit, and nothing typed early answers a page.
final class KioskReader: LineReader {
  private let reader: any LineReader

  init(_ reader: any LineReader) {
    self.reader = reader
  }

  var isInteractive: Bool { reader.isInteractive }

  func readLine(_ request: LineRequest) -> LineOutcome {
    var request = request
    request.typeAhead = .dropped
    let outcome = reader.readLine(request)
    // Ctrl-D is a key as others here; a terminal that is gone says so.
    if case .endOfInput = outcome { return .redraw(draft: "") }
    return outcome
  }

  func close() { reader.close() }
}
