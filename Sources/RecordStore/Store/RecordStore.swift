import GRDB

/// The records of a clinic, or of one person who uses the program alone: sealed, only ever added to,
/// and safe once a call has returned.
///
/// Several processes use one store at the same time. Each call is one short transaction; none holds the
/// store while somebody types.
///
///     let store = try RecordStore.open(folder)
///     let record = try store.begin(start)
///     try record.append(bytes)          // saved when this returns
///     try record.end(as: .finished)
public final class RecordStore {
  /// The folder.
  public let folder: String
  let clock: StoreClock
  package let database: DatabaseQueue
  let device: DeviceKey
  /// What it costs to try a passphrase.
  var passphraseCosts = LockedKey.Costs(logarithm: 17)

  private init(folder: String, clock: StoreClock, database: DatabaseQueue, device: DeviceKey) {
    self.folder = folder
    self.clock = clock
    self.database = database
    self.device = device
  }

  /// Opens the store in a folder, which its owner alone may use.
  ///
  /// - Throws: ``RecordStoreError``, when the folder is open to others, lies on a network, is full, is
  ///   locked for more than five seconds, or was written by a newer version.
  public static func open(
    _ path: String, creating: StoreCreation = .ifMissing, clock: StoreClock = .system
  ) throws(RecordStoreError) -> RecordStore {
    let folder = try StoreFolder(path, creating: creating)
    return try folder.alone {
      let device = try DeviceKey.inFolder(path)
      let database = try DatabaseQueue(path: folder.database, configuration: configuration())
      try prepare(database, in: path)
      let store = RecordStore(folder: path, clock: clock, database: database, device: device)
      try store.noteDevice()
      try store.noteClockSetBack()
      return store
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    // What is bound to a statement never comes into an error.
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  private static func prepare(_ database: DatabaseQueue, in path: String) throws {
    let migrator = StoreSchema.migrator
    guard try !database.read(migrator.hasBeenSuperseded) else {
      throw RecordStoreError.newerVersion(path: path)
    }
    try migrator.migrate(database)
    // A library that lowers this silently would lose answers when the power goes.
    let mode = try database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    let journal = try database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    guard mode == 2, journal == "wal" else { throw RecordStoreError.networkFileSystem(path: path) }
  }

  private func noteDevice() throws {
    let known = try database.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT 1 FROM device WHERE id = ?", arguments: [device.id.data]) ?? false
    }
    guard !known else { return }
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO device VALUES(?, ?)",
        arguments: [self.device.id.data, self.device.publicKey.data])
    }
  }

  private func noteClockSetBack() throws {
    let latest = try database.read { database in
      try Int64.fetchOne(
        database,
        sql: """
          SELECT max(ifnull((SELECT max(updated) FROM record), 0),
            ifnull((SELECT time FROM audit ORDER BY sequence DESC LIMIT 1), 0))
          """) ?? 0
    }
    // A minute is what two clocks of one machine may differ by while it is set.
    if clock.now() < latest - 60_000 {
      try write { try self.note(.clockSetBack, by: .device, of: nil, in: $0) }
    }
  }

  // MARK: - Access

  func read<Result>(_ body: (Database) throws -> Result) throws(RecordStoreError) -> Result {
    do {
      return try database.read(body)
    } catch { throw RecordStoreError(error, path: folder) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(RecordStoreError) -> Result {
    do {
      return try database.write(body)
    } catch { throw RecordStoreError(error, path: folder) }
  }

  /// Brings what was written into the file proper, so that nothing that was removed stays beside it.
  ///
  /// Another program that reads at this moment may keep it from happening; the next call does it then.
  func removeTraces() {
    try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  // MARK: - Facts

  /// A small fact that is not about a person, such as the day of the last test of the alarm.
  public func fact(_ name: String) throws(RecordStoreError) -> String? {
    try read {
      try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
  }

  /// Keeps a small fact, in place of an earlier one.
  public func keep(fact value: String, as name: String) throws(RecordStoreError) {
    try write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO setting VALUES(?, ?)", arguments: [name, value])
    }
  }
}
