/// Where calls for staff are made, as far as their test needs it.
public protocol AlertTestSpool: AnyObject {
  /// Makes a call that says it is a test; nil when it could not be made.
  func callForTest() -> AlertTest?
  /// Whether a test call is of today and staff have acknowledged it.
  func isAcknowledged(_ test: AlertTest) -> Bool
}
