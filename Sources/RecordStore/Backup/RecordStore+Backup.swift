import Foundation
import GRDB
import Glibc

extension RecordStore {
  /// What a check of a backup found.
  public struct BackupCheck: Sendable, Hashable {
    /// How many records it holds.
    public let records: Int
    /// Records that are not as they were written.
    public let faults: [RecordID: RecordFault]
    /// What the audit is like.
    public let audit: AuditVerdict

    /// Whether all of it is whole.
    public var isWhole: Bool {
      if case .whole = audit { return faults.isEmpty }
      return false
    }
  }

  /// Copies the whole store into a new folder while others go on using it, and checks the copy.
  ///
  /// The folder gets its name only when the copy is whole. It holds sealed records and locked keys, and
  /// no key of this machine.
  public func backUp(
    to path: String, by actor: AuditActor
  ) throws(RecordStoreError) -> BackupCheck {
    guard access(path, F_OK) != 0 else { throw .exists(path: path) }
    try note(.backupMade, by: actor)
    try noteCopy(of: nil, kind: "backup", place: path)
    let part = "\(path).part"
    try? FileManager.default.removeItem(atPath: part)
    let check = try Self.copy(database, to: part, named: path)
    guard rename(part, path) == 0 else {
      let code = errno
      try? FileManager.default.removeItem(atPath: part)
      throw .unusable(path: path, code: code)
    }
    try keep(fact: String(clock.now()), as: StoreFact.lastBackup)
    return check
  }

  /// Checks a backup without touching it or the store.
  public static func check(backup path: String) throws(RecordStoreError) -> BackupCheck {
    let copy = FileManager.default.temporaryDirectory.path + "/intake-check-\(getpid())"
    try? FileManager.default.removeItem(atPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    return try restore(path, to: copy)
  }

  /// Makes a store in a new folder out of a backup, and checks it.
  public static func restore(
    _ backup: String, to path: String
  ) throws(RecordStoreError) -> BackupCheck {
    let file = "\(backup)/records.sqlite"
    guard access(file, R_OK) == 0 else { throw .noStore(path: backup) }
    guard access(path, F_OK) != 0 else { throw .exists(path: path) }
    let source: DatabaseQueue
    do {
      var configuration = Configuration()
      configuration.readonly = true
      source = try DatabaseQueue(path: file, configuration: configuration)
    } catch { throw RecordStoreError(error, path: backup) }
    let part = "\(path).part"
    try? FileManager.default.removeItem(atPath: part)
    let check = try copy(source, to: part, named: path)
    guard rename(part, path) == 0 else {
      let code = errno
      try? FileManager.default.removeItem(atPath: part)
      throw .unusable(path: path, code: code)
    }
    return check
  }

  /// Copies a database into a new folder and checks the copy; the folder is removed when that fails.
  private static func copy(
    _ source: DatabaseQueue, to part: String, named path: String
  ) throws(RecordStoreError) -> BackupCheck {
    guard mkdir(part, 0o700) == 0 else {
      throw errno == EACCES || errno == EROFS
        ? .readOnly(path: path) : .unusable(path: path, code: errno)
    }
    do {
      let target = try DatabaseQueue(path: "\(part)/records.sqlite")
      try source.backup(to: target)
      try target.close()
      chmod("\(part)/records.sqlite", 0o600)
      let store = try RecordStore.open(part, creating: .never)
      try store.requireIntegrity()
      let check = BackupCheck(
        records: try store.recordCount(), faults: try store.verifyRecords(),
        audit: try store.verifyAudit())
      try store.database.close()
      // The key was made for the check only; a machine makes its own.
      for file in [DeviceKey.fileName, "store.lock"] { unlink("\(part)/\(file)") }
      try flush(part)
      return check
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw RecordStoreError(error, path: path)
    }
  }

  private static func flush(_ folder: String) throws(RecordStoreError) {
    for path in ["\(folder)/records.sqlite", folder] {
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unusable(path: path, code: errno) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw .unusable(path: path, code: errno) }
    }
  }

  private func requireIntegrity() throws(RecordStoreError) {
    let verdict = try read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    guard verdict == "ok" else { throw .damaged(path: folder) }
  }

  /// How many records there are.
  public func recordCount() throws(RecordStoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM record") ?? 0 }
  }
}

/// The names of small facts that a store keeps.
public enum StoreFact {
  /// When the last backup was made, in milliseconds since 1970.
  public static let lastBackup = "backup.last"
  /// The day on which the last test call was acknowledged, like 2026-11-23.
  public static let lastAlertTest = "alert.tested"
}
