/// Where published content stands (R4 code system `publication-status`).
public enum PublicationStatus: String, Sendable, CaseIterable {
  /// It is still being written.
  case draft
  /// It is ready for use.
  case active
  /// It should no longer be used.
  case retired
  /// Nobody knows.
  case unknown
}
