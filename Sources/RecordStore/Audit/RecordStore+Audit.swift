import Foundation
import GRDB

extension RecordStore {
  private static let chain = "intake-aud-2"

  /// Writes down that something was done.
  public func note(
    _ action: AuditAction, by actor: AuditActor, of record: RecordID? = nil
  ) throws(RecordStoreError) {
    try write { try self.note(action, by: actor, of: record, in: $0) }
  }

  /// Adds a line to the chain, signed by this machine.
  func note(
    _ action: AuditAction, by actor: AuditActor, of record: RecordID?, in database: Database
  ) throws {
    let last = try Row.fetchOne(
      database, sql: "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")
    let sequence = (last?["sequence"] as Int64? ?? 0) + 1
    let previous = last?.bytes("hash").flatMap { ChainHash(bytes: $0) } ?? .start
    let time = clock.now()
    let hash = Self.hash(
      after: previous, sequence, time, actor.stored, action.rawValue, record?.bytes)
    try database.execute(
      sql: "INSERT INTO audit VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        sequence, time, actor.stored, action.rawValue, record?.data, hash.data, device.id.data,
        device.sign(Self.message(sequence, hash)).data,
      ])
  }

  private static func hash(
    after previous: ChainHash, _ sequence: Int64, _ time: Int64, _ actor: String,
    _ action: String, _ record: [UInt8]?
  ) -> ChainHash {
    ChainHash(
      after: previous, of: chain,
      fields: [
        [UInt8](bigEndian: sequence), [UInt8](bigEndian: time), Array(actor.utf8),
        Array(action.utf8), record ?? [],
      ])
  }

  private static func message(_ sequence: Int64, _ hash: ChainHash) -> [UInt8] {
    Array("intake-audit-head-1".utf8) + [UInt8](bigEndian: sequence) + hash.bytes
  }

  /// The lines, from the first, of one record or of all.
  public func auditEntries(of record: RecordID? = nil) throws(RecordStoreError) -> [AuditEntry] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT audit.*, person.name AS name FROM audit
          LEFT JOIN person ON audit.actor = 'person ' || person.id
          WHERE ?1 IS NULL OR record = ?1 ORDER BY sequence
          """, arguments: [record?.data])
      var entries: [AuditEntry] = []
      while let row = try rows.next() {
        entries.append(
          AuditEntry(
            sequence: row["sequence"], time: row["time"], actor: AuditActor(stored: row["actor"]),
            name: row["name"], action: AuditAction(rawValue: row["action"]),
            record: row.bytes("record").flatMap { RecordID(bytes: $0) }))
      }
      return entries
    }
  }

  /// Whether each line follows from the one before, none is missing, and each tenth and the last is
  /// signed by a machine that is known here.
  ///
  /// What nobody can see from within is that lines at the end were cut off together with what they are
  /// about; compare the number of lines with an earlier one.
  public func verifyAudit() throws(RecordStoreError) -> AuditVerdict {
    let devices = try self.devices()
    return try read { database in
      var previous = ChainHash.start
      var expected: Int64 = 1
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY sequence")
      var last: (sequence: Int64, hash: ChainHash, device: KeyID?, signature: [UInt8])?
      while let row = try rows.next() {
        let sequence: Int64 = row["sequence"]
        let hash = Self.hash(
          after: previous, sequence, row["time"], row["actor"], row["action"], row.bytes("record"))
        guard sequence == expected, row.bytes("hash") == hash.bytes else {
          return .broken(at: expected)
        }
        let line = (
          sequence, hash, row.bytes("device").flatMap { KeyID(bytes: $0) },
          row.bytes("signature") ?? []
        )
        if sequence % 10 == 0, !Self.isSigned(line, devices) { return .broken(at: sequence) }
        last = line
        previous = hash
        expected += 1
      }
      if let last, !Self.isSigned(last, devices) { return .broken(at: last.sequence) }
      return .whole(entries: expected - 1)
    }
  }

  private static func isSigned(
    _ line: (sequence: Int64, hash: ChainHash, device: KeyID?, signature: [UInt8]),
    _ devices: [KeyID: [UInt8]]
  ) -> Bool {
    guard let device = line.device, let key = devices[device] else { return false }
    return DeviceKey.isSigned(
      line.signature, by: key, bytes: message(line.sequence, line.hash))
  }

  /// The public keys of the machines that are known here.
  public func devices() throws(RecordStoreError) -> [KeyID: [UInt8]] {
    try read { database in
      var devices: [KeyID: [UInt8]] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT * FROM device") {
        guard let key = row.bytes("public") else { continue }
        devices[KeyID(ofRaw: key)] = key
      }
      return devices
    }
  }
}
