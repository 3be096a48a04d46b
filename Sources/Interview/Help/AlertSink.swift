/// Calls staff to the person who answers, without a sound and without saying why.
public protocol AlertSink: AnyObject {
  /// Calls staff once more, whether or not an earlier call still waits.
  ///
  /// - Returns: Whether the call went out; one that did not is tried again.
  func call() -> CallOutcome

  /// Whether a call went out that nobody has acknowledged yet.
  var hasUnansweredCall: Bool { get }

  /// Repeats the calls that nobody has acknowledged, where it is time.
  ///
  /// - Returns: How long until it is time again, or nil when no call waits.
  func repeatCalls() -> Duration?
}

/// What became of a call for staff.
public enum CallOutcome: Sendable, Hashable {
  /// The call is where staff will see it.
  case wentOut
  /// Nobody has been called.
  case failed
}
