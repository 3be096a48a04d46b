import GRDB
import Glibc

/// The one connection of a process to the store's database.
///
/// Errors of SQLite end here: what goes further is a ``RecordStoreError``.
struct StoreDatabase: Sendable {
  /// The path of the database, for errors.
  let path: String
  private let queue: DatabaseQueue

  /// How long a locked database is waited for, in milliseconds.
  private static let patience: Int64 = 5000

  /// Opens the database and brings it to this program's version; the caller holds the
  /// ``StoreLock``.
  init(_ path: String) throws(RecordStoreError) {
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try queue.writeWithoutTransaction { database in
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else { throw RecordStoreError.readOnly(path: path) }
        try Self.setFullySynchronous(database, path: path)
        try Schema.migrate(database, path: path)
      }
    } catch {
      throw RecordStoreError(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback { waitForLock(tries: $0) }
    configuration.label = "store"
    configuration.publicStatementArguments = false
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA secure_delete = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA temp_store = MEMORY;
          PRAGMA cell_size_check = ON;
          """)
    }
    return configuration
  }

  /// Waits a short, always equally long, slightly random time for another writer.
  ///
  /// SQLite's own waiting grows longer with each try, so that whoever has waited longest looks
  /// least often and may starve among many writers.
  private static func waitForLock(tries: Int) -> Bool {
    // Half a millisecond at least and one on the average: so many tries are the patience.
    guard Int64(tries) < patience else { return false }
    usleep(UInt32.random(in: 500...1500))
    return true
  }

  /// Has each commit wait until it is on the disk, and makes sure of it.
  ///
  /// This has to come after GRDB has opened the database, which sets a weaker mode by itself where
  /// it is asked for the write-ahead log.
  private static func setFullySynchronous(_ database: Database, path: String) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    guard level == 2 else { throw RecordStoreError.unexpected(path: path, code: level ?? -1) }
  }

  /// Does something in one transaction, which holds the write lock from its beginning: all of it
  /// is on the disk when this returns, or nothing of it when this throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(RecordStoreError) -> Value {
    do { return try queue.write(body) } catch { throw RecordStoreError(error, path: path) }
  }

  /// Reads from one state of the database.
  func read<Value>(_ body: (Database) throws -> Value) throws(RecordStoreError) -> Value {
    do { return try queue.read(body) } catch { throw RecordStoreError(error, path: path) }
  }

  /// Does something outside of transactions.
  func direct<Value>(_ body: (Database) throws -> Value) throws(RecordStoreError) -> Value {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      throw RecordStoreError(error, path: path)
    }
  }

  /// Moves everything from the write-ahead log into the database and empties the log, so that what
  /// was deleted is in neither.
  ///
  /// Where another process keeps reading for too long it stays for the next time; nothing is lost
  /// by that.
  func emptyLog() throws(RecordStoreError) {
    try direct { database in
      _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// Copies the database as it is now by SQLite's online backup; writers go on meanwhile.
  func copy(to path: String) throws(RecordStoreError) {
    do {
      let target = try DatabaseQueue(path: path)
      try queue.backup(to: target)
      // One file without a log can be looked at where nothing can be written.
      try target.writeWithoutTransaction { database in
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
      }
      try target.close()
    } catch {
      throw RecordStoreError(error, path: path)
    }
  }

  /// Ends the connection.
  func close() { try? queue.close() }
}
