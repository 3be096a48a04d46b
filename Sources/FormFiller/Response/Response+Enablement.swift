import FHIR

extension Response {
  /// Works out everything from nothing; the result of every change equals this.
  mutating func settleAll() {
    var queue = WorkQueue()
    failures = [:]
    for node in nodes.indices where !containers[nodes[node].container].isRemoved {
      nodes[node].isEnabled = false
      nodes[node].isMet = !form.isConditional(nodes[node].item)
      queueOwnWork(of: node, &queue)
    }
    var work = Work(queue: queue)
    for node in nodes(in: 0) { updateEnablement(of: node, &work) }
    settle(&work)
  }

  /// Works out what waits, and all that depends on it.
  mutating func settle(_ work: inout Work) {
    giveInitialValues(&work)
    while let item = work.queue.removeFirst() {
      // Nothing comes back that was taken away with its row or answer.
      guard !containers[nodes[item.node].container].isRemoved else { continue }
      guard work.mayWork(on: item) else {
        giveUp(item, &work)
        continue
      }
      switch item.kind {
      case .enablement:
        let isMet = conditionsAreMet(for: item.node)
        guard isMet != nodes[item.node].isMet else { continue }
        nodes[item.node].isMet = isMet
        updateEnablement(of: item.node, &work)
      case .calculation: calculate(item.node, &work)
      }
    }
    updateLive()
  }

  /// Puts what a node's item works out by itself in the queue.
  func queueOwnWork(of node: Int, _ queue: inout WorkQueue) {
    let item = nodes[node].item
    if form.isConditional(item) {
      queue.insert(WorkItem(kind: .enablement, node: node), rank: form.rank(.enablement, item))
    }
    if form.isCalculated(item) {
      queue.insert(WorkItem(kind: .calculation, node: node), rank: form.rank(.calculation, item))
    }
  }

  /// Puts what depends on this node's item in the queue.
  mutating func queueDependents(of node: Int, _ work: inout Work) {
    let item = nodes[node].item
    for dependent in form.items[item].dependents {
      let scope = container(of: node, in: dependent.scope)
      for found in nodes(of: dependent.item, within: scope) {
        work.queue.insert(
          WorkItem(kind: .enablement, node: found), rank: form.rank(.enablement, dependent.item))
      }
    }
    guard form.usesExpressions else { return }
    live.noteChange(of: node)
    for reader in form.readers(of: item) { queueReader(reader, of: node, &work) }
  }

  private func queueReader(_ reader: Reader, of node: Int, _ work: inout Work) {
    let slot = reader.slot
    let scope = container(of: node, in: reader.scope)
    for found in nodes(of: slot.item, within: scope) {
      work.queue.insert(
        WorkItem(kind: slot.kind, node: found), rank: form.rank(slot.kind, slot.item))
    }
  }

  /// Switches a node, and all below it, on or off.
  mutating func updateEnablement(
    of node: Int, _ work: inout Work
  ) {
    let isEnabled = nodes[node].isMet && isActive(nodes[node].container)
    if isEnabled != nodes[node].isEnabled {
      if work.formerEnablement[node] == nil { work.formerEnablement[node] = nodes[node].isEnabled }
      nodes[node].isEnabled = isEnabled
      queueDependents(of: node, &work)
      queueCalculation(of: node, &work.queue)
    }
    // What lies below follows also when this node stays as it was: an answer may have come or gone.
    for entry in nodes[node].entries where !form.items[nodes[node].item].children.isEmpty {
      updateEnablement(in: entry, &work)
    }
  }

  private mutating func updateEnablement(
    in container: Int, _ work: inout Work
  ) {
    let isActive = isActive(container)
    for node in nodes(in: container) {
      guard (nodes[node].isMet && isActive) != nodes[node].isEnabled else { continue }
      updateEnablement(of: node, &work)
    }
  }

  // MARK: - Conditions

  /// Whether an item's conditions are met where this node is.
  mutating func conditionsAreMet(for node: Int) -> Bool {
    let item = nodes[node].item
    guard enableWhenIsMet(for: node) else { return false }
    guard let expression = form.expressions[item]?.enableWhen else { return true }
    return isTrue(expression, for: WorkItem(kind: .enablement, node: node))
  }

  private func enableWhenIsMet(for node: Int) -> Bool {
    let item = nodes[node].item
    if form.items[item].conditions.isEmpty { return true }
    switch form.items[item].behavior {
    case .all: return form.items[item].conditions.allSatisfy { isMet($0, for: node) }
    case .any: return form.items[item].conditions.contains { isMet($0, for: node) }
    }
  }

  func isMet(_ condition: FormItem.Condition, for node: Int) -> Bool {
    let question = nearestNode(of: condition, to: node)
    let values = question.map { currentValues(of: $0) } ?? []
    guard condition.question != nil else { return false }
    if condition.isMet(by: values) { return true }
    return form.items[nodes[node].item].opensOnRefusal && (question.map { isRefused($0) } ?? false)
  }

  /// Whether a question was asked and left without an answer.
  private func isRefused(_ node: Int) -> Bool {
    guard nodes[node].isEnabled else { return false }
    switch nodes[node].state {
    case .skipped, .unknown, .declined: return true
    case .unseen, .answered: return false
    }
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
  func isMet(by values: [AnswerValue]) -> Bool {
    comparison.isMet(by: values, comparedWith: value)
  }
}

extension EnableWhen.Operator {
  /// Whether answers with these values meet a condition with this operator and value.
  ///
  /// Without an answer only `exists` can be met. `!=` wants an answer, and none that equals. The
  /// others want one answer that fits. What cannot be decided is not met.
  func isMet(by values: [AnswerValue], comparedWith value: AnswerValue) -> Bool {
    switch self {
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
