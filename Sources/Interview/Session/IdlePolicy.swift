/// How long a screen may stand without a key.
public struct IdlePolicy: Sendable, Equatable {
  /// The wait before the person is asked whether they are still there.
  public var beforeWarning: Duration
  /// The wait after the warning before the screen is hidden.
  public var beforeHiding: Duration
  /// The wait with a hidden screen before the interview is left.
  public var beforeLeaving: Duration

  /// Makes a policy.
  public init(
    beforeWarning: Duration = .seconds(180), beforeHiding: Duration = .seconds(60),
    beforeLeaving: Duration = .seconds(900)
  ) {
    self.beforeWarning = beforeWarning
    self.beforeHiding = beforeHiding
    self.beforeLeaving = beforeLeaving
  }
}
