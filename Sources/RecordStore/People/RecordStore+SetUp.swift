import Foundation
import GRDB

extension RecordStore {
  /// The public keys that records are sealed to, or nil before they are made.
  public func recipients() throws(RecordStoreError) -> Recipients? {
    try read { try self.recipients(in: $0) }
  }

  func recipients(in database: Database) throws -> Recipients? {
    var keys: [RecipientPurpose: PublicKey] = [:]
    let rows = try Row.fetchAll(
      database, sql: "SELECT purpose, public FROM recipient WHERE retired IS NULL")
    for row in rows {
      guard let purpose = RecipientPurpose(rawValue: row["purpose"]),
        let bytes = row.bytes("public")
      else { continue }
      keys[purpose] = try PublicKey(bytes: bytes)
    }
    guard let clinic = keys[.clinic], let desk = keys[.desk], let recovery = keys[.recovery] else {
      return nil
    }
    return Recipients(clinic: clinic, desk: desk, recovery: recovery)
  }

  /// When the clinic's keys were made, in milliseconds since 1970, UTC.
  public func keysCreated() throws(RecordStoreError) -> Int64? {
    try read {
      try Int64.fetchOne(
        $0, sql: "SELECT created FROM recipient WHERE purpose = 'clinic' AND retired IS NULL")
    }
  }

  /// Makes the clinic's keys and its first administrator, all or nothing.
  ///
  /// - Parameter recovery: The public half of the key that stands on the recovery sheet.
  public func setUp(
    administrator name: String, passphrase: Passphrase, recovery: PublicKey
  ) throws(RecordStoreError) -> UnlockedPerson {
    let clinic = PrivateKey()
    let desk = PrivateKey()
    let own = PrivateKey()
    let locked = try lock(own, with: passphrase)
    return try write { database in
      guard try self.recipients(in: database) == nil else { throw RecordStoreError.isSetUp }
      try self.add(clinic.publicKey, for: .clinic, in: database)
      try self.add(desk.publicKey, for: .desk, in: database)
      try self.add(recovery, for: .recovery, in: database)
      for key in [clinic, desk] { try self.seal(key, to: recovery, in: database) }
      let person = try self.insert(
        name, .admin, own.publicKey, locked, deskKey: desk, clinicKey: clinic, in: database)
      try self.note(.setUp, by: .person(person.id), of: nil, in: database)
      return person
    }
  }

  /// Sets a kiosk's store up that only holds public keys, or gives it those that the clinic has changed
  /// to.
  ///
  /// - Throws: ``RecordStoreError/isSetUp`` when the store has people, or these keys already.
  public func setUp(recipients: Recipients) throws(RecordStoreError) {
    try write { database in
      let current = try self.recipients(in: database)
      let people = try Int.fetchOne(database, sql: "SELECT count(*) FROM person") ?? 0
      guard people == 0, current != recipients else { throw RecordStoreError.isSetUp }
      let keys: [(PublicKey, RecipientPurpose)] = [
        (recipients.clinic, .clinic), (recipients.desk, .desk), (recipients.recovery, .recovery),
      ]
      let known = [current?.clinic, current?.desk, current?.recovery]
      for case let key? in known where !keys.contains(where: { $0.0 == key }) {
        try database.execute(
          sql: "UPDATE recipient SET retired = ? WHERE id = ?",
          arguments: [self.clock.now(), key.id.data])
      }
      for (key, purpose) in keys where !known.contains(key) {
        try self.add(key, for: purpose, in: database)
      }
      try self.note(current == nil ? .setUp : .keyRotated, by: .device, of: nil, in: database)
    }
  }

  /// Takes records from another machine from now on.
  public func trust(device key: [UInt8], by person: UnlockedPerson) throws(RecordStoreError) {
    guard person.role == .admin else { throw .notAllowed(person.role) }
    guard key.count == 32 else { throw .foreignKey }
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO device VALUES(?, ?)",
        arguments: [KeyID(ofRaw: key).data, key.data])
      try self.note(.deviceAdded, by: .person(person.id), of: nil, in: database)
    }
  }

  /// The public half of this machine's signing key; 32 bytes.
  public var deviceKey: [UInt8] { device.publicKey }

  func add(_ key: PublicKey, for purpose: RecipientPurpose, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO recipient VALUES(?, ?, ?, ?, NULL)",
      arguments: [key.id.data, purpose.rawValue, key.bytes.data, clock.now()])
  }

  func seal(_ key: PrivateKey, to holder: PublicKey, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO key_seal VALUES(?, ?, ?)",
      arguments: [
        key.publicKey.id.data, holder.id.data, try key.sealed(to: holder).data,
      ])
  }

  func lock(
    _ key: PrivateKey, with passphrase: Passphrase
  ) throws(RecordStoreError) -> LockedKey {
    do throws(SealError) {
      return try LockedKey(key, with: passphrase, costs: passphraseCosts)
    } catch { throw RecordStoreError(error, path: folder) }
  }
}
