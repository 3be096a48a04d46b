import ArgumentParser

/// The exit statuses of every command, besides 0 for success and 64 for usage.
enum ExitStatus {
  /// The input is at fault.
  static let failure = ExitCode(1)
  /// The interview stopped before the end; the answers are kept.
  static let stopped = ExitCode(3)
}
