import Foundation
import GRDB
import Glibc

extension RecordStore {
  /// What an import took in.
  public struct Import: Sendable, Equatable {
    /// Records that are new here.
    public var added: [RecordID] = []
    /// Records that were here already, or have been deleted here.
    public var known: [RecordID] = []
    /// Files that were refused, by name, each with its reason.
    public var refused: [String: RecordStoreError] = [:]
  }

  /// Writes each record that takes no more answers into a folder, one sealed file each, whole or not at
  /// all, and with them once the content they were made with.
  ///
  /// A record whose file is in the folder already is passed over.
  ///
  /// - Returns: The records that were written.
  public func handOver(
    to folder: String, by actor: AuditActor = .device
  ) throws(RecordStoreError) -> [RecordID] {
    let records = try read { database in
      try Data.fetchAll(
        database,
        sql: """
          SELECT id FROM record WHERE resume_wrap IS NULL AND state IN ('finished', 'left')
            AND id NOT IN (SELECT record FROM copy WHERE kind = 'hand-over' AND record NOT NULL)
          ORDER BY created
          """
      ).compactMap { RecordID(bytes: $0) }
    }
    var written: [RecordID] = []
    for record in records {
      // One that is not as it was written stays here, and keeps no other back.
      guard let (file, content) = try wholeFile(of: record) else { continue }
      try writeWhole(
        try self.content(content), to: "\(folder)/intake-\(content).content")
      try writeWhole(file, to: "\(folder)/intake-\(record).record")
      try noteCopy(of: record, kind: "hand-over", place: folder)
      try note(.handedOver, by: actor, of: record)
      written.append(record)
    }
    return written
  }

  private func wholeFile(
    of record: RecordID
  ) throws(RecordStoreError) -> (bytes: [UInt8], content: ContentHash)? {
    do throws(RecordStoreError) {
      return try file(of: record)
    } catch .tampered { return nil }
  }

  private func file(
    of record: RecordID
  ) throws(RecordStoreError) -> (bytes: [UInt8], content: ContentHash) {
    let chain = try chain(of: record)
    let handed = try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM record WHERE id = ?", arguments: [record.data])
      else { throw RecordStoreError.noRecord }
      let wraps = try Row.fetchAll(
        database, sql: "SELECT key, sealed FROM wrap WHERE record = ? ORDER BY key",
        arguments: [record.data])
      return HandedOverRecord(
        id: record.data, state: row["state"], created: row["created"], updated: row["updated"],
        content: row["content"], sequence: row.unsigned("sequence"), head: row["head"],
        signature: row["signature"] ?? Data(), device: row["device"] ?? Data(),
        card: row.unsigned("card"),
        deskCard: row["desk_card"], clinicalCard: row["clinical_card"],
        wraps: wraps.map { HandedOverRecord.Wrap(key: $0["key"], sealed: $0["sealed"]) },
        events: chain.links.map {
          HandedOverRecord.Event(
            sequence: $0.sequence, time: $0.time, sealed: $0.sealed.data, hash: $0.hash.data)
        })
    }
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let signed = SignedFile(try encoder.encode(handed), by: device)
      guard let content = ContentHash(bytes: handed.content) else {
        throw RecordStoreError.damaged(path: folder)
      }
      return (Array(try encoder.encode(signed)), content)
    } catch { throw RecordStoreError(error, path: folder) }
  }

  private func writeWhole(_ bytes: [UInt8], to path: String) throws(RecordStoreError) {
    if access(path, F_OK) == 0 { return }
    let part = "\(path).part"
    let descriptor = Glibc.open(
      part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.writingError(path) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 || errno == EINTR else { break }
      written += max(0, count)
    }
    let isWhole = written == bytes.count && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWhole, rename(part, path) == 0 else {
      errno = isWhole ? errno : code
      let error = Self.writingError(path)
      unlink(part)
      throw error
    }
    let parent = Glibc.open(
      (path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  private static func writingError(_ path: String) -> RecordStoreError {
    switch errno {
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .unusable(path: path, code: errno)
    }
  }

  // MARK: - Taking in

  /// Takes in the files that kiosks handed over; what is here already is passed over, what is not whole
  /// or comes from an unknown machine is refused, and the rest goes on.
  public func importRecords(
    from folder: String, by person: UnlockedPerson
  ) throws(RecordStoreError) -> Import {
    guard person.role == .admin else { throw .notAllowed(person.role) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch { throw .unusable(path: folder, code: ENOENT) }
    var result = Import()
    let devices = try self.devices()
    for name in names where name.hasSuffix(".record") {
      do throws(RecordStoreError) {
        let (record, isNew) = try take(name, in: folder, devices, by: person)
        if isNew { result.added.append(record) } else { result.known.append(record) }
      } catch { result.refused[name] = error }
    }
    return result
  }

  private func take(
    _ name: String, in folder: String, _ devices: [KeyID: [UInt8]], by person: UnlockedPerson
  ) throws(RecordStoreError) -> (RecordID, isNew: Bool) {
    let decoder = JSONDecoder()
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
      let signed = try? decoder.decode(SignedFile.self, from: bytes), signed.isWhole,
      let handed = try? decoder.decode(HandedOverRecord.self, from: signed.payload),
      handed.format == HandedOverRecord.format, handed.version == 1,
      let id = RecordID(bytes: handed.id), let hash = ContentHash(bytes: handed.content)
    else { throw .badFile(name: name) }
    guard devices[signed.deviceID] != nil else { throw .unknownDevice(signed.deviceID) }
    guard try !isKnown(id) else { return (id, false) }
    let content = FileManager.default.contents(atPath: "\(folder)/intake-\(hash).content")
    guard let content, ContentHash(of: Array(content)) == hash else {
      throw .badFile(name: "intake-\(hash).content")
    }
    try keep(content: Array(content), named: hash)
    do throws(RecordStoreError) {
      try insert(handed, id, devices, by: person)
    } catch .tampered { throw .badFile(name: name) }
    return (id, true)
  }

  private func isKnown(_ id: RecordID) throws(RecordStoreError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT 1 FROM record WHERE id = ?1 UNION SELECT 1 FROM gone WHERE record = ?1
          """, arguments: [id.data]) ?? false
    }
  }

  private func insert(
    _ handed: HandedOverRecord, _ id: RecordID, _ devices: [KeyID: [UInt8]],
    by person: UnlockedPerson
  ) throws(RecordStoreError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO record(id, content, state, created, updated, sequence, head, signed, signature,
            device, card, desk_card, clinical_card) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          handed.id, handed.content, handed.state, handed.created, handed.updated, handed.sequence,
          handed.head, handed.sequence, handed.signature, handed.device, handed.card,
          handed.deskCard, handed.clinicalCard,
        ])
      for wrap in handed.wraps {
        try self.add(Array(wrap.sealed), for: try Self.keyID(wrap.key), of: id, in: database)
      }
      for event in handed.events {
        try database.execute(
          sql: "INSERT INTO event VALUES(?, ?, ?, ?, ?)",
          arguments: [handed.id, event.sequence, event.time, event.sealed, event.hash])
      }
      _ = try RecordChain(id, in: database, devices: devices)
      try self.note(.imported, by: .person(person.id), of: id, in: database)
    }
  }

  private static func keyID(_ bytes: Data) throws -> KeyID {
    guard let id = KeyID(bytes: bytes) else { throw RecordStoreError.tampered(.seal) }
    return id
  }
}
