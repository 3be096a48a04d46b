import Foundation
import Testing

@testable import RecordStore

@Suite("Backups and hand-over")
struct CopyTests {
  private func folder(_ name: String, in place: TestStore) -> String { "\(place.folder)-\(name)" }

  @Test("a backup is checked, restores elsewhere, and is not written over")
  func backup() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, _) = try place.begin(["one"])
    try record.end(as: .finished)
    let copy = folder("backup", in: place)
    let elsewhere = folder("restored", in: place)
    defer { for path in [copy, elsewhere] { try? FileManager.default.removeItem(atPath: path) } }
    let check = try place.store.backUp(to: copy, by: .person(admin.id))
    #expect(check.isWhole && check.records == 1)
    #expect(throws: RecordStoreError.exists(path: copy)) {
      try place.store.backUp(to: copy, by: .device)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy) == ["records.sqlite"])
    #expect(try RecordStore.check(backup: copy).isWhole)
    #expect(try RecordStore.restore(copy, to: elsewhere).isWhole)
    let restored = try RecordStore.open(elsewhere, creating: .never)
    let ana = try restored.unlock("Ana", TestStore.passphrase)
    #expect(try restored.read(record.id, by: ana).texts == ["one"])
    #expect(try place.store.copies(of: record.id).map(\.place) == [copy])
  }

  @Test("a backup that was changed is said to be")
  func changedBackup() throws {
    let place = try TestStore()
    _ = try place.setUp()
    try place.begin(["one"]).record.end(as: .finished)
    try place.tamper("UPDATE event SET time = 1")
    let copy = folder("backup", in: place)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    #expect(try !place.store.backUp(to: copy, by: .device).isWhole)
  }

  @Test(
    "finished records go to the clinic as files; twice does no harm, and a deleted one stays away")
  func handOver() throws {
    let clinic = try TestStore()
    let admin = try clinic.setUp()
    let kiosk = try TestStore()
    try kiosk.store.setUp(recipients: #require(try clinic.store.recipients()))
    let (done, _) = try kiosk.begin(["one"])
    try done.end(as: .finished)
    let (open, _) = try kiosk.begin(["two"])
    try open.end(as: .stopped)
    let outbox = folder("outbox", in: kiosk)
    try FileManager.default.createDirectory(atPath: outbox, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: outbox) }
    #expect(try kiosk.store.handOver(to: outbox) == [done.id])
    #expect(try kiosk.store.handOver(to: outbox).isEmpty)
    let file = "intake-\(done.id).record"
    let device = KeyID(ofRaw: kiosk.store.deviceKey)
    #expect(
      try clinic.store.importRecords(from: outbox, by: admin).refused
        == [file: .unknownDevice(device)])
    try clinic.store.trust(device: kiosk.store.deviceKey, by: admin)
    #expect(try clinic.store.importRecords(from: outbox, by: admin).added == [done.id])
    #expect(try clinic.store.importRecords(from: outbox, by: admin).known == [done.id])
    #expect(try clinic.store.read(done.id, by: admin).texts == ["one"])
    _ = try clinic.store.delete(done.id, by: admin)
    #expect(try clinic.store.importRecords(from: outbox, by: admin).known == [done.id])
    #expect(try clinic.store.recordCount() == 0)
  }

  @Test("a file that was changed or cut is refused by name, and the others go in", arguments: 0..<2)
  func badFile(kind: Int) throws {
    let clinic = try TestStore()
    let admin = try clinic.setUp()
    try clinic.store.trust(device: clinic.store.deviceKey, by: admin)
    let kiosk = try TestStore()
    try kiosk.store.setUp(recipients: #require(try clinic.store.recipients()))
    for text in ["one", "two"] { try kiosk.begin([text]).record.end(as: .finished) }
    try clinic.store.trust(device: kiosk.store.deviceKey, by: admin)
    let outbox = folder("outbox", in: kiosk)
    try FileManager.default.createDirectory(atPath: outbox, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: outbox) }
    let records = try kiosk.store.handOver(to: outbox)
    let name = "intake-\(records[0]).record"
    let path = "\(outbox)/\(name)"
    var bytes = try #require(FileManager.default.contents(atPath: path))
    if kind == 0 { bytes = bytes.dropLast(40) } else { bytes[bytes.count / 2] ^= 1 }
    try bytes.write(to: URL(fileURLWithPath: path))
    let result = try clinic.store.importRecords(from: outbox, by: admin)
    #expect(result.refused == [name: .badFile(name: name)] && result.added == [records[1]])
  }

  @Test("a deletion names the copies that it cannot reach")
  func deletion() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, _) = try place.begin(["one"])
    try record.end(as: .finished)
    try place.store.noteCopy(of: record.id, kind: "export", place: "somewhere")
    #expect(try place.store.delete(record.id, by: admin).map(\.place) == ["somewhere"])
    #expect(throws: RecordStoreError.noRecord) { try place.store.delete(record.id, by: admin) }
    #expect(try place.store.auditEntries().last?.action == .deleted)
    #expect(try place.store.auditEntries().last?.record == nil)
  }
}
