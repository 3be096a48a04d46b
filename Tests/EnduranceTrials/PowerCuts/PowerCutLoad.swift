import Foundation
import RecordStore

/// Several writers on one store, whose power is taken away.
public struct PowerCutLoad {
  /// The program that writes.
  public var program: String
  /// Processes that write at once.
  public var writers: Int
  /// Records that each writes.
  public var records: Int
  /// Events of each record.
  public var events: Int
  /// When what was written is flushed.
  public var flushing: WriterLoad.Flushing

  /// Makes a load.
  public init(
    program: String, writers: Int, records: Int, events: Int, flushing: WriterLoad.Flushing
  ) {
    self.program = program
    self.writers = writers
    self.records = records
    self.events = events
    self.flushing = flushing
  }

  /// Writes once, and cuts many times.
  ///
  /// - Throws: What the system or the writers say; what the store says is in the report.
  public func cut(_ count: Int, seed: Int) throws -> PowerCutReport {
    let folder = NSTemporaryDirectory() + "power-cuts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sheet = RecoverySheet(of: PrivateKey()).lines
    let trial = try PowerCutTrial(
      in: folder, program: program,
      arguments: ["write", "\(folder)/store", "\(records)", "\(events)", flushing.rawValue]
        + ["\(writers)"] + sheet)
    let inspection = StoreInspection(sheet: sheet, expectedCount: events)
    return try trial.cut(count, seed: seed) { inspection.outcome(of: $0, after: $1) }
  }
}
