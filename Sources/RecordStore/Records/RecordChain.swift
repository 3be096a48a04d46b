import GRDB

/// The rows of a record as they follow from each other.
struct RecordChain {
  struct Link {
    let sequence: UInt64
    let time: Int64
    let sealed: [UInt8]
    let hash: ChainHash
    let previous: ChainHash
  }

  let record: RecordID
  let links: [Link]
  /// The number up to which the machine has signed.
  let signed: UInt64

  var head: ChainHash { links.last?.hash ?? .start }
  var sequence: UInt64 { links.last?.sequence ?? 0 }

  /// Reads the rows of a record and checks that none was changed, moved, added or taken away.
  ///
  /// - Throws: `RecordStoreError.tampered`, `RecordStoreError.noRecord`.
  init(_ record: RecordID, in database: Database, devices: [KeyID: [UInt8]]) throws {
    self.record = record
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM record WHERE id = ?", arguments: [record.data])
    else { throw RecordStoreError.noRecord }
    links = try Self.links(of: record, in: database)
    signed = row.unsigned("signed")
    guard row.unsigned("sequence") == links.last?.sequence ?? 0,
      row.bytes("head") == (links.last?.hash ?? .start).bytes
    else { throw RecordStoreError.tampered(.head) }
    try checkSignature(of: row, devices)
  }

  private static func links(of record: RecordID, in database: Database) throws -> [Link] {
    var links: [Link] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM event WHERE record = ? ORDER BY sequence",
      arguments: [record.data])
    while let row = try rows.next() {
      let expected = UInt64(links.count) + 1
      let previous = links.last?.hash ?? .start
      let sequence = row.unsigned("sequence")
      guard sequence == expected else { throw RecordStoreError.tampered(.gap(sequence: expected)) }
      let sealed = row.bytes("sealed") ?? []
      let hash = ChainHash(
        after: previous, record: record, sequence: sequence, time: row["time"], sealed: sealed)
      guard hash.bytes == row.bytes("hash") else {
        throw RecordStoreError.tampered(.chain(sequence: sequence))
      }
      links.append(
        Link(
          sequence: sequence, time: row["time"], sealed: sealed, hash: hash, previous: previous))
    }
    return links
  }

  private func checkSignature(of row: Row, _ devices: [KeyID: [UInt8]]) throws {
    let state = RecordState(rawValue: row["state"])
    if signed == 0 {
      // Nothing is signed before the first state that follows, or the sixteenth event.
      guard state == .inProgress, sequence < 16 else { throw RecordStoreError.tampered(.signature) }
      return
    }
    guard signed <= sequence, let device = row.bytes("device").flatMap({ KeyID(bytes: $0) }),
      let key = devices[device], let signature = row.bytes("signature"),
      DeviceKey.isSigned(
        signature, by: key, record: record, sequence: signed, head: links[Int(signed) - 1].hash)
    else { throw RecordStoreError.tampered(.signature) }
    guard state == .inProgress ? sequence - signed < 16 : signed == sequence else {
      throw RecordStoreError.tampered(.head)
    }
  }

  /// The events, opened with the record's key.
  func open(with key: RecordKey) throws(RecordStoreError) -> [RecordEvent] {
    var events: [RecordEvent] = []
    for link in links {
      let place = EventPlace(record: record, sequence: link.sequence, previous: link.previous)
      do throws(SealError) {
        events.append(
          RecordEvent(
            sequence: link.sequence, time: link.time, bytes: try key.open(link.sealed, at: place)))
      } catch { throw .tampered(.seal) }
    }
    return events
  }
}
