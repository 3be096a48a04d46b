import Foundation
import GRDB

extension RecordStore {
  /// All records, the one that was begun last first.
  ///
  /// A card that was written without the private key is sealed anew, so that the next list is fast. A
  /// record that cannot be read is listed with its fault.
  public func list(by person: UnlockedPerson) throws(RecordStoreError) -> [ListedRecord] {
    let desk = Card.Opener(person.deskKey)
    let clinical = person.clinicKey.map { Card.Opener($0) }
    var slow: [CardRow] = []
    var listed: [ListedRecord] = []
    for row in try rows() {
      listed.append(row.listed(desk: desk, clinical: clinical))
      if row.isSlow(forClinical: clinical != nil) { slow.append(row) }
    }
    if !slow.isEmpty { adopt(slow, by: person, desk: desk, clinical: clinical) }
    return listed
  }

  private func rows() throws(RecordStoreError) -> [CardRow] {
    let columns =
      "id, state, created, updated, resume_wrap IS NOT NULL AS open, card, desk_card, clinical_card"
    return try read { database in
      do {
        return try Row.fetchAll(
          database, sql: "SELECT \(columns) FROM record ORDER BY created DESC, rowid DESC"
        ).compactMap { CardRow($0) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return try self.rowsOneByOne(columns, in: database)
      }
    }
  }

  /// The rows that can be read, where a page of the file is damaged.
  private func rowsOneByOne(_ columns: String, in database: Database) throws -> [CardRow] {
    // The identities are also in an index of their own.
    let ids = try Data.fetchAll(
      database, sql: "SELECT id FROM record INDEXED BY sqlite_autoindex_record_1 ORDER BY id")
    return ids.compactMap { id in
      guard let record = RecordID(bytes: id) else { return nil }
      let row = try? Row.fetchOne(
        database, sql: "SELECT \(columns) FROM record WHERE id = ?", arguments: [id])
      return row.flatMap { CardRow($0) } ?? CardRow(unreadable: record)
    }
    .sorted { $0.created > $1.created }
  }

  private func adopt(
    _ rows: [CardRow], by person: UnlockedPerson, desk: Card.Opener, clinical: Card.Opener?
  ) {
    // Only the speed of the next list depends on it.
    try? write { database in
      for row in rows {
        guard let sealed = try? row.sealedAnew(by: person, desk: desk, clinical: clinical) else {
          continue
        }
        try database.execute(
          sql: """
            UPDATE record SET desk_card = ?, clinical_card = ifnull(?, clinical_card)
            WHERE id = ? AND card = ?
            """, arguments: [sealed.desk?.data, sealed.clinical?.data, row.id.data, row.version])
      }
    }
  }

  // MARK: - Cards

  /// Seals cards to the clinic's public keys; without them there is no list to show them.
  func seal(_ cards: RecordCards, of record: RecordID, in database: Database) throws {
    guard let recipients = try recipients(in: database) else { return }
    let version =
      (try UInt64.fetchOne(
        database, sql: "SELECT card FROM record WHERE id = ?", arguments: [record.data]) ?? 0) + 1
    try database.execute(
      sql: "UPDATE record SET card = ?, desk_card = ?, clinical_card = ? WHERE id = ?",
      arguments: [
        version,
        try Card.seal(cards.desk, of: record, version: version, to: recipients.desk).data,
        try Card.seal(cards.clinical, of: record, version: version, to: recipients.clinic).data,
        record.data,
      ])
  }
}

/// The columns of a record that a list needs.
struct CardRow {
  let id: RecordID
  let state: RecordState?
  let created: Int64
  let updated: Int64
  let canBeResumed: Bool
  let version: UInt64
  let desk: [UInt8]?
  let clinical: [UInt8]?
  let isUnreadable: Bool

  init?(_ row: Row) {
    guard let id = row.bytes("id").flatMap({ RecordID(bytes: $0) }) else { return nil }
    self.id = id
    state = RecordState(rawValue: row["state"])
    created = row["created"]
    updated = row["updated"]
    canBeResumed = row["open"]
    version = row.unsigned("card")
    desk = row.bytes("desk_card")
    clinical = row.bytes("clinical_card")
    isUnreadable = false
  }

  init(unreadable id: RecordID) {
    self.id = id
    state = nil
    created = 0
    updated = 0
    canBeResumed = false
    version = 0
    desk = nil
    clinical = nil
    isUnreadable = true
  }

  func isSlow(forClinical reads: Bool) -> Bool {
    desk.map { !Card.opensFast($0) } == true
      || reads && clinical.map { !Card.opensFast($0) } == true
  }

  func listed(desk opener: Card.Opener, clinical clinicalOpener: Card.Opener?) -> ListedRecord {
    var fault: RecordFault? = isUnreadable ? .unreadable : nil
    func open(_ sealed: [UInt8]?, _ opener: Card.Opener?) -> [UInt8]? {
      guard let sealed, let opener else { return nil }
      let card = try? opener.open(sealed, of: id, version: version)
      if card == nil { fault = .seal }
      return card
    }
    let desk = open(desk, opener)
    let clinical = open(clinical, clinicalOpener)
    return ListedRecord(
      id: id, state: state, created: created, updated: updated, canBeResumed: canBeResumed,
      desk: desk, clinical: clinical, fault: fault)
  }

  /// The cards sealed for fast opening by those keys that the person holds.
  func sealedAnew(
    by person: UnlockedPerson, desk opener: Card.Opener, clinical clinicalOpener: Card.Opener?
  ) throws(SealError) -> (desk: [UInt8]?, clinical: [UInt8]?) {
    var result: (desk: [UInt8]?, clinical: [UInt8]?) = (desk, nil)
    if let desk, !Card.opensFast(desk) {
      let card = try opener.open(desk, of: id, version: version)
      result.desk = try Card.seal(card, of: id, version: version, by: person.deskKey)
    }
    if let clinical, !Card.opensFast(clinical), let clinicalOpener, let key = person.clinicKey {
      let card = try clinicalOpener.open(clinical, of: id, version: version)
      result.clinical = try Card.seal(card, of: id, version: version, by: key)
    }
    return result
  }
}
