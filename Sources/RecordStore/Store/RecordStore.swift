import GRDB

/// The records of a clinic: who holds a key reads them, everybody else sees that they exist.
///
/// What is said to be saved is on the disk. Several processes may use one store at the same time. One
/// value may be used from any thread; what it does is done one after the other.
public final class RecordStore: Sendable {
  /// How long somebody may answer nothing before another terminal may take the draft over, in
  /// milliseconds; a terminal whose process has died keeps it for no time at all.
  static let leaseDuration: Int64 = 30 * 60 * 1000
  /// How often a code or a passphrase may be wrong.
  static let allowedTries = 5

  let folder: StoreFolder
  let database: StoreDatabase
  let clock: StoreClock
  let processes: ProcessTable
  let device: DeviceKey
  let passphraseCost: ScryptCost

  /// Opens the store of a folder and brings it to this program's version.
  ///
  /// The folder and everything in it can be used by its owner alone; that holds whatever the umask
  /// is. Throws ``RecordStoreError``, above all `missing`, `wrongPermissions`, `networkFileSystem`,
  /// `newerVersion`, `readOnly`, `full`, `busy` and `damaged`.
  public static func open(
    _ folder: String, clock: StoreClock = .system, creating: Creation = .never
  ) throws(RecordStoreError) -> RecordStore {
    try RecordStore(
      StoreFolder(path: folder), clock: clock, creating: creating,
      processes: .system(bootID: clock.bootID), passphraseCost: .passphrase)
  }

  init(
    _ folder: StoreFolder, clock: StoreClock, creating: Creation, processes: ProcessTable,
    passphraseCost: ScryptCost
  ) throws(RecordStoreError) {
    self.folder = folder
    self.clock = clock
    self.processes = processes
    self.passphraseCost = passphraseCost
    try folder.prepare(creating)
    let lock = try StoreLock(folder.lock)
    defer { lock.release() }
    try folder.makeDatabase()
    database = try StoreDatabase(folder.database)
    device = try Self.deviceKey(of: folder)
    try introduceDevice()
  }

  /// Ends the connection; everything that was said to be saved is saved already.
  public func close() { database.close() }

  /// The key with which this machine signs, by its short name.
  public var deviceID: KeyID { device.publicKey.id }

  /// The folder that the store lies in.
  public var path: String { folder.path }

  private static func deviceKey(of folder: StoreFolder) throws(RecordStoreError) -> DeviceKey {
    do {
      return try DeviceKey(path: folder.deviceKey)
    } catch DeviceKeyError.missing {
      do { return try DeviceKey.create(at: folder.deviceKey) } catch { throw .deviceKey(error) }
    } catch {
      throw .deviceKey(error)
    }
  }

  private func introduceDevice() throws(RecordStoreError) {
    let key = device.publicKey
    let known = try database.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT 1 FROM device WHERE id = ?", arguments: [key.id.data]) ?? false
    }
    guard !known else { return }
    try database.write { database in try admit(key, in: database) }
  }
}
