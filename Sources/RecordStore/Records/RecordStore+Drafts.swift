import Foundation
import GRDB

extension RecordStore {
  /// A code that no draft has; take it before the record's wrap is made.
  public func freeCode() throws(RecordStoreError) -> ResumeCode {
    try database.read { database in
      while true {
        let code = ResumeCode.random()
        let taken = try Bool.fetchOne(
          database, sql: "SELECT 1 FROM record WHERE locator = ?", arguments: [code.locator])
        if taken == nil { return code }
      }
    }
  }

  /// Begins a record; it and its first events are on the disk when this returns.
  ///
  /// Throws ``RecordStoreError/codeTaken`` when another process has just taken a code with the same
  /// locator, and ``RecordStoreError/unknownContent(_:)``.
  public func begin(_ start: RecordStart) throws(RecordStoreError) -> OpenRecord {
    let lease = newLease()
    let head = try database.write { database in
      guard try hasContent(start.content, in: database) else {
        throw RecordStoreError.unknownContent(start.content)
      }
      try insert(start, in: database)
      try setCode(locator: start.locator, wrap: start.wrap, of: start.id, in: database)
      if let recipients = try recipients(in: database) {
        try wrap(start.key, of: start.id, for: recipients, in: database)
        try wrap(start.key, of: start.id, to: recipients.desk, as: .desk, in: database)
      }
      try setCards(start.cards, of: start.id, version: 1, in: database)
      try take(lease, of: start.id, in: database)
      try note(.recordBegun, record: start.id, by: start.startedBy, in: database)
      let draft = try draft(start.id, in: database)
      return try add(start.events, to: draft, key: start.key, in: database)
    }
    let opening = DraftOpening(
      id: start.id, content: start.content, recovered: false, token: lease.token, key: start.key,
      head: head)
    return OpenRecord(opening, store: self)
  }

  /// Goes on with a draft by its code.
  ///
  /// Each try is counted before the code is looked at, so that many at once are no more tries. Takes about
  /// 75 ms. Throws ``RecordStoreError/notFound``, ``RecordStoreError/wrongCode(triesLeft:)``,
  /// ``RecordStoreError/codeLocked`` and ``RecordStoreError/leased``.
  public func resume(_ code: ResumeCode) throws(RecordStoreError) -> OpenRecord {
    let (id, wrap, left) = try database.write { database in
      try countTry(code, in: database)
    }
    let key: RecordKey
    do {
      key = try wrap.open(code, for: id)
    } catch SealingError.refused {
      throw .wrongCode(triesLeft: left)
    } catch {
      throw .sealing(error)
    }
    let opening = try database.write { database -> Result<DraftOpening, RecordStoreError> in
      // The draft may have ended, or got another code, while the key was derived.
      guard try codeWrap(of: id, in: database) == wrap else {
        throw RecordStoreError.notFound
      }
      try database.execute(
        sql: "UPDATE record SET tries = 0 WHERE id = ?", arguments: [id.data])
      // Whoever typed the right code gets their tries back, also when the draft is open elsewhere.
      do throws(RecordStoreError) {
        return .success(try open(id, key: key, as: .resumed, by: nil, in: database))
      } catch RecordStoreError.leased {
        return .failure(.leased)
      }
    }
    return OpenRecord(try opening.get(), store: self)
  }

  /// Opens a draft again for the person it belongs to, by staff who have made sure who they are.
  ///
  /// The desk can do so on the day on which the draft was last touched, clinicians as long as it is a
  /// draft. The code works as before, and its tries are given back. Throws ``RecordStoreError/dayIsOver``
  /// and ``RecordStoreError/leased``.
  public func reopen(
    _ id: RecordID, by person: UnlockedPerson
  ) throws(RecordStoreError) -> OpenRecord {
    let opening = try database.write { database in
      let key = try draftKey(of: id, by: person, in: database)
      try database.execute(
        sql: "UPDATE record SET tries = 0 WHERE id = ?", arguments: [id.data])
      let opening = try open(id, key: key, as: .reopened, by: person.id, in: database)
      if let recipients = try recipients(in: database) {
        try wrap(key, of: id, to: recipients.desk, as: .desk, in: database)
      }
      return opening
    }
    return OpenRecord(opening, store: self)
  }

