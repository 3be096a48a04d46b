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

  /// What came first to a process that waits for another one.
  public enum Arrival: Sendable, Equatable {
    /// There is something to read, or nobody writes any more.
    case input
    /// Another process asks this one to end.
    case termination(TerminationSignal)
    /// Nothing, as long as was waited.
    case nothing
  }

  /// Waits for input on a descriptor, or for the wish that this process ends.
  ///
  /// - Parameters:
  ///   - input: The descriptor, or nil to wait for a signal only.
  ///   - limit: The longest wait; nil means for ever.
  public func wait(for input: Int32?, atMost limit: Duration?) -> Arrival {
    let deadline = limit.map { ContinuousClock.now + $0 }
    while true {
      // A negative descriptor is passed over.
      var sources = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(
        &sources, nfds_t(sources.count), InputChannel.milliseconds(until: deadline))
      if sources[0].revents != 0, case .termination(let signal) = next() {
        return .termination(signal)
      }
      if ready > 0, sources[1].revents != 0 { return .input }
      if let deadline, ContinuousClock.now >= deadline { return .nothing }
    }
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
