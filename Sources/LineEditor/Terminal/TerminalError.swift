/// Why the terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// The locale C.UTF-8 is missing, so letters beyond ASCII would be lost.
  case localeMissing

  /// `/dev/null` cannot be opened in place of a closed standard input or output.
  case standardStreamsClosed

  /// The kernel did not give a descriptor for signals.
  case signalsUnavailable

  /// The memory of this process cannot be kept out of core files.
  case memoryDumpsAllowed

  /// libedit cannot work with this terminal.
  case editingUnavailable(terminalKind: String)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong, where, and how to put it right, for the person at the terminal.
  public var description: String {
    switch self {
    case .localeMissing:
      "The system lacks the locale C.UTF-8. Install it (Debian: the package libc-bin)."
    case .standardStreamsClosed:
      "Standard input or output is closed and /dev/null cannot be opened. Check /dev/null."
    case .signalsUnavailable:
      "The system gives no descriptor for signals. Raise the limit of open files (ulimit -n)."
    case .memoryDumpsAllowed:
      "Core files cannot be turned off. Check the limits of this user (ulimit -c 0)."
    case .editingUnavailable(let kind):
      "Lines cannot be edited on this terminal (TERM=\(kind)). Set TERM to xterm or linux."
    }
  }
}
