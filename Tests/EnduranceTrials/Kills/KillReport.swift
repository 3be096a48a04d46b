/// What many kills did to a store.
public struct KillReport: Sendable, CustomStringConvertible {
  /// Where a program was when it was killed.
  public enum Moment: String, Sendable, CaseIterable {
    /// Before the first question, while it was starting or opening a draft.
    case starting = "while it started"
    /// At a question, before Enter.
    case asking = "at a question, before Enter"
    /// After Enter, before the next question was on the screen.
    case saving = "between Enter and acknowledgement"
    /// The next question came before the kill did.
    case acknowledged = "after acknowledgement"
    /// While the last answers were being handed in.
    case finishing = "between the last Enter and the end"
  }

  /// How often a program was killed where.
  public var kills: [Moment: Int] = [:]
  /// Records that were begun.
  public var records = 0
  /// Answers that were acknowledged.
  public var acknowledged = 0
  /// Answers that were there though their program was killed before it said so.
  public var savedUnacknowledged = 0
  /// Records that were gone on with until their end, where every answer was compared.
  public var finished = 0
  /// Records that were opened through the store.
  public var opened = 0
  /// What was not as it should be.
  public var faults: [String] = []

  /// Makes a report of nothing.
  public init() {}

  /// All kills.
  public var total: Int { kills.values.reduce(0, +) }

  /// Adds what another lane found.
  public mutating func add(_ other: KillReport) {
    kills.merge(other.kills, uniquingKeysWith: +)
    records += other.records
    acknowledged += other.acknowledged
    savedUnacknowledged += other.savedUnacknowledged
    finished += other.finished
    opened += other.opened
    faults += other.faults
  }

  /// Lines for people.
  public var description: String {
    let moments = Moment.allCases.map { "  \(kills[$0] ?? 0) \($0.rawValue)" }
    let lines =
      ["\(total) kills of \(records) interviews:"] + moments + [
        "\(acknowledged) answers acknowledged; \(savedUnacknowledged) more were saved before their "
          + "acknowledgement could be seen",
        "\(opened) records compared in the store, \(finished) gone on with to their end; "
          + "\(faults.count) faults",
      ]
    return (lines + faults.prefix(20).map { "  \($0)" }).joined(separator: "\n")
  }
}
