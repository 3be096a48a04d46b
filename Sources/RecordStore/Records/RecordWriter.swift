import GRDB

/// Adds events to a record, within a transaction of the caller.
struct RecordWriter {
  let store: RecordStore
  let record: RecordID
  let key: RecordKey
  /// The number of the last event.
  private(set) var sequence: UInt64
  /// Its hash.
  private(set) var head: ChainHash

  init(_ store: RecordStore, _ record: RecordID, _ key: RecordKey, after chain: RecordChain?) {
    self.store = store
    self.record = record
    self.key = key
    sequence = chain?.sequence ?? 0
    head = chain?.head ?? .start
  }

  /// Whether the head is signed now, besides at each change of state.
  var isTimeToSign: Bool { sequence.isMultiple(of: 16) }

  /// Seals an event and adds its row.
  mutating func add(_ event: [UInt8], in database: Database) throws {
    let place = EventPlace(record: record, sequence: sequence + 1, previous: head)
    let sealed = try key.seal(event, at: place)
    let time = store.clock.now()
    let hash = ChainHash(
      after: head, record: record, sequence: place.sequence, time: time, sealed: sealed)
    try database.cachedStatement(sql: "INSERT INTO event VALUES(?, ?, ?, ?, ?)")
      .execute(arguments: [record.data, place.sequence, time, sealed.data, hash.data])
    sequence = place.sequence
    head = hash
  }

  /// Writes the new end of the chain, signed or not.
  ///
  /// - Parameter lease: The process that must hold the record, or nil when it needs none.
  func writeHead(lease: String?, signed: Bool, in database: Database) throws {
    let now = store.clock.now()
    if signed {
      let signature = store.device.sign(record: record, sequence: sequence, head: head)
      try database.cachedStatement(
        sql: """
          UPDATE record SET sequence = ?, head = ?, updated = max(updated, ?), signed = ?,
            signature = ?, device = ? WHERE id = ? AND lease IS ?
          """
      )
      .execute(arguments: [
        sequence, head.data, now, sequence, signature.data, store.device.id.data, record.data,
        lease,
      ])
    } else {
      try database.cachedStatement(
        sql: """
          UPDATE record SET sequence = ?, head = ?, updated = max(updated, ?)
          WHERE id = ? AND lease IS ?
          """
      )
      .execute(arguments: [sequence, head.data, now, record.data, lease])
    }
    guard database.changesCount == 1 else { throw RecordStoreError.leaseLost }
  }
}
