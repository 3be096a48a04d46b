import CTerminal
import Glibc

/// The signals of the process, taken one by one where the program waits for a key.
///
/// They are blocked for the whole process, so that none can end it with the terminal in disorder or
/// between two halves of a record. ``ProcessSetup/prepare()`` makes them.
public final class ProcessSignals {
  let descriptor: Int32

  init() throws(TerminalError) {
    descriptor = process_open_signals()
    guard descriptor >= 0 else { throw .signalsUnavailable }
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Makes a child process start with the usual signals instead of the blocked ones.
  ///
  /// - Parameter attributes: The attributes the child is spawned with.
  /// - Returns: 0, or the number of a system error.
  public static func restore(
    in attributes: UnsafeMutablePointer<posix_spawnattr_t>
  ) -> Int32 {
    process_restore_signals_in_child(attributes)
  }

  /// The next signal that has arrived and matters; does not wait.
  func next() -> ReceivedSignal? {
    while true {
      let number = process_next_signal(descriptor)
      if number == 0 { return nil }
      if let signal = ReceivedSignal(number: UInt32(number)) { return signal }
    }
  }
}
