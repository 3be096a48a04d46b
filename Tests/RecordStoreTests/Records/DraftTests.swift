import Testing

@testable import RecordStore

@Suite("Drafts")
struct DraftTests {
  @Test("what was kept is there after the program was killed, and it is said so")
  func killed() throws {
    let place = try TestStore()
    let start = try RecordStart()
    let dead = try place.asOther(isAlive: false)
    let lost = try dead.begin(start, content: place.content, events: [[1]])
    try lost.append([2])
    try lost.append([[3], [4]])
    let record = try place.store.resume(start.code)
    #expect(record.wasInterrupted && record.events.map(\.bytes) == [[1], [2], [3], [4]])
    #expect(record.content == place.content)
    try record.append([5])
    // The program that was thought dead cannot write any more.
    #expect(throws: RecordStoreError.leaseLost) { try lost.append([6]) }
    record.letGo()
    let again = try place.store.resume(start.code)
    #expect(!again.wasInterrupted && again.events.count == 5)
  }

  @Test("two programs cannot go on with one draft")
  func inUse() throws {
    let place = try TestStore()
    let start = try RecordStart()
    let other = try place.asOther(isAlive: true)
    let open = try other.begin(start, content: place.content)
    for _ in 0..<6 {
      #expect(throws: RecordStoreError.inUse) { try place.store.resume(start.code) }
    }
    open.letGo()
    #expect(try !place.store.resume(start.code).wasInterrupted)
  }

  @Test("a code is taken five times wrongly, then never again; staff give a new one")
  func wrongCodes() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, code) = try place.begin(["one"])
    try record.end(as: .stopped)
    let wrong = try place.codeBeside(code)
    for left in [4, 3, 2, 1] {
      #expect(throws: RecordStoreError.wrongCode(triesLeft: left)) { try place.store.resume(wrong) }
    }
    #expect(throws: RecordStoreError.codeBlocked) { try place.store.resume(wrong) }
    #expect(throws: RecordStoreError.codeBlocked) { try place.store.resume(code) }
    let new = ResumeCode.random()
    try place.store.reissue(record.id, by: admin, code: new)
    #expect(throws: RecordStoreError.wrongCode(triesLeft: nil)) { try place.store.resume(code) }
    #expect(try place.store.resume(new).events.texts == ["one"])
  }

  @Test("the right code makes earlier wrong ones forgotten")
  func triesStartAgain() throws {
    let place = try TestStore()
    let (record, code) = try place.begin()
    try record.end(as: .stopped)
    let wrong = try place.codeBeside(code)
    for _ in 0..<4 { #expect(throws: RecordStoreError.self) { try place.store.resume(wrong) } }
    try place.store.resume(code).letGo()
    #expect(throws: RecordStoreError.wrongCode(triesLeft: 4)) { try place.store.resume(wrong) }
  }

  @Test("a record that was finished opens for no code, and for the clinic and the sheet")
  func finished() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, code) = try place.begin(["one"])
    try record.append(Array("two".utf8))
    try record.end(as: .finished, lastEvents: [Array("three".utf8)])
    #expect(throws: RecordStoreError.leaseLost) { try record.append([9]) }
    #expect(throws: RecordStoreError.wrongCode(triesLeft: nil)) { try place.store.resume(code) }
    #expect(throws: RecordStoreError.notOpen(.finished)) {
      try place.store.reopen(record.id, by: admin)
    }
    let all = ["one", "two", "three"]
    #expect(try place.store.read(record.id, with: TestStore.sheet.privateKey).texts == all)
    #expect(try place.store.list(by: admin).map(\.state) == [.finished])
    #expect(try place.store.read(record.id, by: admin).texts == all)
    #expect(try place.store.list(by: admin).map(\.state) == [.read])
    #expect(throws: RecordStoreError.foreignKey) {
      try place.store.read(record.id, with: PrivateKey())
    }
  }

  @Test("what the person did not agree to is gone")
  func discarded() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, code) = try place.begin(["one"])
    try record.discard()
    #expect(throws: RecordStoreError.self) { try place.store.resume(code) }
    #expect(try place.store.list(by: admin).isEmpty && place.store.recordCount() == 0)
    #expect(throws: RecordStoreError.noRecord) { try place.store.read(record.id, by: admin) }
  }

  @Test("the desk reopens a draft on its day only, and never a finished record")
  func desk() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    _ = try place.store.add("Dan", .desk, passphrase: TestStore.passphrase, by: admin)
    let desk = try place.store.unlock("dan", TestStore.passphrase)
    let (record, _) = try place.begin(["one"])
    try record.end(as: .left)
    try place.store.reopen(record.id, by: desk).end(as: .stopped)
    #expect(throws: RecordStoreError.notAllowed(.desk)) {
      try place.store.read(record.id, by: desk)
    }
    place.time.pass(days: 1)
    _ = try place.store.sweep(draftDays: 14, retentionDays: nil, startOfDay: place.time.now)
    #expect(throws: RecordStoreError.foreignKey) { try place.store.reopen(record.id, by: desk) }
    try place.store.reopen(record.id, by: admin).letGo()
  }

  @Test("a draft expires: the clinic reads it, the code does not open it")
  func expired() throws {
    let place = try TestStore()
    let admin = try place.setUp()
    let (record, code) = try place.begin(["one"])
    try record.end(as: .stopped)
    place.time.pass(days: 13)
    #expect(try place.store.sweep(draftDays: 14, retentionDays: nil, startOfDay: 0) == .init())
    place.time.pass(days: 2)
    let sweep = try place.store.sweep(draftDays: 14, retentionDays: nil, startOfDay: 0)
    #expect(sweep.expired == [record.id] && sweep.deleted.isEmpty)
    #expect(throws: RecordStoreError.wrongCode(triesLeft: nil)) { try place.store.resume(code) }
    #expect(try place.store.read(record.id, by: admin).texts == ["one"])
    #expect(try place.store.list(by: admin).map(\.state) == [.left])
    place.time.pass(days: 30)
    let later = try place.store.sweep(draftDays: 14, retentionDays: 20, startOfDay: 0)
    #expect(later.deleted == [record.id])
    #expect(try place.store.recordCount() == 0)
  }

  @Test("without keys of a clinic an expired draft goes, as nobody could read it")
  func expiredAlone() throws {
    let place = try TestStore()
    let (record, code) = try place.begin(["one"])
    try record.end(as: .stopped)
    #expect(try place.store.resume(code).events.texts == ["one"])
    try place.store.resume(code).end(as: .stopped)
    place.time.pass(days: 15)
    #expect(
      try place.store.sweep(draftDays: 14, retentionDays: nil, startOfDay: 0).deleted == [record.id]
    )
  }
}

extension TestStore {
  /// A code that finds the same draft and does not open it.
  func codeBeside(_ code: ResumeCode) throws -> ResumeCode {
    var symbols = Array(code.description.filter { $0 != "-" })
    for digit in Crockford.digits where digit != symbols[6] {
      symbols[6] = digit
      for check in Crockford.digits {
        symbols[15] = check
        if let other = try? ResumeCode(typed: String(symbols)) { return other }
      }
    }
    throw ResumeCodeError.check
  }
}
