import Foundation
import GRDB
import Synchronization

@testable import RecordStore

/// A store in a folder of its own, with a clock that the test sets.
final class TestStore {
  let folder: String
  let time = TestTime()
  let store: RecordStore
  let content: ContentHash
  let usualCosts: LockedKey.Costs

  init() throws {
    folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    let time = time
    store = try RecordStore.open(folder, clock: StoreClock { time.now })
    usualCosts = store.passphraseCosts
    // A test has no secret to protect.
    store.passphraseCosts = LockedKey.Costs(logarithm: 10)
    let bytes = Array("a questionnaire".utf8)
    content = ContentHash(of: bytes)
    try store.keep(content: bytes, named: content)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The store as another process sees it, alive or ended.
  func asOther(isAlive: Bool) throws -> RecordStore {
    let time = time
    // The parent of this process is alive; a number that no process has is not.
    let current = ProcessIdentity.current
    let process =
      isAlive
      ? ProcessIdentity.other ?? current
      : ProcessIdentity(number: 4_194_303, start: 1, boot: current.boot)
    return try RecordStore.open(folder, clock: StoreClock(process: process) { time.now })
  }

  static let passphrase = Passphrase(typed: "four odd words here")
  static let sheet = RecoverySheet(of: PrivateKey())

  func setUp() throws -> UnlockedPerson {
    try store.setUp(
      administrator: "Ana", passphrase: Self.passphrase,
      recovery: Self.sheet.privateKey.publicKey)
  }

  func begin(_ events: [String] = []) throws -> (record: OpenRecord, code: ResumeCode) {
    let start = try RecordStart()
    let record = try store.begin(
      start, content: content, events: events.map { Array($0.utf8) },
      cards: RecordCards(desk: Array("desk".utf8), clinical: Array("clinical".utf8)))
    return (record, start.code)
  }

  /// Changes the file of the store behind its back.
  func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: "\(folder)/records.sqlite")
    try queue.write { database in
      for trigger in ["event_stays", "event_remains", "audit_stays", "audit_remains"] {
        try database.execute(sql: "DROP TRIGGER IF EXISTS \(trigger)")
      }
      try database.execute(sql: sql, arguments: arguments)
    }
    try queue.close()
  }
}

/// A time that a test sets.
final class TestTime: Sendable {
  private let value = Mutex<Int64>(1_790_000_000_000)

  var now: Int64 {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }

  func pass(days: Int64) { now += days * 86_400_000 }
}

extension ProcessIdentity {
  /// A process that is there and is not this one.
  static var other: ProcessIdentity? { ProcessIdentity(of: getppid()) }
}

extension [RecordEvent] {
  var texts: [String] { map { String(decoding: $0.bytes, as: UTF8.self) } }
}
