import Testing

@testable import RecordStore

@Suite("People")
struct PeopleTests {
  private let new = Passphrase(typed: "another four words")

  @Test("a passphrase is taken five times wrongly, then not for a quarter of an hour")
  func blocked() throws {
    let place = try TestStore()
    _ = try place.setUp()
    for _ in 0..<4 {
      #expect(throws: RecordStoreError.wrongPassphrase) { try place.store.unlock("Ana", new) }
    }
    #expect(throws: RecordStoreError.blocked(milliseconds: RecordStore.blockedTime)) {
      try place.store.unlock("Ana", new)
    }
    place.time.now += 60_000
    #expect(throws: RecordStoreError.blocked(milliseconds: RecordStore.blockedTime - 60_000)) {
      try place.store.unlock("Ana", TestStore.passphrase)
    }
    place.time.now += RecordStore.blockedTime
    #expect(throws: RecordStoreError.wrongPassphrase) { try place.store.unlock("Ana", new) }
    #expect(try place.store.unlock("ana", TestStore.passphrase).role == .admin)
    #expect(throws: RecordStoreError.wrongPassphrase) { try place.store.unlock("Nobody", new) }
  }

  @Test("another administrator gives a new passphrase, and old records stay readable")
  func reset() throws {
    let place = try TestStore()
    let ana = try place.setUp()
    let (record, _) = try place.begin(["one"])
    try record.end(as: .finished)
    _ = try place.store.add("Ben", .clinician, passphrase: TestStore.passphrase, by: ana)
    let ben = try place.store.unlock("Ben", TestStore.passphrase)
    #expect(try place.store.read(record.id, by: ben).texts == ["one"])
    #expect(throws: RecordStoreError.notAllowed(.clinician)) {
      try place.store.setPassphrase(new, of: "Ana", by: ben)
    }
    try place.store.setPassphrase(new, of: "Ben", by: ana)
    #expect(throws: RecordStoreError.wrongPassphrase) {
      try place.store.unlock("Ben", TestStore.passphrase)
    }
    #expect(try place.store.read(record.id, by: place.store.unlock("Ben", new)).texts == ["one"])
  }

  @Test("who is removed cannot unlock, and the last administrator stays")
  func removed() throws {
    let place = try TestStore()
    let ana = try place.setUp()
    #expect(throws: RecordStoreError.lastAdmin) { try place.store.remove("Ana", by: ana) }
    _ = try place.store.add("Ben", .admin, passphrase: TestStore.passphrase, by: ana)
    #expect(throws: RecordStoreError.nameInUse) {
      try place.store.add("BEN", .desk, passphrase: new, by: ana)
    }
    try place.store.remove("Ben", by: ana)
    #expect(throws: RecordStoreError.wrongPassphrase) {
      try place.store.unlock("Ben", TestStore.passphrase)
    }
    #expect(try place.store.people().map(\.name) == ["Ana"])
    _ = try place.store.add("Ben", .desk, passphrase: new, by: ana)
  }

  @Test(
    "the recovery sheet gives somebody who is there a new passphrase and makes them administrator")
  func recoveredOwnName() throws {
    let place = try TestStore()
    let ana = try place.setUp()
    let (record, _) = try place.begin(["one"])
    try record.end(as: .finished)
    _ = try place.store.add("Dan", .desk, passphrase: TestStore.passphrase, by: ana)
    for name in ["ANA", "Dan"] {
      let person = try place.store.recover(
        with: TestStore.sheet.privateKey, administrator: name, passphrase: new)
      #expect(person.role == .admin)
      #expect(try place.store.read(record.id, by: place.store.unlock(name, new)).texts == ["one"])
      #expect(throws: RecordStoreError.wrongPassphrase) {
        try place.store.unlock(name, TestStore.passphrase)
      }
    }
    #expect(try place.store.people().map(\.name) == ["Ana", "Dan"])
  }

  @Test("a kiosk takes the keys that the clinic has changed to; a store with people does not")
  func kioskKeysAnew() throws {
    let clinic = try TestStore()
    let kiosk = try TestStore()
    let ana = try clinic.setUp()
    let first = try #require(try clinic.store.recipients())
    try kiosk.store.setUp(recipients: first)
    #expect(throws: RecordStoreError.isSetUp) { try kiosk.store.setUp(recipients: first) }
    _ = try clinic.store.rotateKeys(by: ana)
    let second = try #require(try clinic.store.recipients())
    try kiosk.store.setUp(recipients: second)
    #expect(try kiosk.store.recipients() == second)
    #expect(first.recovery == second.recovery && first.clinic != second.clinic)
    #expect(throws: RecordStoreError.isSetUp) { try clinic.store.setUp(recipients: first) }
  }

  @Test("the recovery sheet makes a new administrator; the sheet of another clinic does not")
  func recovered() throws {
    let place = try TestStore()
    _ = try place.setUp()
    let (record, _) = try place.begin(["one"])
    try record.end(as: .finished)
    #expect(throws: RecordStoreError.foreignKey) {
      try place.store.recover(with: PrivateKey(), administrator: "Eve", passphrase: new)
    }
    let typed = try RecoverySheet(typed: TestStore.sheet.lines)
    let eve = try place.store.recover(
      with: typed.privateKey, administrator: "Eve", passphrase: new)
    #expect(try place.store.read(record.id, by: eve).texts == ["one"])
    #expect(try place.store.unlock("Eve", new).name == "Eve")
  }

  @Test("new keys read all old records, and old keys read none")
  func rotated() throws {
    let place = try TestStore()
    let ana = try place.setUp()
    _ = try place.store.add("Ben", .clinician, passphrase: TestStore.passphrase, by: ana)
    let old = try place.store.unlock("Ben", TestStore.passphrase)
    let (finished, _) = try place.begin(["one"])
    try finished.end(as: .finished)
    let (draft, code) = try place.begin(["two"])
    try draft.end(as: .stopped)
    let sheet = RecoverySheet(of: PrivateKey())
    let (new, count) = try place.store.rotateKeys(by: ana, recovery: sheet.privateKey.publicKey)
    #expect(count == 2)
    for person in [new, try place.store.unlock("Ben", TestStore.passphrase)] {
      #expect(try place.store.read(finished.id, by: person).texts == ["one"])
      #expect(try place.store.list(by: person).allSatisfy { $0.fault == nil && $0.clinical != nil })
    }
    #expect(try place.store.read(finished.id, with: sheet.privateKey).texts == ["one"])
    for old in [old, ana] {
      #expect(throws: RecordStoreError.foreignKey) { try place.store.read(finished.id, by: old) }
    }
    #expect(throws: RecordStoreError.foreignKey) {
      try place.store.read(finished.id, with: TestStore.sheet.privateKey)
    }
    #expect(try place.store.resume(code).events.texts == ["two"])
  }

  @Test("who unlocked before the keys were changed can seal nothing with the old ones")
  func outdated() throws {
    let place = try TestStore()
    let ana = try place.setUp()
    _ = try place.store.rotateKeys(by: ana)
    #expect(throws: RecordStoreError.outdatedKeys) { try place.store.rotateKeys(by: ana) }
    #expect(throws: RecordStoreError.outdatedKeys) {
      try place.store.setPassphrase(new, of: "Ana", by: ana)
    }
    #expect(throws: RecordStoreError.outdatedKeys) {
      try place.store.add("Ben", .desk, passphrase: new, by: ana)
    }
    #expect(try place.store.unlock("Ana", TestStore.passphrase).role == .admin)
  }

  @Test("keys are made once")
  func setUpTwice() throws {
    let place = try TestStore()
    _ = try place.setUp()
    #expect(throws: RecordStoreError.isSetUp) { try place.setUp() }
  }
}
