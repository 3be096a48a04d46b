import Foundation
import GRDB

extension RecordStore {
  /// Opens somebody's keys with their passphrase; about a third of a second.
  ///
  /// Each try is counted before it is looked at, so that many at once are no more tries. After five
  /// wrong ones the person is locked out for 15 minutes, or until another administrator frees them.
  /// Throws ``RecordStoreError/wrongPassphrase(triesLeft:)`` and ``RecordStoreError/lockedOut(until:)``.
  public func unlock(
    _ name: String, passphrase: Passphrase
  ) throws(RecordStoreError) -> UnlockedPerson {
    let locked = try database.write { database in try countTry(of: name, in: database) }
    let own: PrivateKey
    do {
      own = try locked.sealed.open(passphrase)
    } catch SealingError.refused {
      try note(.unlockFailed, by: locked.id)
      throw .wrongPassphrase(triesLeft: locked.left)
    } catch {
      throw .sealing(error)
    }
    return try database.write { database in
      let person = try presentPerson(locked.id, in: database)
      try database.execute(
        sql: "UPDATE person SET tries = 0, locked_until = NULL WHERE id = ?",
        arguments: [locked.id.data])
      try note(.unlocked, by: locked.id, in: database)
      let keys = try keys(with: own, role: person.role, in: database)
      return UnlockedPerson(id: person.id, name: person.name, role: person.role, keys: keys)
    }
  }

  /// Forgets somebody's keys and notes it.
  ///
  /// The keys are forgotten even when it cannot be noted.
  public func lock(_ person: UnlockedPerson) throws(RecordStoreError) {
    person.forget()
    try note(.locked, by: person.id)
  }

  func keys(with own: PrivateKey, role: Role, in database: Database) throws -> PersonKeys {
    PersonKeys(
      own: own, clinic: role.readsAnswers ? try openSeals(.clinic, with: own, in: database) : [],
      desk: try openSeals(.desk, with: own, in: database))
  }

  /// Somebody whose passphrase is to be looked at.
  private struct LockedPerson {
    let id: PersonID
    let sealed: SealedPrivateKey
    let left: Int
  }

  private func countTry(of name: String, in database: Database) throws -> LockedPerson {
    let known = try Self.usableOrWrong(name)
    let sql = "SELECT * FROM person WHERE name = ? AND removed_at IS NULL"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [known]),
      let sealed = try row.optionalBytes("sealed_key")
    else { throw RecordStoreError.wrongPassphrase(triesLeft: nil) }
    let person = try Person(row)
    let now = clock.now()
    var tries: Int = try row.required("tries")
    if let until = person.lockedUntil {
      guard until <= now else { throw RecordStoreError.lockedOut(until: until) }
      tries = 0
    }
    tries += 1
    let until = tries < Self.allowedTries ? nil : now + Self.lockoutDuration
    try database.execute(
      sql: "UPDATE person SET tries = ?, locked_until = ? WHERE id = ?",
      arguments: [tries, until, person.id.data])
    return LockedPerson(
      id: person.id,
      sealed: SealedPrivateKey(
        bytes: sealed, publicKey: try PublicKey(stored: row.bytes("public_key"))),
      left: Self.allowedTries - tries)
  }

  private static func usableOrWrong(_ name: String) throws -> String {
    do { return try usable(name) } catch { throw RecordStoreError.wrongPassphrase(triesLeft: nil) }
  }
}
