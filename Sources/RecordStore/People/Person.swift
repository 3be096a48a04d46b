/// Somebody who works at the clinic, or did.
public struct Person: Sendable, Hashable {
  /// The store's name of them.
  public let id: PersonID
  /// The name that they unlock with.
  public let name: String
  /// What they may do.
  public let role: Role
  /// Since when they are here, in milliseconds since 1970 UTC.
  public let addedAt: Int64
  /// When they left; nil while they are here.
  public let removedAt: Int64?
  /// Until when they are locked out after wrong passphrases; nil when they are not.
  public let lockedUntil: Int64?
}
