import Foundation
import GRDB

extension RecordStore {
  /// How often a code may be typed wrongly.
  public static let triesOfCode = 5

  // MARK: - Content

  /// Keeps forms, rules and vocabularies once; records name them by their hash.
  public func keep(content: [UInt8], named hash: ContentHash) throws(RecordStoreError) {
    let isKnown = try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT 1 FROM content WHERE hash = ?", arguments: [hash.bytes.data])
        ?? false
    }
    guard !isKnown else { return }
    try write {
      try $0.execute(
        sql: "INSERT OR IGNORE INTO content VALUES(?, ?)",
        arguments: [hash.bytes.data, content.data])
    }
  }

  /// The content with a hash.
  ///
  /// - Throws: ``RecordStoreError/damaged(path:)`` when it is not there or is not what it was.
  public func content(_ hash: ContentHash) throws(RecordStoreError) -> [UInt8] {
    let bytes = try read { database in
      try Data.fetchOne(
        database, sql: "SELECT bytes FROM content WHERE hash = ?", arguments: [hash.bytes.data])
    }
    guard let bytes, ContentHash(of: Array(bytes)) == hash else { throw .damaged(path: folder) }
    return Array(bytes)
  }

  // MARK: - Beginning

  /// Begins a record: its keys, first events and cards are kept together.
  ///
  /// - Parameters:
  ///   - content: The content that it is made with, which has been kept.
  ///   - events: What it holds from the first moment.
  /// - Throws: ``RecordStoreError/codeTaken`` once in a million times: begin with another start then.
  public func begin(
    _ start: RecordStart, content: ContentHash, events: [[UInt8]] = [], cards: RecordCards? = nil
  ) throws(RecordStoreError) -> OpenRecord {
    let recipients = try self.recipients()
    let process = clock.process.description
    var writer = RecordWriter(self, start.id, start.key, after: nil)
    let now = clock.now()
    try write { database in
      try self.requireFree(start.code, in: database)
      try database.execute(
        sql: """
          INSERT INTO record(id, locator, content, state, created, updated, resume_salt, resume_wrap,
            head, lease) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          start.id.data, start.code.locator, content.bytes.data, RecordState.inProgress.rawValue,
          now, now, start.wrap.salt.data, start.wrap.sealed.data, ChainHash.start.data, process,
        ])
      if let recipients {
        for key in [recipients.clinic, recipients.recovery, recipients.desk] {
          try self.add(key.wrap(start.key, of: start.id), for: key.id, of: start.id, in: database)
        }
      }
      for event in events { try writer.add(event, in: database) }
      try writer.writeHead(lease: process, signed: writer.sequence > 0, in: database)
      if let cards { try self.seal(cards, of: start.id, in: database) }
      try self.note(.recordBegun, by: .patient, of: start.id, in: database)
    }
    return try opened(start.id, key: start.key, wasInterrupted: false)
  }

  private func requireFree(_ code: ResumeCode, in database: Database) throws {
    let isTaken = try Bool.fetchOne(
      database, sql: "SELECT 1 FROM record WHERE locator = ?", arguments: [code.locator])
    if isTaken == true { throw RecordStoreError.codeTaken }
  }

  func add(_ wrap: [UInt8], for key: KeyID, of record: RecordID, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO wrap VALUES(?, ?, ?)",
      arguments: [record.data, key.data, wrap.data])
  }

  // MARK: - Going on

  /// Opens a draft with the person's code, for this process alone.
  ///
  /// - Throws: ``RecordStoreError/wrongCode(triesLeft:)``, ``RecordStoreError/codeBlocked`` after five
  ///   wrong tries, ``RecordStoreError/inUse``, ``RecordStoreError/tampered(_:)``.
  public func resume(_ code: ResumeCode) throws(RecordStoreError) -> OpenRecord {
    // The try counts before it is made, so that many at once get no more than one after the other.
    let found: (record: RecordID, wrap: ResumeWrap, failures: Int)? = try write { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: "SELECT * FROM record WHERE locator = ? AND resume_wrap IS NOT NULL",
          arguments: [code.locator]), let id = row.bytes("id").flatMap({ RecordID(bytes: $0) }),
        let salt = row.bytes("resume_salt"), let sealed = row.bytes("resume_wrap")
      else { return nil }
      let failures: Int = row["failures"]
      guard failures < Self.triesOfCode else { throw RecordStoreError.codeBlocked }
      try database.execute(
        sql: "UPDATE record SET failures = failures + 1 WHERE id = ?", arguments: [id.data])
      return (id, ResumeWrap(salt: salt, sealed: sealed), failures)
    }
    guard let found else { throw .wrongCode(triesLeft: nil) }
    let key: RecordKey
    do throws(SealError) {
      key = try found.wrap.open(for: found.record, code: code)
    } catch {
      let left = Self.triesOfCode - found.failures - 1
      if left == 0 { try note(.codeBlocked, by: .patient, of: found.record) }
      throw left == 0 ? .codeBlocked : .wrongCode(triesLeft: left)
    }
    do throws(RecordStoreError) {
      return try takeUp(found.record, key: key, by: .patient, as: .resumed)
    } catch {
      // The code was right; another screen is no wrong try.
      try write {
        try $0.execute(
          sql: "UPDATE record SET failures = 0 WHERE id = ?", arguments: [found.record.data])
      }
      throw error
    }
  }

  /// Opens a draft for somebody who works at the clinic, without the person's code.
  ///
  /// The desk can on the day on which the record was last written; who may read answers always can.
  public func reopen(
    _ record: RecordID, by person: UnlockedPerson
  ) throws(RecordStoreError) -> OpenRecord {
    let key = try draftKey(of: record, by: person)
    return try takeUp(record, key: key, by: .person(person.id), as: .reopened)
  }

  /// Gives a draft a new code in place of the old one.
  ///
  /// - Parameter code: The new code; `ResumeWrap.make` is called with it.
  public func reissue(
    _ record: RecordID, by person: UnlockedPerson, code: ResumeCode
  ) throws(RecordStoreError) {
    let key = try draftKey(of: record, by: person)
    do {
      let wrap = try ResumeWrap.make(of: key, for: record, code: code)
      try write { database in
        try self.requireDraft(record, in: database)
        try self.requireFree(code, in: database)
        try database.execute(
          sql: """
            UPDATE record SET locator = ?, resume_salt = ?, resume_wrap = ?, failures = 0 WHERE id = ?
            """, arguments: [code.locator, wrap.salt.data, wrap.sealed.data, record.data])
        try self.note(.reissued, by: .person(person.id), of: record, in: database)
      }
      removeTraces()
    } catch { throw RecordStoreError(error, path: folder) }
  }

  private func draftKey(
    of record: RecordID, by person: UnlockedPerson
  ) throws(RecordStoreError) -> RecordKey {
    try read { try self.requireDraft(record, in: $0) }
    return try key(of: record, by: person)
  }

  private func requireDraft(_ record: RecordID, in database: Database) throws {
    let state = try String.fetchOne(
      database, sql: "SELECT state FROM record WHERE id = ?", arguments: [record.data]
    ).flatMap { RecordState(rawValue: $0) }
    guard let state else { throw RecordStoreError.noRecord }
    guard state.isDraft else { throw RecordStoreError.notOpen(state) }
  }

  private func takeUp(
    _ record: RecordID, key: RecordKey, by actor: AuditActor, as action: AuditAction
  ) throws(RecordStoreError) -> OpenRecord {
    let wasInterrupted = try write { database in
      try self.requireDraft(record, in: database)
      let row = try Row.fetchOne(
        database, sql: "SELECT state, lease FROM record WHERE id = ?", arguments: [record.data])
      let holder = (row?["lease"] as String?).flatMap { ProcessIdentity($0) }
      if let holder, holder.isAlive, holder != self.clock.process {
        throw RecordStoreError.inUse
      }
      try database.execute(
        sql: "UPDATE record SET state = ?, failures = 0, lease = ? WHERE id = ?",
        arguments: [
          RecordState.inProgress.rawValue, self.clock.process.description, record.data,
        ])
      let wasInterrupted = holder != nil
      if wasInterrupted { try self.note(.recovered, by: .device, of: record, in: database) }
      try self.note(action, by: actor, of: record, in: database)
      return wasInterrupted
    }
    return try opened(record, key: key, wasInterrupted: wasInterrupted)
  }

  private func opened(
    _ record: RecordID, key: RecordKey, wasInterrupted: Bool
  ) throws(RecordStoreError) -> OpenRecord {
    let chain = try chain(of: record)
    let content = try read { database in
      try Data.fetchOne(
        database, sql: "SELECT content FROM record WHERE id = ?", arguments: [record.data])
    }
    guard let content = content.flatMap({ ContentHash(bytes: $0) }) else { throw .noRecord }
    return OpenRecord(
      record, in: self, key: key, chain: chain, events: try chain.open(with: key),
      content: content, wasInterrupted: wasInterrupted)
  }

  func chain(of record: RecordID) throws(RecordStoreError) -> RecordChain {
    let devices = try self.devices()
    return try read { try RecordChain(record, in: $0, devices: devices) }
  }
}