  /// Gives a draft a new code; the old one opens it no more.
  ///
  /// Who may do this is as in ``reopen(_:by:)``. Takes about 75 ms. Throws also
  /// ``RecordStoreError/codeTaken``.
  public func reissue(
    _ id: RecordID, code: ResumeCode, by person: UnlockedPerson
  ) throws(RecordStoreError) {
    let key = try database.read { database in
      try draftKey(of: id, by: person, in: database)
    }
    let wrap: ResumeWrap
    do { wrap = try .make(of: key, for: id, code: code) } catch { throw .sealing(error) }
    try database.write { database in
      let draft = try draft(id, in: database)
      guard draft.state.isDraft else { throw RecordStoreError.wrongState(draft.state) }
      try setCode(locator: code.locator, wrap: wrap, of: id, in: database)
      try note(.reissued, record: id, by: person.id, in: database)
    }
    try? database.emptyLog()
  }

  /// Counts a try of a code and gives what is needed to look at it.
  private func countTry(
    _ code: ResumeCode, in database: Database
  ) throws -> (RecordID, ResumeWrap, left: Int) {
    let row = try Row.fetchOne(
      database, sql: "SELECT \(StoredDraft.columns) FROM record WHERE locator = ?",
      arguments: [code.locator])
    guard let draft = try row.map({ try StoredDraft($0) }), draft.state.isDraft,
      let wrap = try codeWrap(of: draft.id, in: database)
    else { throw RecordStoreError.notFound }
    guard draft.tries < Self.allowedTries else { throw RecordStoreError.codeLocked }
    try database.execute(
      sql: "UPDATE record SET tries = tries + 1 WHERE id = ?", arguments: [draft.id.data])
    return (draft.id, wrap, Self.allowedTries - draft.tries - 1)
  }

  /// The key of a draft, by somebody of the clinic.
  private func draftKey(
    of id: RecordID, by person: UnlockedPerson, in database: Database
  ) throws -> RecordKey {
    let draft = try draft(id, in: database)
    guard draft.state.isDraft else { throw RecordStoreError.wrongState(draft.state) }
    if person.role.readsAnswers { return try key(of: id, by: person, in: database) }
    guard draft.updatedAt >= clock.startOfDay(clock.now()) else {
      throw RecordStoreError.dayIsOver
    }
    return try deskKey(of: id, by: person, in: database)
  }

  /// Takes the lease of a draft whose key is known, and checks its chain.
  private func open(
    _ id: RecordID, key: RecordKey, as action: AuditAction, by person: PersonID?,
    in database: Database
  ) throws(RecordStoreError) -> DraftOpening {
    do {
      let draft = try draft(id, in: database)
      guard draft.state.isDraft, let content = draft.content else {
        throw RecordStoreError.wrongState(draft.state)
      }
      let recovered = try isFreeAfterDeath(draft.lease)
      let head = try verifiedChain(of: id, in: database).head
      let lease = newLease()
      try take(lease, of: id, in: database)
      try setState(.inProgress, of: id, in: database)
      if recovered { try note(.recovered, record: id, by: person, in: database) }
      try note(action, record: id, by: person, in: database)
      return DraftOpening(
        id: id, content: content, recovered: recovered, token: lease.token, key: key, head: head)
    } catch {
      throw RecordStoreError(error, path: folder.database)
    }
  }

  /// Whether the last process died; throws ``RecordStoreError/leased`` while one still writes.
  private func isFreeAfterDeath(_ lease: Lease?) throws -> Bool {
    guard let lease else { return false }
    guard processes.isAlive(lease.process) else { return true }
    guard lease.until < clock.now() else { throw RecordStoreError.leased }
    return false
  }

  /// Whether somebody is writing now.
  func isHeld(_ lease: Lease?) -> Bool {
    guard let lease else { return false }
    return lease.until >= clock.now() && processes.isAlive(lease.process)
  }

  private func newLease() -> Lease {
    Lease(
      token: randomBytes(16), process: processes.current,
      until: clock.now() + Self.leaseDuration)
  }

  private func take(_ lease: Lease, of id: RecordID, in database: Database) throws {
    try database.execute(
      sql: "UPDATE record SET \(Lease.assignments) WHERE id = ?",
      arguments: [
        Data(lease.token), lease.process.number, lease.process.started, lease.process.bootID,
        lease.until, id.data,
      ])
  }

  private func insert(_ start: RecordStart, in database: Database) throws {
    let head = try signed(start.id, seq: 0, hash: .start)
    let now = clock.now()
    try database.execute(
      sql: """
        INSERT INTO record (id, state, content, created_at, updated_at, head_seq, head_hash,
          head_at, head_device, head_signature, card_version)
        VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 1)
        """,
      arguments: [
        start.id.data, RecordState.inProgress.rawValue, start.content.data, now, now,
        head.hash.data, now, head.device.data, Data(head.signature),
      ])
  }
}
