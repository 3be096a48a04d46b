/// How a program ended that should not have.
public enum Crash: Sendable, Hashable, LosslessStringConvertible {
  /// By a signal, such as 11 for a wrong address.
  case signal(Int32)
  /// By itself, with a status that no visit ends with.
  case status(Int32)
  /// It could not be started; the number is that of a system error.
  case notStarted(Int32)

  /// The crash that a text describes, or nil when it is none.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let number = Int32(parts[1]), number >= 0 else { return nil }
    switch parts[0] {
    case "signal": self = .signal(number)
    case "status": self = .status(number)
    case "notStarted": self = .notStarted(number)
    default: return nil
    }
  }

  /// The crash as one word, such as `signal-11`.
  public var description: String {
    switch self {
    case .signal(let number): "signal-\(number)"
    case .status(let number): "status-\(number)"
    case .notStarted(let number): "notStarted-\(number)"
    }
  }
}
