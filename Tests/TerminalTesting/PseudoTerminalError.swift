/// Why a pseudo-terminal could not do what a test asked.
public enum PseudoTerminalError: Error, CustomStringConvertible {
  /// The system gave no pseudo-terminal or no process; the number is that of `errno`.
  case unavailable(what: String, code: Int32)

  /// The text did not appear in time.
  case missing(text: String, screen: String)

  /// The program did not end in time.
  case stillRunning(screen: String)

  /// What is wrong, with the screen as it was.
  public var description: String {
    switch self {
    case .unavailable(let what, let code): "\(what) failed with system error \(code)"
    case .missing(let text, let screen): "\"\(text)\" did not appear. The screen:\n\(screen)"
    case .stillRunning(let screen): "the program did not end. The screen:\n\(screen)"
    }
  }
}
