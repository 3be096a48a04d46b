import Glibc

/// What the kernel does with what is typed on a terminal.
public struct TerminalState: Equatable, Sendable {
  /// Whether typed characters are shown by the kernel.
  public var echoes: Bool

  /// Whether the kernel collects whole lines.
  public var collectsLines: Bool

  /// Whether Ctrl-C and the like send signals.
  public var sendsSignals: Bool

  /// Whether Ctrl-S stops the output.
  public var stopsOutput: Bool

  /// The state of a terminal before any program has changed it.
  public static let usual = TerminalState(
    echoes: true, collectsLines: true, sendsSignals: true, stopsOutput: true)

  init(echoes: Bool, collectsLines: Bool, sendsSignals: Bool, stopsOutput: Bool) {
    self.echoes = echoes
    self.collectsLines = collectsLines
    self.sendsSignals = sendsSignals
    self.stopsOutput = stopsOutput
  }

  /// Reads the state of an open terminal.
  init(descriptor: Int32) {
    var state = termios()
    tcgetattr(descriptor, &state)
    echoes = state.c_lflag & tcflag_t(ECHO) != 0
    collectsLines = state.c_lflag & tcflag_t(ICANON) != 0
    sendsSignals = state.c_lflag & tcflag_t(ISIG) != 0
    stopsOutput = state.c_iflag & tcflag_t(IXON) != 0
  }
}
