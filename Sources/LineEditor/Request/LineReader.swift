/// Reads the lines a person types, from a terminal, a pipe or memory.
///
/// One conversation works with any of the readers; it is synchronous and belongs to one thread.
public protocol LineReader: AnyObject {
  /// Whether a person at a terminal is asked, so that a prompt and a hint make sense.
  var isInteractive: Bool { get }

  /// Asks for one line and waits for it.
  ///
  /// - Parameter request: The prompt, the text already in the line, and what is allowed.
  /// - Returns: What happened. Only ``LineOutcome/line(_:)`` is an answer.
  func readLine(_ request: LineRequest) -> LineOutcome

  /// Gives the terminal back as it was found. Later reads give ``LineOutcome/disconnected``.
  func close()
}
