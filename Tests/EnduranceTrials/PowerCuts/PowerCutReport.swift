/// What many power cuts did to a store.
public struct PowerCutReport: Sendable, CustomStringConvertible {
  /// The cuts that were replayed.
  public var cuts = 0
  /// Events that had been acknowledged, over all cuts.
  public var acknowledged = 0
  /// Events there after a cut that nobody had been told of.
  public var unacknowledged = 0
  /// Ended records that were still ended after a cut, over all cuts.
  public var ended = 0
  /// Cuts after which something acknowledged was gone.
  public var cutsThatLost = 0
  /// The most acknowledged events that one cut lost.
  public var worstLoss = 0
  /// Cuts after which the store could not be opened, or was damaged, with what was said.
  public var damage: [String] = []

  /// Makes a report of nothing.
  public init() {}

  /// Adds a cut.
  public mutating func add(_ outcome: PowerCutOutcome, acknowledged: Acknowledgements) {
    cuts += 1
    self.acknowledged += acknowledged.total
    unacknowledged += outcome.unacknowledged
    ended += outcome.ended
    if outcome.lost > 0 { cutsThatLost += 1 }
    worstLoss = max(worstLoss, outcome.lost)
    damage += outcome.damage
  }

  /// A line for people.
  public var description: String {
    """
    \(cuts) power cuts: \(cutsThatLost) lost something acknowledged (worst \(worstLoss) of \
    \(acknowledged) events acknowledged in all; \(unacknowledged) were there unacknowledged; \
    \(ended) ended records stayed ended); \(damage.count) damaged
    """ + damage.prefix(5).map { "\n  \($0)" }.joined()
  }
}
