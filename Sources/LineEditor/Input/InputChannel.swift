import Glibc

/// Waits for input, a signal or a moment, whichever comes first.
final class InputChannel {
  /// What came.
  enum Event {
    case bytes(ArraySlice<UInt8>)
    case endOfInput
    case disconnected
    case signal(ReceivedSignal)
    case timeout
  }

  /// The descriptor the input is read from.
  let descriptor: Int32

  private let signals: ProcessSignals
  private var buffer = [UInt8](repeating: 0, count: 4096)

  init(descriptor: Int32, signals: ProcessSignals) {
    self.descriptor = descriptor
    self.signals = signals
  }

  /// A signal that has arrived already.
  func pendingSignal() -> ReceivedSignal? {
    signals.next()
  }

  /// Waits until something comes, or until the deadline; without one, for ever.
  ///
  /// - Parameter whileWaiting: Is asked before each wait, and gives how long until it has to be asked
  ///   again.
  func wait(
    until deadline: ContinuousClock.Instant?, whileWaiting: () -> Duration?
  ) -> Event {
    while true {
      let next = whileWaiting().map { ContinuousClock.now + max($0, Self.shortestPause) }
      guard let next, deadline.map({ next < $0 }) ?? true else { return wait(until: deadline) }
      let event = wait(until: next)
      guard case .timeout = event else { return event }
    }
  }

  /// What is due at once although it has just been done must not keep the machine busy.
  private static let shortestPause = Duration.milliseconds(100)

  private func wait(until deadline: ContinuousClock.Instant?) -> Event {
    while true {
      var sources = [
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&sources, nfds_t(sources.count), Self.milliseconds(until: deadline))
      if ready == 0, let deadline, ContinuousClock.now >= deadline { return .timeout }
      guard ready > 0 else { continue }
      if sources[0].revents != 0, let signal = signals.next() { return .signal(signal) }
      if sources[1].revents != 0, let event = read() { return event }
    }
  }

  private func read() -> Event? {
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 { return .bytes(buffer[..<count]) }
    if count == 0 { return .endOfInput }
    return errno == EINTR || errno == EAGAIN ? nil : .disconnected
  }

  /// The time left in whole milliseconds, rounded up; -1 for ever, as `poll` has it.
  static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline).components
    if left.seconds < 0 || left.attoseconds < 0 { return 0 }
    if left.seconds >= Int64(Int32.max) / 1000 - 1 { return Int32.max }
    return Int32(
      left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
