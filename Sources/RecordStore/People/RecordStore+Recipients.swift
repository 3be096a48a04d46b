import Foundation
import GRDB

extension RecordStore {
  /// The public keys that records are sealed to; nil before the set-up.
  public var recipients: Recipients? {
    get throws(RecordStoreError) {
      try database.read { database in try recipients(in: database) }
    }
  }

  /// What a public key of the clinic is for.
  enum RecipientKind: String, CaseIterable {
    case clinic
    case desk
    case recovery

    /// The purpose that its private half is sealed for; the recovery key's is sealed to nobody.
    var purpose: SealPurpose? {
      switch self {
      case .clinic: .clinicKey
      case .desk: .deskKey
      case .recovery: nil
      }
    }
  }

  func recipients(in database: Database) throws -> Recipients? {
    let statement = try database.cachedStatement(
      sql: "SELECT kind, public_key FROM recipient WHERE retired_at IS NULL")
    var keys: [RecipientKind: PublicKey] = [:]
    for row in try Row.fetchAll(statement) {
      guard let kind = RecipientKind(rawValue: try row.required("kind")) else {
        throw RecordStoreError.tampered(.malformed)
      }
      keys[kind] = try PublicKey(stored: row.bytes("public_key"))
    }
    guard let clinic = keys[.clinic], let desk = keys[.desk], let recovery = keys[.recovery]
    else { return nil }
    return Recipients(clinic: clinic, desk: desk, recovery: recovery)
  }

  func requiredRecipients(in database: Database) throws -> Recipients {
    guard let recipients = try recipients(in: database) else { throw RecordStoreError.notSetUp }
    return recipients
  }

  func insert(
    _ key: PublicKey, as kind: RecipientKind, in database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO recipient (id, kind, public_key, added_at) VALUES (?, ?, ?, ?)",
      arguments: [key.id.data, kind.rawValue, key.data, clock.now()])
  }

  /// Seals a private key of the clinic to somebody's public key.
  func seal(
    _ key: PrivateKey, _ kind: RecipientKind, to holder: PublicKey, in database: Database
  ) throws {
    guard let purpose = kind.purpose else { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO key_seal (recipient, holder, sealed) VALUES (?, ?, ?)",
      arguments: [
        key.publicKey.id.data, holder.id.data, Data(try holder.seal(key, for: purpose)),
      ])
  }

  /// The clinic's private keys of one kind that are sealed to somebody, the newest first.
  func openSeals(
    _ kind: RecipientKind, with own: PrivateKey, in database: Database
  ) throws -> [PrivateKey] {
    guard let purpose = kind.purpose else { return [] }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT recipient.id AS id, key_seal.sealed AS sealed
        FROM key_seal JOIN recipient ON recipient.id = key_seal.recipient
        WHERE key_seal.holder = ? AND recipient.kind = ?
        ORDER BY recipient.retired_at IS NOT NULL, recipient.retired_at DESC
        """, arguments: [own.publicKey.id.data, kind.rawValue])
    return try rows.map {
      try own.openKey(
        $0.bytes("sealed"), for: purpose, id: KeyID(stored: $0.bytes("id")))
    }
  }
}
