import ArgumentParser

/// The exit statuses of every command.
enum ExitStatus {
  /// The input is at fault.
  static let failure = ExitCode(1)
  /// The interview stopped before the end; the answers are kept.
  static let stopped = ExitCode(3)
  /// The command line is at fault.
  static let usage = ExitCode(64)
}

/// Tells a person what is wrong, where, and how to mend it, on standard error.
enum ErrorReport {
  static func write(_ message: String) {
    try? StandardStream.error.write("Error: \(message)\n")
  }

  /// Writes the message and gives the error that ends the command.
  static func failure(_ message: String, status: ExitCode = ExitStatus.failure) -> ExitCode {
    write(message)
    return status
  }
}
