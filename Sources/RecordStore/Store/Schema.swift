import GRDB

/// The tables of the store, and how a store of an older program becomes one of this program.
enum Schema {
  /// What tells a store from other databases: "Intk" (`PRAGMA application_id`).
  static let applicationID = 0x496E_746B

  /// The steps, one a version; a step that has once been released is never changed.
  static let steps = [version1]

  /// The version that this program writes (`PRAGMA user_version`).
  static var version: Int { steps.count }

  /// Brings a database to the version of this program.
  ///
  /// Only one process may do this at a time: see ``StoreLock``.
  static func migrate(_ database: Database, path: String) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard found <= version else {
      throw RecordStoreError.newerVersion(path: path, found: found, known: version)
    }
    if found == 0 {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard tables == 0, application == 0 else { throw RecordStoreError.notAStore(path: path) }
    } else if application != applicationID {
      throw RecordStoreError.notAStore(path: path)
    }
    for next in found..<version {
      try database.inTransaction(.immediate) {
        try database.execute(sql: steps[next])
        try database.execute(
          sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(next + 1)")
        return .commit
      }
    }
  }
}
