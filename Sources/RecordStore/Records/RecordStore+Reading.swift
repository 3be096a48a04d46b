import Foundation
import GRDB

extension RecordStore {
  /// What a record holds, for somebody who may read answers; checked from the first event to the last.
  ///
  /// - Parameter reason: Why it is opened: `.opened`, `.exported`, `.printed`.
  public func read(
    _ record: RecordID, by person: UnlockedPerson, as reason: AuditAction = .opened
  ) throws(RecordStoreError) -> [RecordEvent] {
    guard person.role.readsAnswers else { throw .notAllowed(person.role) }
    let chain = try chain(of: record)
    let events = try chain.open(with: key(of: record, by: person))
    try write { database in
      if reason == .opened {
        try database.execute(
          sql: "UPDATE record SET state = 'read' WHERE id = ? AND state = 'finished'",
          arguments: [record.data])
      }
      try self.note(reason, by: .person(person.id), of: record, in: database)
    }
    return events
  }

  /// What a record holds, opened with the key of the recovery sheet.
  public func read(
    _ record: RecordID, with recovery: PrivateKey
  ) throws(RecordStoreError) -> [RecordEvent] {
    let chain = try chain(of: record)
    return try chain.open(with: key(of: record, with: [recovery]))
  }

  /// Adds events of somebody who works at the clinic to a record that is no draft.
  ///
  /// - Parameters:
  ///   - state: The state that it has from now on, or nil for the same.
  ///   - action: What the audit says.
  public func add(
    _ events: [[UInt8]], to record: RecordID, by person: UnlockedPerson,
    becoming state: RecordState? = nil, as action: AuditAction
  ) throws(RecordStoreError) {
    guard person.role.readsAnswers else { throw .notAllowed(person.role) }
    let key = try key(of: record, by: person)
    let devices = try self.devices()
    try write { database in
      let chain = try RecordChain(record, in: database, devices: devices)
      var writer = RecordWriter(self, record, key, after: chain)
      for event in events { try writer.add(event, in: database) }
      let lease = try String.fetchOne(
        database, sql: "SELECT lease FROM record WHERE id = ?", arguments: [record.data])
      guard lease.flatMap({ ProcessIdentity($0) })?.isAlive != true else {
        throw RecordStoreError.inUse
      }
      try writer.writeHead(lease: lease, signed: true, in: database)
      if let state { try self.set(state, of: record, in: database) }
      try self.note(action, by: .person(person.id), of: record, in: database)
    }
  }

  /// The content that a record was made with.
  public func content(of record: RecordID) throws(RecordStoreError) -> ContentHash {
    let hash = try read { database in
      try Data.fetchOne(
        database, sql: "SELECT content FROM record WHERE id = ?", arguments: [record.data])
    }
    guard let hash = hash.flatMap({ ContentHash(bytes: $0) }) else { throw .noRecord }
    return hash
  }

  // MARK: - Copies

  /// Somewhere a copy of a record was written.
  public struct Copy: Sendable, Hashable {
    /// `export`, `backup` or `hand-over`.
    public let kind: String
    /// When, in milliseconds since 1970, UTC.
    public let time: Int64
    /// Where.
    public let place: String
  }

  /// Remembers that a copy was written, so that a deletion can name it.
  public func noteCopy(
    of record: RecordID?, kind: String, place: String
  ) throws(RecordStoreError) {
    try write {
      try $0.execute(
        sql: "INSERT INTO copy VALUES(?, ?, ?, ?)",
        arguments: [record?.data, kind, self.clock.now(), place])
    }
  }

  /// Where copies of a record were written, backups of the whole store included.
  public func copies(of record: RecordID) throws(RecordStoreError) -> [Copy] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT kind, time, place FROM copy WHERE record = ?1
            OR record IS NULL AND time >= (SELECT created FROM record WHERE id = ?1) ORDER BY time
          """, arguments: [record.data]
      )
      .map { Copy(kind: $0["kind"], time: $0["time"], place: $0["place"]) }
    }
  }

  /// Deletes a record: every key to it is destroyed and every row removed.
  ///
  /// - Returns: Where copies of it are that this program has written and cannot delete.
  public func delete(
    _ record: RecordID, by person: UnlockedPerson
  ) throws(RecordStoreError) -> [Copy] {
    guard person.role == .admin else { throw .notAllowed(person.role) }
    let copies = try copies(of: record)
    try write { database in
      let lease = try Row.fetchOne(
        database, sql: "SELECT lease FROM record WHERE id = ?", arguments: [record.data])
      guard let lease else { throw RecordStoreError.noRecord }
      if (lease["lease"] as String?).flatMap({ ProcessIdentity($0) })?.isAlive == true {
        throw RecordStoreError.inUse
      }
      try self.destroy(record, in: database)
      try self.note(.deleted, by: .person(person.id), of: nil, in: database)
    }
    removeTraces()
    return copies
  }

  // MARK: - Keys

  /// The key of a record, by one of the keys that a person holds.
  func key(of record: RecordID, by person: UnlockedPerson) throws(RecordStoreError) -> RecordKey {
    try key(of: record, with: person.keys)
  }

  func key(
    of record: RecordID, with keys: [PrivateKey]
  ) throws(RecordStoreError) -> RecordKey {
    let wraps = try read { database in
      try Row.fetchAll(
        database, sql: "SELECT key, sealed FROM wrap WHERE record = ?", arguments: [record.data])
    }
    for key in keys {
      guard
        let wrap = wraps.first(where: { $0.bytes("key") == key.publicKey.id.bytes })?
          .bytes("sealed")
      else { continue }
      do throws(SealError) {
        return try key.unwrap(wrap, of: record)
      } catch { throw .tampered(.seal) }
    }
    throw .foreignKey
  }

  /// Checks every record, without any key: the chains, the ends and their signatures.
  ///
  /// - Returns: The records that are not as they were written, each with its fault.
  public func verifyRecords() throws(RecordStoreError) -> [RecordID: RecordFault] {
    let devices = try self.devices()
    let ids = try read { database in
      try Data.fetchAll(database, sql: "SELECT id FROM record").compactMap { RecordID(bytes: $0) }
    }
    var faults: [RecordID: RecordFault] = [:]
    for id in ids {
      do throws(RecordStoreError) {
        _ = try read { try RecordChain(id, in: $0, devices: devices) }
      } catch {
        switch error {
        case .tampered(let fault): faults[id] = fault
        case .noRecord: continue
        case .damaged: faults[id] = .unreadable
        default: throw error
        }
      }
    }
    return faults
  }
}
