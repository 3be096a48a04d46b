import Foundation
import GRDB

extension RecordStore {
  /// How often a passphrase may be typed wrongly before it is not taken for a while.
  public static let triesOfPassphrase = 5
  /// For how long it is not taken then, in milliseconds.
  public static let blockedTime: Int64 = 15 * 60_000

  /// Everybody who works at the clinic, by name.
  public func people() throws(RecordStoreError) -> [Person] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM person WHERE removed IS NULL ORDER BY name COLLATE NOCASE"
      )
      .compactMap { row in
        Role(rawValue: row["role"]).map {
          Person(id: row["id"], name: row["name"], role: $0, created: row["created"])
        }
      }
    }
  }

  /// Unlocks somebody's key with their passphrase; takes about a third of a second.
  ///
  /// A name that nobody has takes as long, and is answered the same.
  ///
  /// - Throws: ``RecordStoreError/wrongPassphrase``, ``RecordStoreError/blocked(milliseconds:)``.
  public func unlock(
    _ name: String, _ passphrase: Passphrase
  ) throws(RecordStoreError) -> UnlockedPerson {
    let now = clock.now()
    // A try counts before it is made.
    let found: (row: PersonRow, isLast: Bool)? = try write { database in
      guard let row = try PersonRow(name, in: database) else { return nil }
      if let until = row.blockedUntil, until > now, until <= now + Self.blockedTime {
        throw RecordStoreError.blocked(milliseconds: until - now)
      }
      let failures = row.blockedUntil == nil ? row.failures + 1 : 1
      let isLast = failures >= Self.triesOfPassphrase
      try database.execute(
        sql: "UPDATE person SET failures = ?, blocked_until = ? WHERE id = ?",
        arguments: [failures, isLast ? now + Self.blockedTime : nil, row.id])
      return (row, isLast)
    }
    guard let (row, isBlocked) = found else {
      _ = try? lock(PrivateKey(), with: passphrase)
      try note(.unlockFailed, by: .device)
      throw .wrongPassphrase
    }
    let own: PrivateKey
    do throws(SealError) {
      own = try row.locked.unlock(with: passphrase, publicKey: row.publicKey)
    } catch {
      try note(isBlocked ? .blocked : .unlockFailed, by: .person(row.id))
      throw isBlocked ? .blocked(milliseconds: Self.blockedTime) : .wrongPassphrase
    }
    return try unlocked(row, own)
  }

  private func unlocked(
    _ row: PersonRow, _ own: PrivateKey
  ) throws(RecordStoreError) -> UnlockedPerson {
    try write { database in
      try database.execute(
        sql: "UPDATE person SET failures = 0, blocked_until = NULL WHERE id = ?",
        arguments: [row.id])
      guard let recipients = try self.recipients(in: database) else {
        throw RecordStoreError.isNotSetUp
      }
      let desk = try self.openKey(recipients.desk.id, with: own, in: database)
      let clinic =
        row.role.readsAnswers
        ? try self.openKey(recipients.clinic.id, with: own, in: database) : nil
      guard let desk, !row.role.readsAnswers || clinic != nil else {
        throw RecordStoreError.foreignKey
      }
      try self.note(.unlocked, by: .person(row.id), of: nil, in: database)
      return UnlockedPerson(
        id: row.id, name: row.name, role: row.role, deskKey: desk, clinicKey: clinic)
    }
  }

  private func openKey(
    _ id: KeyID, with own: PrivateKey, in database: Database
  ) throws -> PrivateKey? {
    let sealed = try Data.fetchOne(
      database, sql: "SELECT sealed FROM key_seal WHERE key = ? AND holder = ?",
      arguments: [id.data, own.publicKey.id.data])
    return try sealed.map { try own.openKey(Array($0), named: id) }
  }

  // MARK: - Adding and removing

  /// Adds somebody; who adds gives them the keys of their role.
  public func add(
    _ name: String, _ role: Role, passphrase: Passphrase, by admin: UnlockedPerson
  ) throws(RecordStoreError) -> Person {
    let clinicKey = try requireAdmin(admin)
    let own = PrivateKey()
    let locked = try lock(own, with: passphrase)
    return try write { database in
      try self.requireCurrentKeys(of: admin, in: database)
      let person = try self.insert(
        name, role, own.publicKey, locked, deskKey: admin.deskKey, clinicKey: clinicKey,
        in: database)
      try self.note(.personAdded, by: .person(admin.id), of: nil, in: database)
      return Person(id: person.id, name: name, role: role, created: self.clock.now())
    }
  }

  /// The keys may have been changed since somebody unlocked them; with outdated ones nothing may be
  /// sealed, or nobody could open it.
  func requireCurrentKeys(of person: UnlockedPerson, in database: Database) throws {
    guard let recipients = try recipients(in: database) else { throw RecordStoreError.isNotSetUp }
    guard person.deskKey.publicKey == recipients.desk,
      person.clinicKey.map({ $0.publicKey == recipients.clinic }) != false
    else { throw RecordStoreError.outdatedKeys }
  }

  func requireAdmin(_ person: UnlockedPerson) throws(RecordStoreError) -> PrivateKey {
    guard person.role == .admin, let key = person.clinicKey else { throw .notAllowed(person.role) }
    return key
  }

  func insert(
    _ name: String, _ role: Role, _ own: PublicKey, _ locked: LockedKey, deskKey: PrivateKey,
    clinicKey: PrivateKey, in database: Database
  ) throws -> UnlockedPerson {
    guard try PersonRow(name, in: database) == nil else { throw RecordStoreError.nameInUse }
    try database.execute(
      sql: """
        INSERT INTO person(name, role, public, locked, created) VALUES(?, ?, ?, ?, ?)
        """, arguments: [name, role.rawValue, own.bytes.data, locked.bytes.data, clock.now()])
    let id = database.lastInsertedRowID
    try seal(deskKey, to: own, in: database)
    if role.readsAnswers { try seal(clinicKey, to: own, in: database) }
    return UnlockedPerson(
      id: id, name: name, role: role, deskKey: deskKey,
      clinicKey: role.readsAnswers ? clinicKey : nil)
  }

  /// Removes somebody: their keys are destroyed.
  ///
  /// Rotate the keys afterwards where they may have kept a copy of the store.
  public func remove(_ name: String, by admin: UnlockedPerson) throws(RecordStoreError) {
    _ = try requireAdmin(admin)
    try write { database in
      guard let row = try PersonRow(name, in: database) else { throw RecordStoreError.noPerson }
      try self.requireAnotherAdmin(than: row, in: database)
      try database.execute(
        sql: """
          UPDATE person SET removed = ?, locked = x'', failures = 0 WHERE id = ?
          """, arguments: [self.clock.now(), row.id])
      try database.execute(
        sql: "DELETE FROM key_seal WHERE holder = ?", arguments: [row.publicKey.id.data])
      try self.note(.personRemoved, by: .person(admin.id), of: nil, in: database)
    }
    removeTraces()
  }

  private func requireAnotherAdmin(than row: PersonRow, in database: Database) throws {
    guard row.role == .admin else { return }
    let others =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM person WHERE role = 'admin' AND removed IS NULL AND id <> ?
          """, arguments: [row.id]) ?? 0
    guard others > 0 else { throw RecordStoreError.lastAdmin }
  }

  // MARK: - Passphrases

  /// Gives somebody a new passphrase: themselves, or another who is an administrator.
  ///
  /// They get a new key pair, to which the clinic's keys are sealed anew.
  public func setPassphrase(
    _ passphrase: Passphrase, of name: String, by person: UnlockedPerson
  ) throws(RecordStoreError) {
    let own = PrivateKey()
    let locked = try lock(own, with: passphrase)
    try write { database in
      try self.requireCurrentKeys(of: person, in: database)
      guard let row = try PersonRow(name, in: database) else { throw RecordStoreError.noPerson }
      let isOwn = row.id == person.id
      guard isOwn || person.role == .admin else { throw RecordStoreError.notAllowed(person.role) }
      try self.renew(
        row, as: row.role, own.publicKey, locked, deskKey: person.deskKey,
        clinicKey: person.clinicKey, in: database)
      try self.note(
        isOwn ? .passphraseChanged : .passphraseReset, by: .person(person.id), of: nil,
        in: database)
    }
    removeTraces()
  }

  /// Gives somebody a new key pair, to which the clinic's keys are sealed anew as their role allows.
  private func renew(
    _ row: PersonRow, as role: Role, _ own: PublicKey, _ locked: LockedKey, deskKey: PrivateKey,
    clinicKey: PrivateKey?, in database: Database
  ) throws {
    try database.execute(
      sql: "DELETE FROM key_seal WHERE holder = ?", arguments: [row.publicKey.id.data])
    try database.execute(
      sql: """
        UPDATE person SET role = ?, public = ?, locked = ?, failures = 0, blocked_until = NULL
        WHERE id = ?
        """,
      arguments: [role.rawValue, own.bytes.data, locked.bytes.data, row.id])
    try seal(deskKey, to: own, in: database)
    if role.readsAnswers, let clinicKey { try seal(clinicKey, to: own, in: database) }
  }

  /// Makes an administrator with the recovery sheet, when nobody can unlock the clinic's keys: somebody
  /// new, or somebody who is there and has forgotten their passphrase.
  ///
  /// - Throws: ``RecordStoreError/foreignKey`` when the sheet is of another clinic.
  public func recover(
    with sheet: PrivateKey, administrator name: String, passphrase: Passphrase
  ) throws(RecordStoreError) -> UnlockedPerson {
    let own = PrivateKey()
    let locked = try lock(own, with: passphrase)
    return try write { database in
      guard let recipients = try self.recipients(in: database) else {
        throw RecordStoreError.isNotSetUp
      }
      guard sheet.publicKey == recipients.recovery,
        let clinic = try self.openKey(recipients.clinic.id, with: sheet, in: database),
        let desk = try self.openKey(recipients.desk.id, with: sheet, in: database)
      else { throw RecordStoreError.foreignKey }
      let person = try self.administrator(
        name, own.publicKey, locked, deskKey: desk, clinicKey: clinic, in: database)
      try self.note(.keyRecovered, by: .person(person.id), of: nil, in: database)
      return person
    }
  }

  private func administrator(
    _ name: String, _ own: PublicKey, _ locked: LockedKey, deskKey: PrivateKey,
    clinicKey: PrivateKey, in database: Database
  ) throws -> UnlockedPerson {
    guard let row = try PersonRow(name, in: database) else {
      return try insert(
        name, .admin, own, locked, deskKey: deskKey, clinicKey: clinicKey, in: database)
    }
    try renew(
      row, as: .admin, own, locked, deskKey: deskKey, clinicKey: clinicKey, in: database)
    return UnlockedPerson(
      id: row.id, name: row.name, role: .admin, deskKey: deskKey, clinicKey: clinicKey)
  }
}

/// A row of somebody who works at the clinic.
struct PersonRow {
  let id: Int64
  let name: String
  let role: Role
  let publicKey: PublicKey
  let locked: LockedKey
  let failures: Int
  let blockedUntil: Int64?

  init?(_ name: String, in database: Database) throws {
    guard
      let row = try Row.fetchOne(
        database,
        sql: "SELECT * FROM person WHERE name = ? COLLATE NOCASE AND removed IS NULL",
        arguments: [name]), let role = Role(rawValue: row["role"])
    else { return nil }
    id = row["id"]
    self.name = row["name"]
    self.role = role
    publicKey = try PublicKey(bytes: row.bytes("public") ?? [])
    locked = LockedKey(bytes: row.bytes("locked") ?? [])
    failures = row["failures"]
    blockedUntil = row["blocked_until"]
  }
}
