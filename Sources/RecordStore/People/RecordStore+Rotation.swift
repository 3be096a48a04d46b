import Foundation
import GRDB

extension RecordStore {
  /// Gives the clinic new keys, to which new records are sealed at once.
  ///
  /// The keys of all other records are wrapped anew; answers stay as they are. One transaction: either all records are wrapped for the new keys, or nothing has changed.
  ///
  /// - Parameter recovery: The public half of a new recovery sheet, or nil to keep the old one.
  /// - Returns: The administrator with the new keys, and how many records were wrapped anew.
  public func rotateKeys(
    by admin: UnlockedPerson, recovery: PublicKey? = nil
  ) throws(RecordStoreError) -> (person: UnlockedPerson, records: Int) {
    let oldClinic = try requireAdmin(admin)
    let clinic = PrivateKey()
    let desk = PrivateKey()
    let records = try write { database in
      guard let old = try self.recipients(in: database) else { throw RecordStoreError.isNotSetUp }
      try self.requireCurrentKeys(of: admin, in: database)
      let recoveryKey = recovery ?? old.recovery
      try self.retire(old, keepingRecovery: recovery == nil, in: database)
      try self.add(clinic.publicKey, for: .clinic, in: database)
      try self.add(desk.publicKey, for: .desk, in: database)
      if let recovery { try self.add(recovery, for: .recovery, in: database) }
      try database.execute(sql: "DELETE FROM key_seal")
      for key in [clinic, desk] { try self.seal(key, to: recoveryKey, in: database) }
      try self.sealToPeople(desk: desk, clinic: clinic, in: database)
      let count = try self.wrapAnew(
        from: old, oldClinic, admin.deskKey, to: (clinic, desk, recovery), in: database)
      try self.sealCardsAnew(
        from: (oldClinic, admin.deskKey), to: (clinic, desk), in: database)
      try self.note(.keyRotated, by: .person(admin.id), of: nil, in: database)
      return count
    }
    removeTraces()
    let person = UnlockedPerson(
      id: admin.id, name: admin.name, role: admin.role, deskKey: desk, clinicKey: clinic)
    return (person, records)
  }

  private func retire(
    _ old: Recipients, keepingRecovery: Bool, in database: Database
  ) throws {
    let keys = [old.clinic, old.desk] + (keepingRecovery ? [] : [old.recovery])
    for key in keys {
      try database.execute(
        sql: "UPDATE recipient SET retired = ? WHERE id = ?",
        arguments: [clock.now(), key.id.data])
    }
  }

  private func sealToPeople(
    desk: PrivateKey, clinic: PrivateKey, in database: Database
  ) throws {
    for row in try Row.fetchAll(
      database, sql: "SELECT role, public FROM person WHERE removed IS NULL")
    {
      let holder = try PublicKey(bytes: row.bytes("public") ?? [])
      try seal(desk, to: holder, in: database)
      if Role(rawValue: row["role"])?.readsAnswers == true {
        try seal(clinic, to: holder, in: database)
      }
    }
  }

  private func wrapAnew(
    from old: Recipients, _ oldClinic: PrivateKey, _ oldDesk: PrivateKey,
    to new: (clinic: PrivateKey, desk: PrivateKey, recovery: PublicKey?), in database: Database
  ) throws -> Int {
    let wraps = try Row.fetchAll(
      database, sql: "SELECT record, sealed FROM wrap WHERE key = ?",
      arguments: [old.clinic.id.data])
    for row in wraps {
      guard let record = row.bytes("record").flatMap({ RecordID(bytes: $0) }),
        let sealed = row.bytes("sealed")
      else { continue }
      // A wrap that is damaged stays as it is, for the recovery sheet.
      guard let key = try? oldClinic.unwrap(sealed, of: record) else { continue }
      try remove(old.clinic.id, of: record, in: database)
      try add(
        new.clinic.publicKey.wrap(key, of: record), for: new.clinic.publicKey.id, of: record,
        in: database)
      if try remove(old.desk.id, of: record, in: database) {
        try add(
          new.desk.publicKey.wrap(key, of: record), for: new.desk.publicKey.id, of: record,
          in: database)
      }
      if let recovery = new.recovery {
        try remove(old.recovery.id, of: record, in: database)
        try add(recovery.wrap(key, of: record), for: recovery.id, of: record, in: database)
      }
    }
    return wraps.count
  }

  @discardableResult
  private func remove(_ key: KeyID, of record: RecordID, in database: Database) throws -> Bool {
    try database.execute(
      sql: "DELETE FROM wrap WHERE record = ? AND key = ?", arguments: [record.data, key.data])
    return database.changesCount > 0
  }

  private func sealCardsAnew(
    from old: (clinic: PrivateKey, desk: PrivateKey),
    to new: (clinic: PrivateKey, desk: PrivateKey), in database: Database
  ) throws {
    let desk = Card.Opener(old.desk)
    let clinical = Card.Opener(old.clinic)
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, card, desk_card, clinical_card FROM record")
    for row in rows {
      guard let id = row.bytes("id").flatMap({ RecordID(bytes: $0) }) else { continue }
      let version = row.unsigned("card")
      func anew(_ column: String, _ opener: Card.Opener, _ key: PrivateKey) -> Data? {
        guard let sealed = row.bytes(column),
          let card = try? opener.open(sealed, of: id, version: version)
        else { return nil }
        return try? Card.seal(card, of: id, version: version, by: key).data
      }
      try database.execute(
        sql: """
          UPDATE record SET desk_card = ifnull(?, desk_card),
            clinical_card = ifnull(?, clinical_card) WHERE id = ?
          """,
        arguments: [
          anew("desk_card", desk, new.desk), anew("clinical_card", clinical, new.clinic), id.data,
        ])
    }
  }
}
