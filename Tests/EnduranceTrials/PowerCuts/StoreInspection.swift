import GRDB
import RecordStore

/// Looks at what a power cut left of a store.
public struct StoreInspection {
  /// The lines of the recovery sheet of the writers' key.
  public var sheet: [String]
  /// Events that each record is given before it is ended.
  public var expectedCount: Int

  /// Makes an inspection.
  public init(sheet: [String], expectedCount: Int) {
    self.sheet = sheet
    self.expectedCount = expectedCount
  }

  /// Opens the store and compares it with what had been acknowledged.
  public func outcome(
    of folder: String, after acknowledged: Acknowledgements
  ) -> PowerCutOutcome {
    var outcome = PowerCutOutcome()
    do {
      let store = try RecordStore.open(folder)
      let integrity = try store.database.read {
        try String.fetchAll($0, sql: "PRAGMA integrity_check")
      }
      if integrity != ["ok"] { outcome.damage += integrity.map { "integrity: \($0)" } }
      let keys = try store.database.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
      if !keys.isEmpty { outcome.damage.append("\(keys.count) foreign keys without their row") }
      outcome.damage += try store.verifyRecords().map { "record \($0.key): \($0.value)" }
      let audit = try store.verifyAudit()
      if case .broken(let line) = audit { outcome.damage.append("audit broken at \(line)") }
      let key = try RecoverySheet(typed: sheet).privateKey
      for (record, code) in acknowledged.codes {
        try compare(record, code, in: store, key, with: acknowledged, &outcome)
      }
    } catch {
      outcome.damage.append("\(error)")
      outcome.lost += acknowledged.total
    }
    return outcome
  }

  private func compare(
    _ record: RecordID, _ code: String, in store: RecordStore, _ key: PrivateKey,
    with acknowledged: Acknowledgements, _ outcome: inout PowerCutOutcome
  ) throws {
    let count = acknowledged.counts[record] ?? 0
    let ended = acknowledged.ended[record]
    guard let events = try events(of: record, in: store, key) else {
      switch ended {
      case .discarded: outcome.ended += 1
      // It may have been on its way out, which is acknowledged by its end only.
      case nil where count == expectedCount || count == 0: break
      default: outcome.lost += max(count, 1)
      }
      return
    }
    if ended == .discarded { outcome.lost += 1 }
    let right = zip(events, 0...).prefix { $0.bytes == WriterLoad.event($1) }.count
    if right != events.count { outcome.damage.append("record \(record) holds other events") }
    outcome.lost += max(0, count - right)
    outcome.unacknowledged += max(0, right - count)
    // The code opens what was stopped, and never again what was finished.
    // One of those that were stopped is enough: it takes long to open.
    if let ended, ended == .finished || outcome.opened == 0 {
      let isOpen = try isOpen(ResumeCode(typed: code), in: store)
      if isOpen != (ended == .stopped) { outcome.lost += 1 }
      outcome.ended += 1
      if ended == .stopped { outcome.opened += 1 }
    }
  }

  /// The events of a record, or nothing when there is no such record.
  private func events(
    of record: RecordID, in store: RecordStore, _ key: PrivateKey
  ) throws -> [RecordEvent]? {
    do {
      return try store.read(record, with: key)
    } catch {
      guard error == .noRecord else { throw error }
      return nil
    }
  }

  private func isOpen(_ code: ResumeCode, in store: RecordStore) throws -> Bool {
    do {
      try store.resume(code).letGo()
      return true
    } catch {
      guard error == .wrongCode(triesLeft: nil) else { throw error }
      return false
    }
  }
}
