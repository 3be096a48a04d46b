import GRDB

extension RecordStore {
  /// What a small fact says, or nil when nothing was noted.
  public func setting(_ setting: StoreSetting) throws(RecordStoreError) -> String? {
    try database.read { database in
      try String.fetchOne(
        database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.name])
    }
  }

  /// Notes a small fact; nil forgets it.
  public func set(_ setting: StoreSetting, to value: String?) throws(RecordStoreError) {
    try database.write { database in try set(setting, to: value, in: database) }
  }

  func set(_ setting: StoreSetting, to value: String?, in database: Database) throws {
    guard let value else {
      try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting.name])
      return
    }
    try database.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
      arguments: [setting.name, value])
  }
}
