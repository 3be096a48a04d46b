/// How a visit ended.
public enum VisitEnd: String, Sendable, Hashable, CaseIterable {
  /// All was answered and confirmed.
  case completed
  /// A page of the form ended it; the answers are kept for staff.
  case ended
  /// The person stopped; their code goes on with it.
  case stopped
  /// Nobody goes on with it but staff.
  case left
}
