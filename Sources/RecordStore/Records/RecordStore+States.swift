import Foundation
import GRDB

extension RecordStore {
  func set(_ state: RecordState, of record: RecordID, in database: Database) throws {
    try database.execute(
      sql: "UPDATE record SET state = ?, lease = NULL WHERE id = ?",
      arguments: [state.rawValue, record.data])
  }

  /// Destroys what opens a draft: the wrap under the code, and that of the desk.
  func removeDraftKeys(of record: RecordID, in database: Database) throws {
    try database.execute(
      sql: "UPDATE record SET resume_salt = NULL, resume_wrap = NULL, locator = NULL WHERE id = ?",
      arguments: [record.data])
    try database.execute(
      sql: """
        DELETE FROM wrap WHERE record = ? AND key IN
          (SELECT id FROM recipient WHERE purpose = 'desk')
        """, arguments: [record.data])
  }

  /// Removes every key and row of a record, and remembers only that it is gone.
  func destroy(_ record: RecordID, in database: Database) throws {
    let id = record.data
    try database.execute(sql: "UPDATE record SET state = 'deleted' WHERE id = ?", arguments: [id])
    for table in ["wrap", "event", "copy"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE record = ?", arguments: [id])
    }
    try database.execute(sql: "DELETE FROM record WHERE id = ?", arguments: [id])
    try database.execute(
      sql: "INSERT OR REPLACE INTO gone VALUES(?, ?)", arguments: [id, clock.now()])
    try database.execute(
      sql: "DELETE FROM content WHERE hash NOT IN (SELECT content FROM record)")
  }

  // MARK: - Time

  /// What became of records whose time was over.
  public struct Sweep: Sendable, Hashable {
    /// Drafts whose code no longer opens them; staff can read them.
    public var expired: [RecordID] = []
    /// Records that were deleted: kept for as long as was wanted, or drafts that nobody could read.
    public var deleted: [RecordID] = []
  }

  /// Ends drafts that nobody goes on with, and deletes what was kept long enough.
  ///
  /// To be called at each start of a program that uses the store, and once a day.
  ///
  /// - Parameters:
  ///   - draftDays: Days after the last answer until a code no longer opens a draft.
  ///   - retentionDays: Days after the last change until a record is deleted, or nil for never.
  ///   - startOfDay: When today began; the desk's keys to older drafts go.
  public func sweep(
    draftDays: Int, retentionDays: Int?, startOfDay: Int64
  ) throws(RecordStoreError) -> Sweep {
    let now = clock.now()
    let isSetUp = try recipients() != nil
    let day: Int64 = 86_400_000
    let sweep = try write { database in
      var sweep = Sweep()
      try database.execute(
        sql: """
          DELETE FROM wrap WHERE key IN (SELECT id FROM recipient WHERE purpose = 'desk')
            AND record IN (SELECT id FROM record WHERE updated < ?)
          """, arguments: [startOfDay])
      for id in try self.records(
        "resume_wrap IS NOT NULL AND updated < ?", [now - Int64(draftDays) * day], in: database)
      {
        guard isSetUp else {
          // Only the code opened it; without the code it is of no use to anybody.
          try self.destroy(id, in: database)
          try self.note(.deleted, by: .device, of: nil, in: database)
          sweep.deleted.append(id)
          continue
        }
        try self.removeDraftKeys(of: id, in: database)
        try self.leave(id, in: database)
        try self.note(.expired, by: .device, of: id, in: database)
        sweep.expired.append(id)
      }
      if let retentionDays {
        for id in try self.records(
          "updated < ?", [now - Int64(retentionDays) * day], in: database)
        {
          try self.destroy(id, in: database)
          try self.note(.deleted, by: .device, of: nil, in: database)
          sweep.deleted.append(id)
        }
      }
      return sweep
    }
    if sweep != Sweep() { removeTraces() }
    return sweep
  }

  /// Makes a draft one that was left, with its end signed.
  private func leave(_ record: RecordID, in database: Database) throws {
    let row = try Row.fetchOne(
      database, sql: "SELECT sequence, head FROM record WHERE id = ?", arguments: [record.data])
    guard let row, let head = row.bytes("head").flatMap({ ChainHash(bytes: $0) }) else { return }
    let sequence = row.unsigned("sequence")
    try database.execute(
      sql: """
        UPDATE record SET state = 'left', lease = NULL, signed = sequence, signature = ?, device = ?
        WHERE id = ?
        """,
      arguments: [
        device.sign(record: record, sequence: sequence, head: head).data, device.id.data,
        record.data,
      ])
  }

  /// Records that nobody is writing at the moment and that a condition holds for.
  private func records(
    _ condition: String, _ arguments: StatementArguments, in database: Database
  ) throws -> [RecordID] {
    try Row.fetchAll(
      database, sql: "SELECT id, lease FROM record WHERE \(condition)", arguments: arguments
    )
    .filter { row in
      (row["lease"] as String?).flatMap { ProcessIdentity($0) }?.isAlive != true
    }
    .compactMap { $0.bytes("id").flatMap { RecordID(bytes: $0) } }
  }
}
