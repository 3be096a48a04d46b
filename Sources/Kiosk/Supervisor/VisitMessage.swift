/// What the process of a visit tells its supervisor before it ends; nothing about a person.
public enum VisitMessage: Sendable, Hashable {
  /// The letters of the terminal are to be as large as these.
  case print(PrintSize)
  /// A call was made that tries out whether staff see calls.
  case alertTest(AlertTest)

  /// The longest message in bytes; the rest of a longer one is dropped.
  static let greatestLength = 500

  /// The message as one line.
  public var line: String {
    switch self {
    case .print(let size): "print \(size.rawValue)"
    case .alertTest(let test): "alert-test \(test)"
    }
  }

  /// The message that a line is, or nil when it is none.
  public init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "print":
      guard let size = PrintSize(rawValue: parts[1]) else { return nil }
      self = .print(size)
    case "alert-test":
      guard let test = AlertTest(parts[1]) else { return nil }
      self = .alertTest(test)
    default: return nil
    }
  }
}
