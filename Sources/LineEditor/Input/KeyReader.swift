import CTerminal

/// Reads keys from a terminal, and tells when none comes.
final class KeyReader {
  /// What came.
  enum Event {
    case key(Key)
    case signal(ReceivedSignal)
    case idle
    case disconnected
  }

  /// A terminal that lost the end of a paste must not swallow the Enter key for ever.
  private static let longestPauseInPaste = Duration.seconds(2)

  private let channel: InputChannel
  private let escapeDelay: Duration
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var position = 0
  private var lastInput = ContinuousClock.now
  private var idleLimit: IdleLimit?
  private var whileWaiting: () -> Duration? = { nil }
  private var looksForSignals = true

  /// Whether anything was typed since the line began.
  private(set) var activity = LineActivity.noKey

  init(channel: InputChannel, escapeDelay: Duration) {
    self.channel = channel
    self.escapeDelay = escapeDelay
  }

  /// Begins a line: from now on the idle time counts.
  func beginLine(
    idleLimit: IdleLimit?, typeAhead: TypeAhead, whileWaiting: @escaping () -> Duration?
  ) {
    self.idleLimit = idleLimit
    self.whileWaiting = whileWaiting
    lastInput = .now
    activity = .noKey
    looksForSignals = true
    if typeAhead == .dropped {
      terminal_drop_input(channel.descriptor)
      decoder.expire(into: &keys)
      keys.removeAll()
      position = 0
    }
  }

  /// Waits for the next key.
  func next() -> Event {
    if looksForSignals {
      looksForSignals = false
      if let signal = channel.pendingSignal() { return .signal(signal) }
    }
    while true {
      if position < keys.count {
        position += 1
        return .key(keys[position - 1])
      }
      keys.removeAll(keepingCapacity: true)
      position = 0
      if let event = waitForKeys() { return event }
    }
  }

  /// Takes the characters that have come already, up to the next other key.
  func takeText() -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    while position < keys.count, case .text(let scalar) = keys[position] {
      text.append(scalar)
      position += 1
    }
    return text
  }

  private func waitForKeys() -> Event? {
    switch channel.wait(until: deadline, whileWaiting: whileWaiting) {
    case .bytes(let bytes):
      lastInput = .now
      activity = .keys
      for byte in bytes { decoder.decode(byte, into: &keys) }
      return nil
    case .timeout:
      return timedOut()
    case .signal(let signal):
      return .signal(signal)
    case .endOfInput, .disconnected:
      return .disconnected
    }
  }

  private func timedOut() -> Event? {
    if decoder.awaitsRest {
      decoder.expire(into: &keys)
      return nil
    }
    if decoder.isPasting {
      decoder.endPaste()
      return nil
    }
    return .idle
  }

  private var deadline: ContinuousClock.Instant? {
    // Nobody presses Esc in a paste: there it can only be the start of the mark that ends it, which
    // a slow line may bring in two parts.
    if decoder.isPasting { return lastInput + Self.longestPauseInPaste }
    if decoder.awaitsRest { return lastInput + escapeDelay }
    guard let idleLimit else { return nil }
    return lastInput + (activity == .noKey ? idleLimit.beforeFirstKey : idleLimit.afterKey)
  }
}
