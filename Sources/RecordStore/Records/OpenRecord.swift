import GRDB
import Synchronization

/// A draft that this process is writing; nobody else writes it meanwhile.
///
/// It holds the record's key, and forgets it when it is ended, closed or let go.
public final class OpenRecord: Sendable {
  /// The record's name.
  public let id: RecordID
  /// What the record was made with.
  public let content: ContentHash
  /// Whether the process that wrote last died before it had ended the visit.
  public let recovered: Bool

  private let store: RecordStore
  private let token: [UInt8]
  private let held: Mutex<Held?>

  /// What is needed to write.
  private struct Held: Sendable {
    let key: RecordKey
    /// The head as this process wrote or read it; nil when the last writing failed, so that it is
    /// not known how far it came.
    var head: StoredHead?
  }

  init(_ opening: DraftOpening, store: RecordStore) {
    id = opening.id
    content = opening.content
    recovered = opening.recovered
    self.store = store
    token = opening.token
    held = Mutex(Held(key: opening.key, head: opening.head))
  }

  deinit { close() }

  /// Everything that was saved, in order.
  ///
  /// Throws ``RecordStoreError/tampered(_:)`` and ``RecordStoreError/closed``.
  public func events() throws(RecordStoreError) -> [RecordEvent] {
    guard let key = held.withLock({ $0?.key }) else { throw .closed }
    return try store.settingApart(id) { () throws(RecordStoreError) in
      let chain = try store.database.read { database in
        try store.verifiedChain(of: id, in: database)
      }
      return try chain.open(key)
    }
  }

  /// Saves an event, and with it the cards where they are given; it is on the disk when this returns.
  ///
  /// When it throws, nothing was saved, and it can be tried again. Throws
  /// ``RecordStoreError/full(path:)`` and the like, ``RecordStoreError/leased`` when another terminal has
  /// taken the draft over, ``RecordStoreError/closed`` after the end.
  public func append(_ event: [UInt8], cards: RecordCards? = nil) throws(RecordStoreError) {
    try write { draft, key, database in
      if let cards {
        try store.setCards(cards, of: id, version: draft.cardVersion + 1, in: database)
      }
      return try store.add([event], to: draft, key: key, in: database)
    }
  }

  /// Writes the cards anew.
  public func setCards(_ cards: RecordCards) throws(RecordStoreError) {
    try write { draft, key, database in
      try store.setCards(cards, of: id, version: draft.cardVersion + 1, in: database)
      return try store.add([], to: draft, key: key, in: database)
    }
  }

  /// Ends the visit: in one transaction the last events are saved, the state is set and the draft
  /// is let go.
  ///
  /// `stopped` keeps the code; after `left` and `finished` the code opens nothing and this process holds
  /// no key. Where the store has no keys and people nobody could read the record, so that it is destroyed.
  /// Throws ``RecordStoreError/wrongState(_:)`` for any other state.
  public func end(
    as state: RecordState, lastEvents: [[UInt8]] = [], cards: RecordCards? = nil
  ) throws(RecordStoreError) {
    guard let action = Self.endings[state] else { throw .wrongState(state) }
    try write { draft, key, database in
      if let cards {
        try store.setCards(cards, of: id, version: draft.cardVersion + 1, in: database)
      }
      let head = try store.add(lastEvents, to: draft, key: key, in: database)
      try store.note(action, record: id, in: database)
      if state == .stopped {
        try store.setState(.stopped, of: id, in: database)
        try store.clearLease(of: id, token: token, in: database)
      } else {
        try store.endDraft(id, as: state, in: database)
        if try store.wraps(of: id, .clinic, in: database).isEmpty {
          try store.destroy(id, in: database)
        }
      }
      return head
    }
    held.withLock { $0 = nil }
    // What was deleted leaves the log too; if that does not succeed now, it does the next time.
    try? store.database.emptyLog()
  }

  /// Destroys the record: nothing of it is kept but the line of the audit that says so.
  public func discard() throws(RecordStoreError) {
    try write { draft, _, database in
      try store.destroy(id, in: database)
      try database.execute(sql: "DELETE FROM record WHERE id = ?", arguments: [id.data])
      try store.note(.deleted, record: id, in: database)
      return draft.head
    }
    held.withLock { $0 = nil }
    try store.database.emptyLog()
  }

  /// Forgets the key and lets the draft go as it is, so that its code opens it at once.
  public func close() {
    let wasOpen = held.withLock { held in
      defer { held = nil }
      return held != nil
    }
    guard wasOpen else { return }
    // Should this fail, the draft is free as soon as the process has ended.
    try? store.database.write { database in
      try store.clearLease(of: id, token: token, in: database)
    }
  }

  private static let endings: [RecordState: AuditAction] = [
    .stopped: .stopped, .left: .left, .finished: .finished,
  ]

  /// Changes the record in one transaction, if this process still has it.
  private func write(
    _ body: (StoredDraft, RecordKey, Database) throws -> StoredHead
  ) throws(RecordStoreError) {
    try held.withLock { held throws(RecordStoreError) in
      guard let key = held?.key else { throw .closed }
      let known = held?.head
      held?.head = nil
      let head = try store.database.write { database in
        let draft = try store.draft(id, in: database)
        guard draft.lease?.token == token else { throw RecordStoreError.leased }
        guard known == nil || known == draft.head else {
          throw RecordStoreError.tampered(.wrongHead)
        }
        try store.renewLease(of: id, in: database)
        return try body(draft, key, database)
      }
      held?.head = head
    }
  }
}
