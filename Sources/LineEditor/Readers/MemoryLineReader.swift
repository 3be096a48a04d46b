/// Reads lines from bytes in memory, such as a file of answers.
///
/// It never waits.
public final class MemoryLineReader: LineReader {
  private var splitter = LineSplitter()
  private var isClosed = false

  /// No person is asked.
  public let isInteractive = false

  /// Creates a reader.
  ///
  /// - Parameter bytes: UTF-8 text with lines that end in LF or CR LF.
  public init(bytes: [UInt8]) {
    splitter.add(bytes[...])
  }

  /// Gives the next line.
  ///
  /// - Parameter request: Only its length limit and its visibility matter.
  /// - Returns: The line, or ``LineOutcome/endOfInput`` after the last.
  public func readLine(_ request: LineRequest) -> LineOutcome {
    if isClosed { return .disconnected }
    if request.visibility == .hidden { return .cannotHide }
    guard let line = splitter.nextLine(keeping: request.maximumBytes) ?? splitter.lastLine() else {
      return .endOfInput
    }
    return line.outcome(maximumLength: request.maximumLength)
  }

  /// Ends the reading.
  public func close() {
    isClosed = true
  }
}
