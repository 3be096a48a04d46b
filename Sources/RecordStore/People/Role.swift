/// What somebody who works at the clinic may do.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Starts intakes and sees their state, never an answer.
  case desk
  /// Reads and completes records.
  case clinician
  /// Also looks after people, keys and backups.
  case admin

  /// Whether the role opens answers.
  public var readsAnswers: Bool { self != .desk }
}
