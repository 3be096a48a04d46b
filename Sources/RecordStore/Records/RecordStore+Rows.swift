import Foundation
import GRDB

/// Rows of records, inside of a transaction.
extension RecordStore {
  /// The record of a name; a deleted one counts as none.
  func draft(_ id: RecordID, in database: Database) throws -> StoredDraft {
    let sql = "SELECT \(StoredDraft.columns) FROM record WHERE id = ?"
    guard let row = try database.cachedStatement(sql: sql).fetchRow([id.data]) else {
      throw RecordStoreError.notFound
    }
    let draft = try StoredDraft(row)
    guard draft.state != .deleted else { throw RecordStoreError.notFound }
    return draft
  }

  /// The record and its events, as they are stored.
  func chain(of id: RecordID, in database: Database) throws -> EventChain {
    let head = try draft(id, in: database).head
    let sql = "SELECT seq, at, sealed, hash FROM event WHERE record = ? ORDER BY seq"
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: sql), arguments: [id.data])
    return EventChain(
      record: id, head: head, events: try Array(rows.map { try StoredEvent($0) }))
  }

  /// The record and its events, checked.
  ///
  /// Throws ``RecordStoreError/tampered(_:)``.
  func verifiedChain(of id: RecordID, in database: Database) throws -> EventChain {
    let chain = try chain(of: id, in: database)
    try chain.verify()
    try checkSignature(of: chain.head, in: database)
    return chain
  }

  /// Adds events, signs the new head and gives it back.
  ///
  /// Notes it when the clock is behind the last event.
  @discardableResult
  func add(
    _ events: [[UInt8]], to draft: StoredDraft, key: RecordKey, in database: Database
  ) throws -> StoredHead {
    let now = clock.now()
    if !events.isEmpty, now < draft.headAt {
      try note(.clockSetBack, record: draft.id, in: database)
    }
    var last = (seq: draft.head.seq, hash: draft.head.hash)
    let insert = try database.cachedStatement(
      sql: "INSERT INTO event (record, seq, at, sealed, hash) VALUES (?, ?, ?, ?, ?)")
    for event in events {
      let seq = last.seq + 1
      let place = EventPlace(record: draft.id, seq: seq, previous: last.hash)
      let sealed = try key.seal(event, at: place)
      let hash = last.hash.next(record: draft.id, seq: seq, at: now, sealed: sealed)
      try insert.execute(arguments: [draft.id.data, seq, now, Data(sealed), hash.data])
      last = (seq, hash)
    }
    let head = try signed(draft.id, seq: last.seq, hash: last.hash)
    try setHead(head, at: events.isEmpty ? draft.headAt : now, in: database)
    return head
  }

  /// The head of a record, signed by this device.
  func signed(_ id: RecordID, seq: Int, hash: ChainHash) throws -> StoredHead {
    let signature = try device.sign(ChainHead(of: .record(id), seq: seq, hash: hash))
    return StoredHead(
      chain: .record(id), seq: seq, hash: hash, device: device.publicKey.id, signature: signature)
  }

  private func setHead(_ head: StoredHead, at: Int64, in database: Database) throws {
    guard case .record(let id) = head.chain else { return }
    try database.cachedStatement(
      sql: """
        UPDATE record SET head_seq = ?, head_hash = ?, head_at = ?, head_device = ?,
          head_signature = ?, updated_at = ? WHERE id = ?
        """
    ).execute(arguments: [
      head.seq, head.hash.data, at, head.device.data, Data(head.signature), clock.now(), id.data,
    ])
  }

  /// Seals the cards anew for the clinic's keys of now; without keys there are no cards.
  func setCards(
    _ cards: RecordCards, of id: RecordID, version: Int, in database: Database
  ) throws {
    guard let recipients = try recipients(in: database) else { return }
    let desk = try recipients.desk.seal(
      card: cards.desk, at: CardPlace(kind: .desk, record: id, version: version))
    let clinical = try recipients.clinic.seal(
      card: cards.clinical, at: CardPlace(kind: .clinical, record: id, version: version))
    try database.cachedStatement(
      sql: """
        UPDATE record SET card_version = ?, desk_card = ?, desk_card_key = ?, clinical_card = ?,
          clinical_card_key = ? WHERE id = ?
        """
    ).execute(arguments: [
      version, Data(desk), recipients.desk.id.data, Data(clinical), recipients.clinic.id.data,
      id.data,
    ])
  }

  func setState(_ state: RecordState, of id: RecordID, in database: Database) throws {
    try database.execute(
      sql: "UPDATE record SET state = ?, updated_at = ? WHERE id = ?",
      arguments: [state.rawValue, clock.now(), id.data])
  }

  /// Ends a draft: its code, its desk key and its lease go.
  func endDraft(_ id: RecordID, as state: RecordState, in database: Database) throws {
    try setState(state, of: id, in: database)
    try database.execute(
      sql: "UPDATE record SET locator = NULL, tries = 0, \(Lease.cleared) WHERE id = ?",
      arguments: [id.data])
    try database.execute(
      sql: "DELETE FROM wrap WHERE record = ? AND kind IN ('code', 'desk')", arguments: [id.data])
  }

  /// Destroys everything that a record says and every key to it; its name stays, so that a file of
  /// it is not taken in again.
  func destroy(_ id: RecordID, in database: Database) throws {
    try setState(.deleted, of: id, in: database)
    for table in ["wrap", "event", "quarantine"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE record = ?", arguments: [id.data])
    }
    let empty = ChainHash.start
    try database.execute(
      sql: """
        UPDATE record SET locator = NULL, tries = 0, content = NULL, head_seq = 0, head_hash = ?,
          head_at = 0, head_signature = ?, card_version = 0, desk_card = NULL,
          desk_card_key = NULL, clinical_card = NULL, clinical_card_key = NULL, \(Lease.cleared)
        WHERE id = ?
        """, arguments: [empty.data, Data(), id.data])
  }
}

extension RecordStore {
  /// Lets a draft go, if it is still this one that has it.
  func clearLease(of id: RecordID, token: [UInt8], in database: Database) throws {
    try database.execute(
      sql: "UPDATE record SET \(Lease.cleared) WHERE id = ? AND lease_token = ?",
      arguments: [id.data, Data(token)])
  }

  func renewLease(of id: RecordID, in database: Database) throws {
    try database.cachedStatement(sql: "UPDATE record SET lease_until = ? WHERE id = ?")
      .execute(arguments: [clock.now() + Self.leaseDuration, id.data])
  }

  /// Does something with a record, and sets it apart when it turns out to be changed or damaged, so
  /// that lists say so from then on.
  func settingApart<Value>(
    _ id: RecordID, _ body: () throws(RecordStoreError) -> Value
  ) throws(RecordStoreError) -> Value {
    do throws(RecordStoreError) {
      return try body()
    } catch {
      switch error {
      case .tampered, .damaged:
        // The error itself is what counts; a store that takes no note of it still throws it.
        try? database.write { database in
          try database.execute(
            sql: "INSERT OR IGNORE INTO quarantine (record, at) VALUES (?, ?)",
            arguments: [id.data, clock.now()])
        }
      default: break
      }
      throw error
    }
  }
}
