import Foundation
import GRDB

/// The keys of records, sealed to whoever may open them.
extension RecordStore {
  /// Whom a record's key is sealed to.
  enum WrapKind: String {
    case clinic
    case recovery
    case desk
    case code
  }

  /// Seals a record's key to the clinic, to the recovery sheet and, for a draft, to the desk.
  func wrap(
    _ key: RecordKey, of id: RecordID, for recipients: Recipients, in database: Database
  ) throws {
    try wrap(key, of: id, to: recipients.clinic, as: .clinic, in: database)
    try wrap(key, of: id, to: recipients.recovery, as: .recovery, in: database)
  }

  func wrap(
    _ key: RecordKey, of id: RecordID, to recipient: PublicKey, as kind: WrapKind,
    in database: Database
  ) throws {
    try insertWrap(
      try recipient.wrap(key, of: id), of: id, kind: kind, recipient: recipient.id,
      in: database)
  }

  func insertWrap(
    _ sealed: [UInt8], of id: RecordID, kind: WrapKind, recipient: KeyID, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO wrap (record, kind, recipient, salt, sealed)
        VALUES (?, ?, ?, NULL, ?)
        """
    ).execute(arguments: [id.data, kind.rawValue, recipient.data, Data(sealed)])
  }

  /// Puts the draft under a code; an earlier code opens it no more.
  func setCode(
    locator: String, wrap: ResumeWrap, of id: RecordID, in database: Database
  ) throws {
    let taken = try Bool.fetchOne(
      database, sql: "SELECT 1 FROM record WHERE locator = ? AND id <> ?",
      arguments: [locator, id.data])
    guard taken == nil else { throw RecordStoreError.codeTaken }
    try database.execute(
      sql: "UPDATE record SET locator = ?, tries = 0 WHERE id = ?", arguments: [locator, id.data])
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO wrap (record, kind, recipient, salt, sealed)
        VALUES (?, 'code', x'', ?, ?)
        """, arguments: [id.data, Data(wrap.salt), Data(wrap.sealed)])
  }

  func codeWrap(of id: RecordID, in database: Database) throws -> ResumeWrap? {
    let sql = "SELECT salt, sealed FROM wrap WHERE record = ? AND kind = 'code'"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [id.data]) else { return nil }
    return ResumeWrap(salt: try row.bytes("salt"), sealed: try row.bytes("sealed"))
  }

  /// The wraps of one kind by the key that they are sealed to.
  func wraps(
    of id: RecordID, _ kind: WrapKind, in database: Database
  ) throws -> [KeyID: [UInt8]] {
    let statement = try database.cachedStatement(
      sql: "SELECT recipient, sealed FROM wrap WHERE record = ? AND kind = ?")
    let rows = try Row.fetchAll(statement, arguments: [id.data, kind.rawValue])
    let pairs = try rows.map {
      (try KeyID(stored: $0.bytes("recipient")), try $0.bytes("sealed"))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The record's key, by a person who may read it.
  ///
  /// Throws ``RecordStoreError/keysForgotten`` when their keys are not those of now, so that they
  /// have to unlock again, and ``RecordStoreError/tampered(_:)`` when no wrap opens.
  func key(
    of id: RecordID, by person: UnlockedPerson, in database: Database
  ) throws -> RecordKey {
    let wraps = try wraps(of: id, .clinic, in: database)
    return try person.withKeys { keys in
      try unwrap(wraps, of: id, with: keys.clinic)
    }
  }

  /// The key of a draft, by anybody of the clinic.
  func deskKey(
    of id: RecordID, by person: UnlockedPerson, in database: Database
  ) throws -> RecordKey {
    let wraps = try wraps(of: id, .desk, in: database)
    guard !wraps.isEmpty else { throw RecordStoreError.dayIsOver }
    return try person.withKeys { keys in try unwrap(wraps, of: id, with: keys.desk) }
  }

  private func unwrap(
    _ wraps: [KeyID: [UInt8]], of id: RecordID, with keys: [PrivateKey]
  ) throws -> RecordKey {
    guard !wraps.isEmpty else { throw RecordStoreError.tampered(.unreadableKey) }
    for key in keys {
      guard let wrap = wraps[key.publicKey.id] else { continue }
      do { return try key.unwrap(wrap, of: id) } catch {
        throw RecordStoreError.tampered(.unreadableKey)
      }
    }
    throw RecordStoreError.keysForgotten
  }
}
