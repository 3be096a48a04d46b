import FHIR

/// Nodes whose conditions have to be looked at again, those first that others depend on.
struct ConditionQueue {
  private var heap: [(rank: Int, node: Int)] = []
  private var waiting: Set<Int> = []

  mutating func insert(_ node: Int, rank: Int) {
    guard waiting.insert(node).inserted else { return }
    heap.append((rank, node))
    var child = heap.count - 1
    while child > 0, heap[child].rank < heap[(child - 1) / 2].rank {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    waiting.remove(first.node)
    guard !heap.isEmpty else { return first.node }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2]
      where child < heap.count && heap[child].rank < heap[least].rank {
        least = child
      }
      if least == parent { return first.node }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}

/// The nodes that were switched on or off, with what they were before.
typealias EnablementChanges = [Int: Bool]

extension Response {
  /// Works out what is enabled from nothing; the result of every change equals this.
  mutating func settleEnablement() {
    var queue = ConditionQueue()
    for node in nodes.indices where !containers[nodes[node].container].isRemoved {
      let item = nodes[node].item
      nodes[node].isEnabled = false
      nodes[node].isMet = form.items[item].conditions.isEmpty
      if !nodes[node].isMet { queue.insert(node, rank: form.items[item].rank) }
    }
    var changes: EnablementChanges = [:]
    for node in nodes(in: 0) { updateEnablement(of: node, &queue, &changes) }
    settle(&queue, &changes)
  }

  /// Works out what is enabled after something about these nodes changed.
  mutating func settle(_ queue: inout ConditionQueue, _ changes: inout EnablementChanges) {
    while let node = queue.removeFirst() {
      let isMet = conditionsAreMet(for: node)
      guard isMet != nodes[node].isMet else { continue }
      nodes[node].isMet = isMet
      updateEnablement(of: node, &queue, &changes)
    }
  }

  /// Puts the items that have a condition on this node's item in the queue.
  func queueDependents(of node: Int, _ queue: inout ConditionQueue) {
    for dependent in form.items[nodes[node].item].dependents {
      let scope = container(of: node, in: dependent.scope)
      for found in nodes(of: dependent.item, within: scope) {
        queue.insert(found, rank: form.items[dependent.item].rank)
      }
    }
  }

  /// Switches a node, and all below it, on or off.
  mutating func updateEnablement(
    of node: Int, _ queue: inout ConditionQueue, _ changes: inout EnablementChanges
  ) {
    let isEnabled = nodes[node].isMet && isActive(nodes[node].container)
    if isEnabled != nodes[node].isEnabled {
      if changes[node] == nil { changes[node] = nodes[node].isEnabled }
      nodes[node].isEnabled = isEnabled
      queueDependents(of: node, &queue)
    }
    // What lies below follows also when this node stays as it was: an answer may have come or gone.
    for entry in nodes[node].entries where !form.items[nodes[node].item].children.isEmpty {
      updateEnablement(in: entry, &queue, &changes)
    }
  }

  private mutating func updateEnablement(
    in container: Int, _ queue: inout ConditionQueue, _ changes: inout EnablementChanges
  ) {
    let isActive = isActive(container)
    for node in nodes(in: container) {
      guard (nodes[node].isMet && isActive) != nodes[node].isEnabled else { continue }
      updateEnablement(of: node, &queue, &changes)
    }
  }

  // MARK: - Conditions

  /// Whether an item's conditions are met where this node is.
  func conditionsAreMet(for node: Int) -> Bool {
    let item = nodes[node].item
    switch form.items[item].behavior {
    case .all: return form.items[item].conditions.allSatisfy { isMet($0, for: node) }
    case .any: return form.items[item].conditions.contains { isMet($0, for: node) }
    }
  }

  private func isMet(_ condition: FormItem.Condition, for node: Int) -> Bool {
    let values = nearestNode(of: condition, to: node).map { currentValues(of: $0) } ?? []
    return condition.question != nil && condition.isMet(by: values)
  }

  /// The values of a question as conditions see them: none unless it is enabled and answered.
  func currentValues(of node: Int) -> [AnswerValue] {
    guard nodes[node].isEnabled, nodes[node].state == .answered else { return [] }
    return nodes[node].entries.compactMap { containers[$0].value }
  }

  /// The instance of its question that a node's condition means: the one it lies under, else the
  /// nearest before it, else the nearest after it.
  ///
  /// The search does not leave the innermost row that holds both: a condition never looks into
  /// another row while the question could be answered in its own. What lies under an answer that was
  /// taken back is no instance.
  func nearestNode(of condition: FormItem.Condition, to node: Int) -> Int? {
    guard let question = condition.question else { return nil }
    if condition.isOnAncestor {
      var above = containers[nodes[node].container].owner
      while let candidate = above, nodes[candidate].item != question {
        above = containers[nodes[candidate].container].owner
      }
      return above
    }
    // All instances lie on the same side of the node.
    return self.node(
      along: condition.way[...], in: container(of: node, in: condition.scope),
      last: question < nodes[node].item)
  }

  /// The first or the last node that a way of places leads to.
  private func node(along way: ArraySlice<Int>, in container: Int, last isLast: Bool) -> Int? {
    guard let place = way.first else { return nil }
    let node = containers[container].firstNode + place
    let rest = way.dropFirst()
    if rest.isEmpty { return node }
    var entries = nodes[node].entries[...]
    while let entry = isLast ? entries.popLast() : entries.popFirst() {
      guard isPresent(entry) else { continue }
      if let found = self.node(along: rest, in: entry, last: isLast) { return found }
    }
    return nil
  }
}

extension FormItem.Condition {
  /// Whether answers with these values meet the condition.
  ///
  /// Without an answer only `exists` can be met. `!=` wants an answer, and none that equals. The
  /// others want one answer that fits. What cannot be decided is not met.
  func isMet(by values: [AnswerValue]) -> Bool {
    switch comparison {
    case .exists: value == .boolean(!values.isEmpty)
    case .equals: values.contains { $0.means(value) }
    case .differs:
      !values.isEmpty
        && values.allSatisfy { answer in
          !answer.means(value) && !answer.isUndecidable(against: value)
        }
    case .greater: values.contains { $0.ordering(against: value) == .descending }
    case .less: values.contains { $0.ordering(against: value) == .ascending }
    case .greaterOrEqual:
      values.contains { [.descending, .same].contains($0.ordering(against: value)) }
    case .lessOrEqual:
      values.contains { [.ascending, .same].contains($0.ordering(against: value)) }
    }
  }
}

extension AnswerValue {
  /// Whether it cannot be told if two values of a type that has an order are the same.
  func isUndecidable(against other: AnswerValue) -> Bool {
    switch (self, other) {
    case (.date, .date), (.dateTime, .dateTime), (.date, .dateTime), (.dateTime, .date),
      (.time, .time), (.quantity, .quantity):
      ordering(against: other) == .undecidable
    default: false
    }
  }
}
