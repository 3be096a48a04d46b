/// Somebody who has unlocked their key; to be forgotten as soon as they go away.
public struct UnlockedPerson: Sendable {
  /// Their number in the store.
  public let id: Int64
  /// Their name.
  public let name: String
  /// What they may do.
  public let role: Role
  /// Opens the desk's cards.
  let deskKey: PrivateKey
  /// Opens answers; nil for the desk.
  let clinicKey: PrivateKey?

  /// The keys that open a record, the usual one first.
  var keys: [PrivateKey] { [clinicKey, deskKey].compactMap { $0 } }
}
