/// Somebody who works at the clinic.
public struct Person: Sendable, Hashable {
  /// Their number in the store.
  public let id: Int64
  /// Their name; no two have the same.
  public let name: String
  /// What they may do.
  public let role: Role
  /// When they were added, in milliseconds since 1970, UTC.
  public let created: Int64
}
