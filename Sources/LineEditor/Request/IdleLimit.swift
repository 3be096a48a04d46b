/// How long a line reader waits without a key before it gives ``LineOutcome/idle(draft:after:)``.
public struct IdleLimit: Sendable, Equatable {
  /// The wait for the first key.
  public var beforeFirstKey: Duration

  /// The wait after each key.
  public var afterKey: Duration

  /// Creates a limit.
  ///
  /// - Parameters:
  ///   - beforeFirstKey: The wait for the first key, such as what is left after a warning.
  ///   - afterKey: The wait after each key.
  public init(beforeFirstKey: Duration, afterKey: Duration) {
    self.beforeFirstKey = beforeFirstKey
    self.afterKey = afterKey
  }

  /// Creates a limit that is the same before and after the first key.
  ///
  /// - Parameter duration: The longest wait.
  public init(_ duration: Duration) {
    self.init(beforeFirstKey: duration, afterKey: duration)
  }
}
