import RecordStore

/// What had been acknowledged when the power went away.
public struct Acknowledgements: Sendable {
  /// The codes of the records that had been begun.
  public private(set) var codes: [RecordID: String] = [:]
  /// How many events of each record had been appended.
  public private(set) var counts: [RecordID: Int] = [:]
  /// The records that had been ended.
  public private(set) var ended: [RecordID: Mark.How] = [:]

  /// Collects the marks of a trace before a line.
  public init(in trace: SystemCallTrace, before line: Int = .max) {
    for call in trace.calls where call.began < line && call.name == "write" {
      guard call.arguments.count > 1, case .bytes(let bytes) = call.arguments[1],
        let mark = Mark(line: String(decoding: bytes, as: UTF8.self))
      else { continue }
      switch mark {
      case .begun(let record, let code): codes[record] = code
      case .appended(let record, let number): counts[record] = number + 1
      case .ended(let record, let how): ended[record] = how
      }
    }
  }

  /// All events that had been appended.
  public var total: Int { counts.values.reduce(0, +) }
}
