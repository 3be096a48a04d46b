import Foundation
import GRDB

extension RecordStore {
  /// Keeps what records are made with, once however often it is given.
  ///
  /// It is kept as it is: nothing about a patient belongs there.
  @discardableResult
  public func keepContent(_ bytes: [UInt8]) throws(RecordStoreError) -> ContentHash {
    let hash = ContentHash(of: bytes)
    let known = try database.read { database in try hasContent(hash, in: database) }
    guard !known else { return hash }
    try database.write { database in try keep(bytes, as: hash, in: database) }
    return hash
  }

  /// What a record was made with.
  ///
  /// Throws ``RecordStoreError/unknownContent(_:)``, also when the bytes are not those that were
  /// kept.
  public func content(_ hash: ContentHash) throws(RecordStoreError) -> [UInt8] {
    let bytes = try database.read { database in
      try Data.fetchOne(
        database, sql: "SELECT bytes FROM content WHERE hash = ?", arguments: [hash.data])
    }
    guard let bytes, ContentHash(of: Array(bytes)) == hash else { throw .unknownContent(hash) }
    return Array(bytes)
  }

  func keep(_ bytes: [UInt8], as hash: ContentHash, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO content (hash, added_at, bytes) VALUES (?, ?, ?)",
      arguments: [hash.data, clock.now(), Data(bytes)])
  }

  func hasContent(_ hash: ContentHash, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT 1 FROM content WHERE hash = ?", arguments: [hash.data]) ?? false
  }
}
