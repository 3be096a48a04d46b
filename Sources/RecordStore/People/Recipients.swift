/// The public keys that a record's key is sealed to; who holds them can read nothing.
public struct Recipients: Sendable, Hashable {
  /// For clinicians and administrators: answers.
  public let clinic: PublicKey
  /// For everybody at the clinic: the desk's cards, and drafts of the day.
  public let desk: PublicKey
  /// For whoever has the recovery sheet.
  public let recovery: PublicKey

  /// Makes the set.
  public init(clinic: PublicKey, desk: PublicKey, recovery: PublicKey) {
    self.clinic = clinic
    self.desk = desk
    self.recovery = recovery
  }
}
