import Foundation
import Testing

@testable import RecordStore

@Suite("Tampering")
struct TamperingTests {
  private func finished(_ count: Int) throws -> (TestStore, UnlockedPerson, RecordID) {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, _) = try place.begin()
    for number in 0..<count { try record.append(Array("answer \(number)".utf8)) }
    try record.end(as: .finished, lastEvents: [Array("end".utf8)])
    return (place, admin, record.id)
  }

  @Test(
    "every change of rows is found",
    arguments: [
      (
        "UPDATE event SET sealed = CAST(substr(sealed, 1, 20) || x'00' || substr(sealed, 22) AS BLOB) WHERE sequence = 2",
        "a byte"
      ),
      ("UPDATE event SET time = time + 1 WHERE sequence = 3", "a time"),
      ("UPDATE event SET hash = zeroblob(32) WHERE sequence = 1", "a hash"),
      ("DELETE FROM event WHERE sequence = 4", "the last row"),
      ("DELETE FROM event WHERE sequence = 2", "a row"),
      ("UPDATE event SET sequence = 9 WHERE sequence = 2", "a number"),
      (
        "UPDATE event SET sequence = -sequence; UPDATE event SET sequence = CASE sequence WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -sequence END",
        "two rows in each other's place"
      ),
      (
        "INSERT INTO event SELECT record, 5, time, sealed, hash FROM event WHERE sequence = 2",
        "an old row again"
      ),
      (
        "UPDATE record SET sequence = 3, head = (SELECT hash FROM event WHERE sequence = 3); DELETE FROM event WHERE sequence = 4",
        "the end, and the record with it"
      ),
      ("UPDATE record SET signature = zeroblob(64)", "the signature"),
      ("UPDATE record SET signed = 0", "that it was signed"),
      ("UPDATE record SET signed = 3", "up to where it was signed"),
      ("DELETE FROM device", "the machine"),
    ])
  func rows(sql: String, what: String) throws {
    let (place, admin, record) = try finished(3)
    try place.tamper(sql)
    #expect(throws: RecordStoreError.self, "\(what)") { try place.store.read(record, by: admin) }
    #expect(try place.store.verifyRecords().keys.contains(record))
  }

  @Test("any byte of a sealed answer that is changed is found")
  func everyByte() throws {
    let (place, admin, record) = try finished(1)
    let length = 94
    for index in 1...length {
      let flip =
        "UPDATE event SET sealed = CAST(substr(sealed, 1, \(index - 1)) || char(64) || substr(sealed, \(index + 1)) AS BLOB), hash = hash WHERE sequence = 1 AND substr(sealed, \(index), 1) <> x'40'"
      try place.tamper(flip)
      let fault = try place.store.verifyRecords()[record]
      #expect(fault == .chain(sequence: 1))
    }
    #expect(throws: RecordStoreError.self) { try place.store.read(record, by: admin) }
  }

  @Test("rows and wraps of one record do not open in another")
  func otherRecords() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let records = try ["one", "two"].map { text in
      let (record, _) = try place.begin([text])
      try record.end(as: .finished)
      return record.id
    }
    try place.tamper(
      """
      UPDATE wrap SET sealed = (SELECT sealed FROM wrap AS other
        WHERE other.record <> wrap.record AND other.key = wrap.key) WHERE record = ?
      """, [records[0].data])
    #expect(throws: RecordStoreError.tampered(.seal)) {
      try place.store.read(records[0], by: admin)
    }
    #expect(try place.store.read(records[1], by: admin).texts == ["two"])
  }

  @Test("a card that was changed is a fault of its record, and the others are listed")
  func cards() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    for _ in 0..<3 { try place.begin().record.end(as: .finished) }
    _ = try place.store.list(by: admin)
    try place.tamper(
      "UPDATE record SET desk_card = zeroblob(40) WHERE rowid = 2")
    let listed = try place.store.list(by: admin)
    #expect(listed.map(\.fault) == [nil, .seal, nil])
    #expect(
      listed.filter { $0.fault == nil }.allSatisfy {
        $0.desk == Array("desk".utf8) && $0.clinical == Array("clinical".utf8)
      })
  }

  @Test("a number that is none of ours is a fault of its record, and ends nothing")
  func wrongNumbers() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    for _ in 0..<2 { try place.begin(["one"]).record.end(as: .finished) }
    try place.tamper("UPDATE record SET card = -1, sequence = -5, signed = -7 WHERE rowid = 1")
    #expect(try place.store.list(by: admin).map(\.fault) == [nil, .seal])
    #expect(try place.store.verifyRecords().count == 1)
  }

  @Test("rows cannot be changed or removed through the database")
  func triggers() throws {
    let (place, _, _) = try finished(1)
    for sql in [
      "UPDATE event SET time = 0", "DELETE FROM event", "UPDATE audit SET time = 0",
      "DELETE FROM audit",
    ] {
      #expect(throws: RecordStoreError.self) {
        try place.store.write { try $0.execute(sql: sql) }
      }
    }
  }
}
