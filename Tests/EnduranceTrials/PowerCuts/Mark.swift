/// What a writer says as soon as the store has acknowledged it, for the trace to hold.
public enum Mark: Sendable, Equatable {
  /// A record was begun; its code opens it.
  case begun(record: Int, code: String)
  /// An event was appended; the first has the number 0.
  case appended(record: Int, number: Int)
  /// The record was ended.
  case ended(record: Int)

  /// The line that is written.
  public var line: String {
    switch self {
    case .begun(let record, let code): "mark begun \(record) \(code)\n"
    case .appended(let record, let number): "mark appended \(record) \(number)\n"
    case .ended(let record): "mark ended \(record)\n"
    }
  }

  /// Reads a line.
  public init?(line: String) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count >= 3, words[0] == "mark", let record = Int(words[2]) else { return nil }
    switch words[1] {
    case "begun" where words.count == 4: self = .begun(record: record, code: String(words[3]))
    case "appended":
      guard words.count == 4, let number = Int(words[3]) else { return nil }
      self = .appended(record: record, number: number)
    case "ended": self = .ended(record: record)
    default: return nil
    }
  }
}
