/// How long a screen may stand without a key.
public struct IdlePolicy: Sendable, Equatable {
  /// The wait before the person is asked whether they are still there.
  public var beforeWarning: Duration
  /// The wait after the warning before the screen is hidden.
  public var beforeHiding: Duration
  /// The wait with a hidden screen before the interview is left.
  public var beforeLeaving: Duration
  /// What follows a warning that nobody answers.
  public var afterWarning: AfterWarning

  /// What becomes of a screen when nobody answers the warning.
  public enum AfterWarning: Sendable, Hashable {
    /// It is hidden, and the interview can be gone on with for a while.
    case hides
    /// The interview is left: where strangers come by.
    case leaves
  }

  /// Makes a policy.
  public init(
    beforeWarning: Duration = .seconds(180), beforeHiding: Duration = .seconds(60),
    beforeLeaving: Duration = .seconds(900), afterWarning: AfterWarning = .hides
  ) {
    self.beforeWarning = beforeWarning
    self.beforeHiding = beforeHiding
    self.beforeLeaving = beforeLeaving
    self.afterWarning = afterWarning
  }
}
