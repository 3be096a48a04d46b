import Foundation
import GRDB

extension RecordStore {
  /// Notes that something was done; it is on the disk when this returns.
  public func note(
    _ action: AuditAction, record: RecordID? = nil, by person: PersonID? = nil
  ) throws(RecordStoreError) {
    try database.write { database in
      try note(action, record: record, by: person, in: database)
    }
  }

  /// The entries of the audit in order, from a number on, at most so many.
  public func auditEntries(
    from first: Int = 1, limit: Int = .max
  ) throws(RecordStoreError) -> [AuditEntry] {
    try database.read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?",
        arguments: [first, limit])
      return try Array(rows.map { try AuditEntry($0) })
    }
  }

  /// The entries of the audit about one record, in order.
  public func auditEntries(
    of record: RecordID
  ) throws(RecordStoreError) -> [AuditEntry] {
    try database.read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM audit WHERE record = ? ORDER BY seq",
        arguments: [record.data])
      return try Array(rows.map { try AuditEntry($0) })
    }
  }

  /// Checks that no entry of the audit was changed, dropped or moved, and that this device, or the
  /// one a restored store comes from, signed the last one.
  ///
  /// Returns how many entries there are. Throws ``RecordStoreError/tampered(_:)``.
  @discardableResult
  public func verifyAudit() throws(RecordStoreError) -> Int {
    try database.read { database in
      var last = (seq: 0, hash: ChainHash.start)
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY seq")
      while let row = try rows.next() {
        let entry = try AuditEntry(row)
        guard entry.seq == last.seq + 1 else {
          throw RecordStoreError.tampered(.missingRow(last.seq + 1))
        }
        let hash = last.hash.next(auditSeq: entry.seq, at: entry.at, entry: entry.hashedBytes)
        guard try row.bytes("hash") == hash.bytes else {
          throw RecordStoreError.tampered(.wrongHash(entry.seq))
        }
        last = (entry.seq, hash)
      }
      guard let row = try Row.fetchOne(database, sql: "SELECT * FROM audit_head") else {
        guard last.seq == 0 else { throw RecordStoreError.tampered(.wrongHead) }
        return 0
      }
      let head = try StoredHead(row, prefix: "", chain: .audit)
      guard head.seq == last.seq, head.hash == last.hash else {
        throw RecordStoreError.tampered(.wrongHead)
      }
      try checkSignature(of: head, in: database)
      return last.seq
    }
  }

  /// Adds an entry to the audit and signs the new head.
  ///
  /// Before it goes an entry that says so when the clock is behind the last entry.
  func note(
    _ action: AuditAction, record: RecordID? = nil, by person: PersonID? = nil,
    in database: Database
  ) throws {
    let now = clock.now()
    var head = try auditHead(in: database)
    if now < head.at, action != .clockSetBack {
      head = try add(.clockSetBack, record: nil, person: nil, at: now, after: head, in: database)
    }
    head = try add(action, record: record, person: person, at: now, after: head, in: database)
    try sign(head, in: database)
  }

  private func auditHead(in database: Database) throws -> AuditHead {
    let sql = """
      SELECT audit_head.seq AS seq, audit_head.hash AS hash, audit.at AS at
      FROM audit_head LEFT JOIN audit ON audit.seq = audit_head.seq
      """
    if let row = try database.cachedStatement(sql: sql).fetchRow() {
      return AuditHead(
        seq: try row.required("seq"), hash: try row.chainHash("hash"),
        at: try row.optional("at") ?? .min)
    }
    // Without a head somebody has cut the audit: a number is left out, so that checking finds it.
    let cut = try Int.fetchOne(database, sql: "SELECT max(seq) FROM audit")
    return AuditHead(seq: cut.map { $0 + 1 } ?? 0, hash: .start, at: .min)
  }

  private func add(
    _ action: AuditAction, record: RecordID?, person: PersonID?, at: Int64, after head: AuditHead,
    in database: Database
  ) throws -> AuditHead {
    let entry = AuditEntry(
      seq: head.seq + 1, at: at, action: action, record: record, person: person,
      device: device.publicKey.id)
    let hash = head.hash.next(auditSeq: entry.seq, at: at, entry: entry.hashedBytes)
    try database.cachedStatement(
      sql: """
        INSERT INTO audit (seq, at, action, record, person, device, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.seq, at, action.rawValue, record?.data, person?.data, entry.device.data, hash.data,
    ])
    return AuditHead(seq: entry.seq, hash: hash, at: at)
  }

  private func sign(_ head: AuditHead, in database: Database) throws {
    let signature = try device.sign(ChainHead(of: .audit, seq: head.seq, hash: head.hash))
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO audit_head (id, seq, hash, device, signature) VALUES (1, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      head.seq, head.hash.data, device.publicKey.id.data, Data(signature),
    ])
  }
}

/// The end of the audit, with the time of its last entry.
private struct AuditHead {
  let seq: Int
  let hash: ChainHash
  let at: Int64
}

extension AuditEntry {
  /// Reads a row.
  fileprivate init(_ row: Row) throws {
    guard let action = AuditAction(rawValue: try row.required("action")) else {
      throw RecordStoreError.tampered(.malformed)
    }
    self.init(
      seq: try row.required("seq"), at: try row.required("at"), action: action,
      record: try row.optionalBytes("record").map { try RecordID(stored: $0) },
      person: try row.optionalBytes("person").map { try PersonID(stored: $0) },
      device: try KeyID(stored: row.bytes("device")))
  }
}
