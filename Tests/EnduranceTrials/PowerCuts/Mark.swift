import RecordStore

/// What a writer says as soon as the store has acknowledged it, for the trace to hold.
public enum Mark: Sendable, Equatable {
  /// A record was begun; its code opens it.
  case begun(RecordID, code: String)
  /// An event was appended; the first has the number 0.
  case appended(RecordID, number: Int)
  /// The person ended it.
  case ended(RecordID, How)

  /// How a record was ended.
  public enum How: String, Sendable, CaseIterable {
    /// All was answered.
    case finished
    /// The person goes on later.
    case stopped
    /// The person did not agree to its being kept.
    case discarded
  }

  /// The line that is written.
  public var line: String {
    switch self {
    case .begun(let record, let code): "mark begun \(record) \(code)\n"
    case .appended(let record, let number): "mark appended \(record) \(number)\n"
    case .ended(let record, let how): "mark ended \(record) \(how.rawValue)\n"
    }
  }

  /// Reads a line.
  public init?(line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 4, words[0] == "mark", let record = RecordID(words[2]) else { return nil }
    switch words[1] {
    case "begun": self = .begun(record, code: words[3])
    case "appended":
      guard let number = Int(words[3]) else { return nil }
      self = .appended(record, number: number)
    case "ended":
      guard let how = How(rawValue: words[3]) else { return nil }
      self = .ended(record, how)
    default: return nil
    }
  }
}
