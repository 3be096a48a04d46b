/// What one power cut did to a store.
public struct PowerCutOutcome: Sendable {
  /// Acknowledged events that are gone, and ended records that are open again.
  public var lost = 0
  /// Events that are there though nobody was told.
  public var unacknowledged = 0
  /// Ended records that are still ended.
  public var ended = 0
  /// Records that their code opened.
  public var opened = 0
  /// What is wrong with the store.
  public var damage: [String] = []

  /// Makes an outcome in which all is well.
  public init() {}
}
