/// What the process of a visit is told by its supervisor; nothing about a person.
public struct VisitStart: Sendable, Equatable {
  /// How the visit before crashed, if it did.
  public var crash: Crash?
  /// The last call that tried out whether staff see calls, if one was made.
  public var alertTest: AlertTest?

  /// Makes a start.
  public init(crash: Crash? = nil, alertTest: AlertTest? = nil) {
    self.crash = crash
    self.alertTest = alertTest
  }
}
