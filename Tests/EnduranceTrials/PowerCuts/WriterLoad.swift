import Foundation
import GRDB
import RecordStore

/// Several people's records, written one after the other by one process, with marks for a trace.
public struct WriterLoad {
  /// When what was written is flushed.
  public enum Flushing: String, Sendable {
    /// As the store does it: before an answer is acknowledged.
    case full
    /// Only now and then, so that a trial is known to see what that loses.
    case normal
  }

  /// The folder of the store.
  public var store: String
  /// Records to write.
  public var records: Int
  /// Events of each.
  public var events: Int
  /// When what was written is flushed.
  public var flushing: Flushing
  /// The lines of the recovery sheet whose key the trial holds.
  public var sheet: [String]

  /// Makes a load.
  public init(
    store: String, records: Int, events: Int, flushing: Flushing, sheet: [String]
  ) {
    self.store = store
    self.records = records
    self.events = events
    self.flushing = flushing
    self.sheet = sheet
  }

  /// What an event holds; of very different lengths.
  public static func event(_ number: Int) -> [UInt8] {
    Array("event \(number) \(String(repeating: "x", count: number * 37 % 900))".utf8)
  }

  /// Writes, and says so on standard output.
  ///
  /// - Throws: What the store says.
  public func run() throws {
    let store = try RecordStore.open(store)
    if flushing == .normal {
      try store.database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA synchronous = NORMAL")
      }
    }
    try setUp(store)
    let content = Array("a questionnaire".utf8)
    let hash = ContentHash(of: content)
    try store.keep(content: content, named: hash)
    for number in 0..<records {
      let start = try RecordStart()
      let record = try store.begin(start, content: hash)
      say(.begun(record.id, code: start.code.description))
      for event in 0..<events {
        try record.append(Self.event(event))
        say(.appended(record.id, number: event))
      }
      let how = Mark.How.allCases[number % Mark.How.allCases.count]
      switch how {
      case .finished: try record.end(as: .finished)
      case .stopped: try record.end(as: .stopped)
      case .discarded: try record.discard()
      }
      say(.ended(record.id, how))
    }
  }

  private func setUp(_ store: RecordStore) throws {
    let recipients = Recipients(
      clinic: PrivateKey().publicKey, desk: PrivateKey().publicKey,
      recovery: try RecoverySheet(typed: sheet).privateKey.publicKey)
    do {
      try store.setUp(recipients: recipients)
    } catch {
      // Another writer was faster.
      guard error == .isSetUp else { throw error }
    }
  }

  private func say(_ mark: Mark) {
    let line = Array(mark.line.utf8)
    _ = write(1, line, line.count)
  }
}
