import Foundation
import GRDB

extension RecordStore {
  /// Makes the clinic's keys, the recovery sheet and the first administrator.
  ///
  /// The sheet's private half is nowhere but on the sheet that this returns. Throws
  /// ``RecordStoreError/alreadySetUp``.
  public func setUp(
    administrator name: String, passphrase: Passphrase
  ) throws(RecordStoreError) -> (administrator: UnlockedPerson, sheet: RecoverySheet) {
    let name = try Self.usable(name)
    let pair = try newPair(passphrase)
    let own = try Self.open(pair, passphrase)
    let keys = PersonKeys(own: own, clinic: [PrivateKey()], desk: [PrivateKey()])
    let recovery = PrivateKey()
    let id = try database.write { database in
      guard try recipients(in: database) == nil else { throw RecordStoreError.alreadySetUp }
      try install(keys, recovery: recovery.publicKey, in: database)
      let id = try insert(name, .admin, pair, in: database)
      try note(.setUp, by: id, in: database)
      return id
    }
    return (
      UnlockedPerson(id: id, name: name, role: .admin, keys: keys), RecoverySheet(recovery)
    )
  }

  /// Makes sure that a sheet is the one of this store and opens what it has to.
  ///
  /// Throws ``RecordStoreError/wrongRecoverySheet``.
  public func prove(_ sheet: RecoverySheet) throws(RecordStoreError) {
    let own = sheet.privateKey
    try database.read { database in
      let recipients = try requiredRecipients(in: database)
      guard own.publicKey == recipients.recovery else {
        throw RecordStoreError.wrongRecoverySheet
      }
      let clinic = try openSeals(.clinic, with: own, in: database).first?.publicKey
      let desk = try openSeals(.desk, with: own, in: database).first?.publicKey
      guard clinic == recipients.clinic, desk == recipients.desk else {
        throw RecordStoreError.tampered(.unreadableKey)
      }
    }
  }

  /// Makes a new administrator by the recovery sheet, when nobody can unlock any more.
  ///
  /// Somebody who has the name already gets the new passphrase and is an administrator from then
  /// on. Throws ``RecordStoreError/wrongRecoverySheet``.
  public func recover(
    with sheet: RecoverySheet, administrator name: String, passphrase: Passphrase
  ) throws(RecordStoreError) -> UnlockedPerson {
    try prove(sheet)
    let name = try Self.usable(name)
    let pair = try newPair(passphrase)
    let own = try Self.open(pair, passphrase)
    return try database.write { database in
      let keys = PersonKeys(
        own: own, clinic: try openSeals(.clinic, with: sheet.privateKey, in: database),
        desk: try openSeals(.desk, with: sheet.privateKey, in: database))
      let id = try replaceOrInsert(name, pair, in: database)
      for key in keys.clinic { try seal(key, .clinic, to: own.publicKey, in: database) }
      for key in keys.desk { try seal(key, .desk, to: own.publicKey, in: database) }
      try note(.restored, by: id, in: database)
      return UnlockedPerson(id: id, name: name, role: .admin, keys: keys)
    }
  }

  /// Stores the clinic's new keys, sealed to the administrator and to the recovery sheet.
  private func install(
    _ keys: PersonKeys, recovery: PublicKey, in database: Database
  ) throws {
    try insert(recovery, as: .recovery, in: database)
    for (kind, key) in [(RecipientKind.clinic, keys.clinic), (.desk, keys.desk)] {
      for key in key {
        try insert(key.publicKey, as: kind, in: database)
        try seal(key, kind, to: keys.own.publicKey, in: database)
        try seal(key, kind, to: recovery, in: database)
      }
    }
  }

  private func replaceOrInsert(
    _ name: String, _ pair: SealedPrivateKey, in database: Database
  ) throws -> PersonID {
    let sql = "SELECT * FROM person WHERE name = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [name]) else {
      return try insert(name, .admin, pair, in: database)
    }
    let person = try Person(row)
    try removeSeals(of: person.id, in: database)
    try database.execute(
      sql: """
        UPDATE person SET role = 'admin', public_key = ?, sealed_key = ?, tries = 0,
          locked_until = NULL, removed_at = NULL WHERE id = ?
        """, arguments: [pair.publicKey.data, Data(pair.bytes), person.id.data])
    return person.id
  }

  private static func open(
    _ pair: SealedPrivateKey, _ passphrase: Passphrase
  ) throws(RecordStoreError) -> PrivateKey {
    do { return try pair.open(passphrase) } catch { throw .sealing(error) }
  }
}
