import Glibc

/// The folder of a store: who may look into it, and on what disk it lies.
struct StoreFolder: Sendable {
  /// The folder's path.
  let path: String

  /// The database.
  var database: String { "\(path)/store.sqlite" }
  /// The device's key.
  var deviceKey: String { "\(path)/device.key" }
  /// What is locked while the store is opened.
  var lock: String { "\(path)/store.lock" }

  /// Makes the folder where it is missing, and refuses one that others can look into.
  func prepare(_ creation: Creation) throws(RecordStoreError) {
    if creation == .ifMissing {
      try make()
    } else if !exists(database) {
      throw .missing(path: path)
    }
    try checkRights(path)
    try checkFileSystem()
    for file in [database, deviceKey, lock] where exists(file) { try checkRights(file) }
  }

  /// Makes the database's file before SQLite does, so that no one else can read it even for a
  /// moment; SQLite gives its other files the same rights.
  func makeDatabase() throws(RecordStoreError) {
    guard !exists(database) else { return }
    do { try FileBytes.create(database) } catch { throw error.storeError }
  }

  private func make() throws(RecordStoreError) {
    guard !exists(path) else { return }
    try Self.makeParents(of: path)
    // Another process may make it at the same time.
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw StoreFileError(path, "made").storeError
    }
  }

  private static func makeParents(of path: String) throws(RecordStoreError) {
    let parent = FileBytes.folder(of: path)
    guard access(parent, F_OK) != 0 else { return }
    try makeParents(of: parent)
    guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
      throw StoreFileError(parent, "made").storeError
    }
  }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private func checkRights(_ path: String) throws(RecordStoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw StoreFileError(path, "looked at").storeError }
    guard status.st_uid == geteuid() else { throw .wrongOwner(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .wrongPermissions(path: path) }
  }

  private func checkFileSystem() throws(RecordStoreError) {
    guard let mounts = try? FileBytes.read("/proc/self/mountinfo"),
      let resolved = realpath(path, nil)
    else { return }
    defer { free(resolved) }
    let kind = NetworkFileSystem.kind(
      of: String(cString: resolved), mounts: String(decoding: mounts, as: UTF8.self))
    if let kind { throw .networkFileSystem(path: path, kind: kind) }
  }
}
