import CTerminal

/// A signal that means something to a reader of lines.
///
/// Stop and quit from the keyboard do not.
enum ReceivedSignal: Equatable {
  case termination(TerminationSignal)
  case interrupt
  case screenChanged

  /// The meaning of a signal, or nothing when it is ignored.
  init?(number: UInt32) {
    switch number {
    case process_signal_hang_up.rawValue: self = .termination(.hangUp)
    case process_signal_terminate.rawValue: self = .termination(.terminate)
    case process_signal_interrupt.rawValue: self = .interrupt
    case process_signal_window_change.rawValue, process_signal_continue.rawValue:
      self = .screenChanged
    default: return nil
    }
  }
}
