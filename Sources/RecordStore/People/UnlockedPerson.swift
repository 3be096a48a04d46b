import Synchronization

/// Somebody of the clinic who has given their passphrase, with the keys that their role opens.
///
/// The keys are forgotten by ``forget()``, or when the last reference goes away.
public final class UnlockedPerson: Sendable {
  /// The store's name of them.
  public let id: PersonID
  /// The name that they unlock with.
  public let name: String
  /// What they may do.
  public let role: Role

  private let held: Mutex<PersonKeys?>

  init(id: PersonID, name: String, role: Role, keys: PersonKeys) {
    self.id = id
    self.name = name
    self.role = role
    held = Mutex(keys)
  }

  /// Whether the keys are still there.
  public var isUnlocked: Bool { held.withLock { $0 != nil } }

  /// Forgets the keys; to go on, the person unlocks again.
  public func forget() { held.withLock { $0 = nil } }

  /// Gives the keys to a closure.
  ///
  /// Throws ``RecordStoreError/keysForgotten``.
  func withKeys<Value>(_ body: (PersonKeys) throws -> Value) throws -> Value {
    guard let keys = held.withLock({ $0 }) else { throw RecordStoreError.keysForgotten }
    return try body(keys)
  }

  /// Takes other keys, after a rotation.
  func take(_ keys: PersonKeys) { held.withLock { $0 = keys } }

  /// Throws ``RecordStoreError/wrongRole(_:)`` unless the role allows at least this.
  func require(_ least: Role) throws(RecordStoreError) {
    guard role.rank >= least.rank else { throw .wrongRole(role) }
  }
}

extension Role {
  /// How much the role may, from the desk upwards.
  fileprivate var rank: Int {
    switch self {
    case .desk: 0
    case .clinician: 1
    case .admin: 2
    }
  }
}
