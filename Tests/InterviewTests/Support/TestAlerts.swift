@testable import Interview

/// Calls that only count, and may fail.
final class TestAlerts: AlertSink {
  /// Whether calls go out.
  var works: Bool
  /// Whether somebody acknowledges every call at once.
  var isAnswered = false
  private(set) var callCount = 0
  private(set) var repeatCount = 0

  init(works: Bool = true) { self.works = works }

  func call() -> CallOutcome {
    callCount += 1
    return works ? .wentOut : .failed
  }

  var hasUnansweredCall: Bool { works && callCount > 0 && !isAnswered }

  func repeatCalls() -> Duration? {
    repeatCount += 1
    return callCount > 0 ? .seconds(120) : nil
  }
}
