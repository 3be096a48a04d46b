/// A page that ends the interview when an answer opens it.
public enum EndPage: String, Sendable, CaseIterable {
  /// Nothing is kept.
  case discard
  /// The answers are kept for staff.
  case keep
}
