import Foundation
import GRDB

extension RecordStore {
  /// The machines whose records are believed, this one among them.
  public func devices() throws(RecordStoreError) -> [DevicePublicKey] {
    try database.read { database in
      try Data.fetchAll(database, sql: "SELECT public_key FROM device ORDER BY added_at, id")
        .map { try DevicePublicKey(stored: Array($0)) }
    }
  }

  /// Believes the records of another machine from now on, as of a kiosk that stands apart.
  ///
  /// Throws ``RecordStoreError/wrongRole(_:)`` unless an administrator does it.
  public func admit(
    _ key: DevicePublicKey, by person: UnlockedPerson
  ) throws(RecordStoreError) {
    try person.require(.admin)
    try database.write { database in try admit(key, in: database) }
  }

  func admit(_ key: DevicePublicKey, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO device (id, public_key, added_at) VALUES (?, ?, ?)",
      arguments: [key.id.data, key.data, clock.now()])
  }

  func deviceKey(_ id: KeyID, in database: Database) throws -> DevicePublicKey? {
    let sql = "SELECT public_key FROM device WHERE id = ?"
    guard let row = try database.cachedStatement(sql: sql).fetchRow([id.data]) else { return nil }
    return try DevicePublicKey(stored: row.bytes("public_key"))
  }

  /// Throws ``RecordStoreError/tampered(_:)`` unless a known device signed the head.
  func checkSignature(of head: StoredHead, in database: Database) throws {
    guard let key = try deviceKey(head.device, in: database), head.isSigned(by: key) else {
      throw RecordStoreError.tampered(.wrongSignature)
    }
  }
}
