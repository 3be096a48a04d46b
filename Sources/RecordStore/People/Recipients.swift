/// The public keys that records are sealed to.
public struct Recipients: Sendable, Hashable {
  /// That of those who read answers.
  public let clinic: PublicKey
  /// That of everybody who works at the clinic.
  public let desk: PublicKey
  /// That of the recovery sheet.
  public let recovery: PublicKey

  /// Makes recipients.
  public init(clinic: PublicKey, desk: PublicKey, recovery: PublicKey) {
    self.clinic = clinic
    self.desk = desk
    self.recovery = recovery
  }
}

/// What a key is for.
enum RecipientPurpose: String {
  case clinic
  case desk
  case recovery
}
