/// How a process ended.
public enum ProcessEnding: Equatable, Sendable {
  /// It ended by itself with this status.
  case exited(Int32)

  /// A signal of this number ended it.
  case signalled(Int32)

  /// Reads the status word of `waitpid`.
  init(word: Int32) {
    let signal = word & 0x7F
    self = signal == 0 ? .exited(word >> 8 & 0xFF) : .signalled(signal)
  }
}
