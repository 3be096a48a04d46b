import LineEditor

/// Holds one visit in a process of its own.
public protocol VisitRunner: AnyObject {
  /// Starts the process, hands on what it says and waits for its end.
  ///
  /// - Parameters:
  ///   - start: What the process is told.
  ///   - take: Is given each message when it comes.
  func run(_ start: VisitStart, take: (VisitMessage) -> Void) -> VisitRun
}

/// What became of the process of a visit.
public struct VisitRun: Sendable, Equatable {
  /// Why the process does not run any more.
  public enum Cause: Sendable, Hashable {
    /// It ended as a visit does.
    case ended(VisitEnding)
    /// It crashed.
    case crashed(Crash)
    /// Another process asked the kiosk to end, and so the visit was ended.
    case kioskTerminated(TerminationSignal)
  }

  /// Why it does not run any more.
  public var cause: Cause
  /// How long it ran.
  public var lifetime: Duration

  /// Makes a run.
  public init(cause: Cause, lifetime: Duration) {
    self.cause = cause
    self.lifetime = lifetime
  }
}
