/// How the process of a visit ended, as its exit status tells the supervisor.
///
/// Every other status, and an end by a signal, is a crash.
public enum VisitEnding: Int32, Sendable, Hashable, CaseIterable {
  /// The visit is over, or nobody came: the next person can begin.
  case next = 0
  /// Staff stopped the kiosk.
  case kioskStopped = 20
  /// Another process asked the visit to end; what was answered is kept.
  case terminated = 21
  /// No visit can be held now, which was said on the screen.
  case unusable = 22
  /// The terminal is gone.
  case terminalGone = 23
}
