/// A signal that asks the program to end.
public enum TerminationSignal: Int32, Sendable, Equatable {
  /// SIGHUP: the terminal or the connection is gone.
  case hangUp = 1

  /// SIGTERM: the system or an administrator stops the program.
  case terminate = 15

  /// The exit status by which a shell reports this signal: 128 and its number.
  public var exitStatus: Int32 { 128 + rawValue }
}
