import GRDB

/// A record that this process is writing; no other can meanwhile.
///
/// It holds the record's key until it is ended, let go or gone.
public final class OpenRecord {
  /// The record.
  public let id: RecordID
  /// Whether the program that wrote last ended without saying so: it was killed, or the power went.
  public let wasInterrupted: Bool
  /// The content that it was begun with.
  public let content: ContentHash

  private let store: RecordStore
  private let lease: String
  private var writer: RecordWriter?
  private let opened: [RecordEvent]

  init(
    _ id: RecordID, in store: RecordStore, key: RecordKey, chain: RecordChain?,
    events: [RecordEvent], content: ContentHash, wasInterrupted: Bool
  ) {
    self.id = id
    self.store = store
    self.content = content
    self.wasInterrupted = wasInterrupted
    lease = store.clock.process.description
    writer = RecordWriter(store, id, key, after: chain)
    opened = events
  }

  deinit { letGo() }

  /// What the record held when it was opened.
  public var events: [RecordEvent] { opened }

  /// Keeps an event; it is safe when this returns.
  ///
  /// - Throws: ``RecordStoreError``; then the event is not kept, and the next call can try again.
  public func append(_ event: [UInt8]) throws(RecordStoreError) { try append([event]) }

  /// Keeps several events, all or none.
  public func append(_ events: [[UInt8]]) throws(RecordStoreError) {
    guard var next = writer else { throw .leaseLost }
    try store.write { database in
      try requireLease(in: database)
      for event in events { try next.add(event, in: database) }
      try next.writeHead(lease: lease, signed: next.isTimeToSign, in: database)
    }
    writer = next
  }

  /// Writes the cards that the list of records shows.
  public func setCards(_ cards: RecordCards) throws(RecordStoreError) {
    try store.write { database in
      try requireLease(in: database)
      try store.seal(cards, of: id, in: database)
    }
  }

  /// Ends the writing: last events, state, cards and keys change together, or not at all.
  ///
  /// A finished record loses the person's code and the desk's key; one that was stopped or left keeps
  /// the code until its time is over.
  ///
  /// - Parameter state: `.stopped`, `.left` or `.finished`.
  public func end(
    as state: RecordState, lastEvents events: [[UInt8]] = [], cards: RecordCards? = nil
  ) throws(RecordStoreError) {
    guard var next = writer else { throw .leaseLost }
    try store.write { database in
      try requireLease(in: database)
      for event in events { try next.add(event, in: database) }
      try next.writeHead(lease: lease, signed: true, in: database)
      try store.set(state, of: id, in: database)
      if let cards { try store.seal(cards, of: id, in: database) }
      if !state.isDraft { try store.removeDraftKeys(of: id, in: database) }
      let action: AuditAction =
        switch state {
        case .stopped: .stopped
        case .finished: .finished
        default: .left
        }
      try store.note(action, by: .patient, of: id, in: database)
    }
    writer = nil
    store.removeTraces()
  }

  /// Takes the record away with all that it holds: the person did not agree to its being kept.
  public func discard() throws(RecordStoreError) {
    guard writer != nil else { throw .leaseLost }
    try store.write { database in
      try requireLease(in: database)
      try store.destroy(id, in: database)
      try store.note(.discarded, by: .patient, of: nil, in: database)
    }
    writer = nil
    store.removeTraces()
  }

  /// Another program takes a record over when it believes this one dead, as after a long sleep of the
  /// machine; then this one must not write any more.
  private func requireLease(in database: Database) throws {
    let holder = try database.cachedStatement(sql: "SELECT lease FROM record WHERE id = ?")
    guard try String.fetchOne(holder, arguments: [id.data]) == lease else {
      throw RecordStoreError.leaseLost
    }
  }

  /// Gives the record up without a word; it stays in progress.
  public func letGo() {
    guard writer != nil else { return }
    writer = nil
    try? store.write { database in
      try database.execute(
        sql: "UPDATE record SET lease = NULL WHERE id = ? AND lease = ?",
        arguments: [id.data, lease])
    }
  }
}
