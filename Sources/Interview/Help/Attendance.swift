/// Whether somebody who works at the clinic is near the person who answers.
public enum Attendance: String, Sendable, Hashable {
  /// Staff are near and come when they are called.
  case attended
  /// Nobody is near, or nobody knows.
  case unattended
}
