import Testing

@testable import RecordStore

@Suite("The audit")
struct AuditTests {
  @Test("what happens to a record is written down, with who did it")
  func story() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, code) = try place.begin(["one"])
    try record.end(as: .stopped)
    try place.store.resume(code).end(as: .finished)
    _ = try place.store.read(record.id, by: admin)
    _ = try place.store.read(record.id, by: admin, as: .exported)
    let entries = try place.store.auditEntries(of: record.id)
    #expect(
      entries.compactMap(\.action)
        == [.recordBegun, .stopped, .resumed, .finished, .opened, .exported])
    #expect(entries.map(\.actor).prefix(4).allSatisfy { $0 == .patient })
    #expect(entries.last?.name == "Ana")
  }

  @Test(
    "a line that was changed, removed or added is found",
    arguments: [
      "UPDATE audit SET time = time - 1 WHERE sequence = 12",
      "UPDATE audit SET actor = 'patient' WHERE sequence = 12",
      "UPDATE audit SET action = 'opened' WHERE sequence = 12",
      "UPDATE audit SET record = zeroblob(16) WHERE sequence = 12",
      "DELETE FROM audit WHERE sequence = 12",
      "UPDATE audit SET signature = zeroblob(64) WHERE sequence = 20",
      "UPDATE audit SET signature = zeroblob(64) WHERE sequence = 25",
      "DELETE FROM device",
    ])
  func changes(sql: String) throws {
    let place = try TestStore()
    for _ in 0..<25 { try place.store.note(.alertShown, by: .device) }
    #expect(try place.store.verifyAudit() == .whole(entries: 25))
    try place.tamper(sql)
    guard case .broken = try place.store.verifyAudit() else {
      Issue.record("\(sql) was not found")
      return
    }
  }
}
