import Foundation
import GRDB
import Testing

@testable import RecordStore

@Suite("Opening a store")
struct OpeningTests {
  @Test("a commit waits for the disk, in the store and in one that is opened again")
  func isDurable() throws {
    let place = try TestStore()
    let again = try RecordStore.open(place.folder, creating: .never)
    for store in [place.store, again] {
      let modes = try store.database.read { database in
        try ["synchronous", "secure_delete", "foreign_keys", "trusted_schema"].map {
          try Int.fetchOne(database, sql: "PRAGMA \($0)")
        }
      }
      #expect(modes == [2, 1, 1, 0])
    }
  }

  @Test("all files are for their owner only, whatever the rights that others gave")
  func rights() throws {
    umask(0)
    let place = try TestStore()
    _ = try place.begin()
    for file in try FileManager.default.contentsOfDirectory(atPath: place.folder) {
      let rights =
        try FileManager.default.attributesOfItem(atPath: "\(place.folder)/\(file)")[
          .posixPermissions] as? Int
      #expect(rights == 0o600, "\(file)")
    }
    chmod(place.folder, 0o750)
    #expect(throws: RecordStoreError.openToOthers(path: place.folder)) {
      try RecordStore.open(place.folder)
    }
    chmod(place.folder, 0o700)
    chmod("\(place.folder)/records.sqlite", 0o644)
    #expect(throws: RecordStoreError.openToOthers(path: "\(place.folder)/records.sqlite")) {
      try RecordStore.open(place.folder)
    }
  }

  @Test("a store of a newer version is refused")
  func newer() throws {
    let place = try TestStore()
    try place.tamper("INSERT INTO grdb_migrations VALUES('99')")
    #expect(throws: RecordStoreError.newerVersion(path: place.folder)) {
      try RecordStore.open(place.folder)
    }
  }

  @Test("what is no store is named")
  func noStore() throws {
    let path = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    #expect(throws: RecordStoreError.noStore(path: path)) {
      try RecordStore.open(path, creating: .never)
    }
    try Data("hello, this is no database".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: RecordStoreError.unusable(path: path, code: ENOTDIR)) {
      try RecordStore.open(path)
    }
    let place = try TestStore()
    try place.store.database.close()
    for end in ["-wal", "-shm"] { unlink("\(place.folder)/records.sqlite\(end)") }
    try Data(repeating: 65, count: 8192).write(
      to: URL(fileURLWithPath: "\(place.folder)/records.sqlite"))
    #expect(throws: RecordStoreError.damaged(path: place.folder)) {
      try RecordStore.open(place.folder)
    }
  }

  @Test("many open a new store at once")
  func atOnce() async throws {
    for _ in 0..<5 {
      let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<16 { group.addTask { _ = try RecordStore.open(folder) } }
        try await group.waitForAll()
      }
    }
  }

  @Test("a clock that was set back is written down")
  func clockSetBack() throws {
    let place = try TestStore()
    try place.begin(["one"]).record.end(as: .stopped)
    place.time.now -= 30_000
    _ = try place.asOther(isAlive: true)
    #expect(try !place.store.auditEntries().contains { $0.action == .clockSetBack })
    place.time.pass(days: -1)
    _ = try place.asOther(isAlive: true)
    #expect(try place.store.auditEntries().last?.action == .clockSetBack)
    #expect(
      try place.store.verifyAudit() == .whole(entries: Int64(place.store.auditEntries().count)))
  }

  @Test("a full store says so, keeps what it has, and goes on when there is room")
  func full() throws {
    let place = try TestStore()
    let (record, code) = try place.begin(["one"])
    try place.store.database.write { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    var kept = 1
    #expect(throws: RecordStoreError.diskFull(path: place.folder)) {
      while true {
        try record.append([UInt8](repeating: 7, count: 4000))
        kept += 1
      }
    }
    try place.store.database.write { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    try record.append([8])
    record.letGo()
    let events = try place.store.resume(code).events
    #expect(events.count == kept + 1 && events.last?.bytes == [8])
  }
}
