/// What a change sets going, until everything is at rest again.
struct Work {
  var queue = WorkQueue()
  /// The nodes that were switched on or off, with what they were before.
  var formerEnablement: [Int: Bool] = [:]
  /// The nodes whose calculated value came to be another.
  var recalculated: Set<Int> = []
  /// How often each was worked out.
  private var rounds: [WorkItem: Int] = [:]

  init(queue: WorkQueue = WorkQueue()) { self.queue = queue }

  /// How often one may be worked out before it counts as never coming to rest.
  static let mostRounds = 10

  /// Counts one more round of this item; false when it has had its share.
  mutating func mayWork(on item: WorkItem) -> Bool {
    let round = rounds[item, default: 0] + 1
    rounds[item] = round
    return round <= Self.mostRounds
  }

  /// Whether it has just been given up, and not before.
  func isFirstRefusal(of item: WorkItem) -> Bool { rounds[item] == Self.mostRounds + 1 }
}
