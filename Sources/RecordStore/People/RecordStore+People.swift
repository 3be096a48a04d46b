import Foundation
import GRDB

extension RecordStore {
  /// How long somebody is locked out after too many wrong passphrases, in milliseconds.
  static let lockoutDuration: Int64 = 15 * 60 * 1000

  /// Everybody who works here or did, by name.
  public func people() throws(RecordStoreError) -> [Person] {
    try database.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM person ORDER BY name").map {
        try Person($0)
      }
    }
  }

  /// Adds somebody; about a third of a second.
  ///
  /// Throws ``RecordStoreError/nameTaken``, ``RecordStoreError/unusableName`` and
  /// ``RecordStoreError/wrongRole(_:)`` unless an administrator does it.
  @discardableResult
  public func add(
    _ name: String, as role: Role, passphrase: Passphrase, by administrator: UnlockedPerson
  ) throws(RecordStoreError) -> Person {
    try administrator.require(.admin)
    let name = try Self.usable(name)
    let pair = try newPair(passphrase)
    return try database.write { database in
      let id = try insert(name, role, pair, in: database)
      try seal(keysOf: administrator, to: pair.publicKey, role: role, in: database)
      try note(.personAdded, by: administrator.id, in: database)
      return try person(id, in: database)
    }
  }

  /// Removes somebody: their key and everything sealed to it goes, their name stays with what they did.
  ///
  /// What they have read they know; so that they cannot read what comes, change the clinic's keys
  /// (``rotateKeys(by:)``) afterwards. Throws ``RecordStoreError/lastAdministrator``.
  public func remove(
    _ id: PersonID, by administrator: UnlockedPerson
  ) throws(RecordStoreError) {
    try administrator.require(.admin)
    try database.write { database in
      let leaving = try presentPerson(id, in: database)
      if leaving.role == .admin {
        let others = try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM person
            WHERE role = 'admin' AND removed_at IS NULL AND id <> ?
            """, arguments: [id.data])
        guard others != 0 else { throw RecordStoreError.lastAdministrator }
      }
      try removeSeals(of: id, in: database)
      try database.execute(
        sql: """
          UPDATE person SET public_key = NULL, sealed_key = NULL, removed_at = ? WHERE id = ?
          """, arguments: [clock.now(), id.data])
      try note(.personRemoved, by: administrator.id, in: database)
    }
    try? database.emptyLog()
  }

  /// Changes one's own passphrase; the key stays.
  public func changePassphrase(
    of person: UnlockedPerson, to passphrase: Passphrase
  ) throws(RecordStoreError) {
    let own: PrivateKey
    do { own = try person.withKeys { $0.own } } catch { throw .keysForgotten }
    let sealed: SealedPrivateKey
    do {
      sealed = try .make(of: own, passphrase: passphrase, cost: passphraseCost)
    } catch {
      throw .sealing(error)
    }
    try database.write { database in
      _ = try presentPerson(person.id, in: database)
      try database.execute(
        sql: "UPDATE person SET sealed_key = ?, tries = 0, locked_until = NULL WHERE id = ?",
        arguments: [Data(sealed.bytes), person.id.data])
      try note(.passphraseChanged, by: person.id, in: database)
    }
    try? database.emptyLog()
  }

  /// Gives somebody who has forgotten theirs a new passphrase, with a new key; a lockout ends.
  public func resetPassphrase(
    of id: PersonID, to passphrase: Passphrase, by administrator: UnlockedPerson
  ) throws(RecordStoreError) {
    try administrator.require(.admin)
    let pair = try newPair(passphrase)
    try database.write { database in
      let person = try presentPerson(id, in: database)
      try removeSeals(of: id, in: database)
      try database.execute(
        sql: """
          UPDATE person SET public_key = ?, sealed_key = ?, tries = 0, locked_until = NULL
          WHERE id = ?
          """, arguments: [pair.publicKey.data, Data(pair.bytes), id.data])
      try seal(keysOf: administrator, to: pair.publicKey, role: person.role, in: database)
      try note(.passphraseReset, by: administrator.id, in: database)
    }
    try? database.emptyLog()
  }

  /// Ends a lockout at once; the passphrase stays.
  public func endLockout(
    of id: PersonID, by administrator: UnlockedPerson
  ) throws(RecordStoreError) {
    try administrator.require(.admin)
    try database.write { database in
      _ = try presentPerson(id, in: database)
      try database.execute(
        sql: "UPDATE person SET tries = 0, locked_until = NULL WHERE id = ?", arguments: [id.data])
      try note(.passphraseReset, by: administrator.id, in: database)
    }
  }

  /// A name that can be shown: with a letter, at most 100 characters, no control characters.
  static func usable(_ name: String) throws(RecordStoreError) -> String {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCanonicalMapping
    guard name.count <= 100, name.contains(where: \.isLetter),
      name.unicodeScalars.allSatisfy({ isShown($0) })
    else { throw .unusableName }
    return name
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: true
    }
  }

  func newPair(_ passphrase: Passphrase) throws(RecordStoreError) -> SealedPrivateKey {
    do {
      return try .make(of: PrivateKey(), passphrase: passphrase, cost: passphraseCost)
    } catch {
      throw .sealing(error)
    }
  }

  func insert(
    _ name: String, _ role: Role, _ pair: SealedPrivateKey, in database: Database
  ) throws -> PersonID {
    let taken = try Bool.fetchOne(
      database, sql: "SELECT 1 FROM person WHERE name = ?", arguments: [name])
    guard taken == nil else { throw RecordStoreError.nameTaken }
    let id = PersonID.random()
    try database.execute(
      sql: """
        INSERT INTO person (id, name, role, public_key, sealed_key, added_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id.data, name, role.rawValue, pair.publicKey.data, Data(pair.bytes), clock.now(),
      ])
    return id
  }

  /// Seals the clinic's keys, those that the role opens, to somebody's new key.
  func seal(
    keysOf administrator: UnlockedPerson, to holder: PublicKey, role: Role, in database: Database
  ) throws {
    try administrator.withKeys { keys in
      for key in keys.desk { try seal(key, .desk, to: holder, in: database) }
      guard role.readsAnswers else { return }
      for key in keys.clinic { try seal(key, .clinic, to: holder, in: database) }
    }
  }

  func person(_ id: PersonID, in database: Database) throws -> Person {
    let sql = "SELECT * FROM person WHERE id = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [id.data]) else {
      throw RecordStoreError.unknownPerson
    }
    return try Person(row)
  }

  func presentPerson(_ id: PersonID, in database: Database) throws -> Person {
    let person = try person(id, in: database)
    guard person.removedAt == nil else { throw RecordStoreError.unknownPerson }
    return person
  }

  func removeSeals(of id: PersonID, in database: Database) throws {
    let sql = "SELECT public_key FROM person WHERE id = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [id.data]),
      let key = try row.optionalBytes("public_key")
    else { return }
    try database.execute(
      sql: "DELETE FROM key_seal WHERE holder = ?",
      arguments: [PublicKey(stored: key).id.data])
  }
}

extension Person {
  /// Reads a row.
  init(_ row: Row) throws {
    guard let role = Role(rawValue: try row.required("role")) else {
      throw RecordStoreError.tampered(.malformed)
    }
    self.init(
      id: try PersonID(stored: row.bytes("id")), name: try row.required("name"), role: role,
      addedAt: try row.required("added_at"), removedAt: try row.optional("removed_at"),
      lockedUntil: try row.optional("locked_until"))
  }
}
