import FHIR

/// A place where an interview stops on its way through a form.
public enum Stop: Hashable, Sendable {
  /// An item: a question to ask, a group's heading, a text to show.
  case item(NodeID)
  /// After the last row of a repeating group: whether there is another.
  case anotherRow(NodeID)

  /// The node at or after which the stop is.
  public var node: NodeID {
    switch self {
    case .item(let node), .anotherRow(let node): node
    }
  }
}

extension Response {
  /// The first stop, or nil in a form that shows nothing.
  public var firstStop: Stop? {
    guard !form.topItems.isEmpty else { return nil }
    let first = Stop.item(NodeID(index: containers[0].firstNode))
    return isVisible(first) ? first : stop(after: first)
  }

  /// The next stop that is shown, or nil at the end.
  ///
  /// Works from wherever the stop is, also if it has been disabled in the meantime.
  public func stop(after stop: Stop) -> Stop? {
    var next = successor(of: stop)
    while let candidate = next, !isVisible(candidate) { next = successor(of: candidate) }
    return next
  }

  /// The stop before that is shown, or nil at the start.
  public func stop(before stop: Stop) -> Stop? {
    var previous = predecessor(of: stop)
    while let candidate = previous, !isVisible(candidate) { previous = predecessor(of: candidate) }
    return previous
  }

  /// The next question that is asked, or nil at the end.
  public func question(after stop: Stop) -> NodeID? {
    var next = self.stop(after: stop)
    while let candidate = next {
      if case .item(let node) = candidate, isAsked(node.index) { return node }
      next = self.stop(after: candidate)
    }
    return nil
  }

  /// Whether a stop is shown to the person.
  public func isVisible(_ stop: Stop) -> Bool {
    let node = stop.node.index
    guard nodes[node].isEnabled, !isHidden(node), !isPartOfQuestion(node) else { return false }
    guard case .anotherRow = stop else { return true }
    let item = form.items[nodes[node].item]
    return !item.isReadOnly && nodes[node].entries.count < item.maxOccurs ?? .max
  }

  /// Whether a text belongs to the question that it lies in, and is shown with it: help, a unit, the
  /// ends of a scale.
  private func isPartOfQuestion(_ node: Int) -> Bool {
    let item = form.items[nodes[node].item]
    guard item.type == .display else { return false }
    switch item.control {
    case .help, .flyover, .prompt, .unit, .lower, .upper: return true
    default: return false
    }
  }

  private func isHidden(_ node: Int) -> Bool {
    var node: Int? = node
    while let current = node {
      if form.items[nodes[current].item].isHidden { return true }
      node = containers[nodes[current].container].owner
    }
    return false
  }

  // MARK: - Document order, whatever is enabled

  private func successor(of stop: Stop) -> Stop? {
    switch stop {
    case .item(let node):
      // What is disabled holds nothing that is enabled.
      if nodes[node.index].isEnabled, let inside = firstNode(in: nodes[node.index].entries) {
        return .item(NodeID(index: inside))
      }
      return afterContents(of: node.index)
    case .anotherRow(let node): return nextSibling(of: node.index)
    }
  }

  /// What follows once a node and all in it have been passed.
  private func afterContents(of node: Int) -> Stop? {
    if form.items[nodes[node].item].isRepeatingGroup { return .anotherRow(NodeID(index: node)) }
    return nextSibling(of: node)
  }

  private func nextSibling(of node: Int) -> Stop? {
    let container = nodes[node].container
    if node + 1 < nodes(in: container).upperBound { return .item(NodeID(index: node + 1)) }
    guard let owner = containers[container].owner else { return nil }
    let entries = nodes[owner].entries
    // A row that was removed is followed by what follows its group.
    let place = entries.firstIndex(of: container) ?? entries.count - 1
    if let next = firstNode(in: Array(entries[(place + 1)...])) {
      return .item(NodeID(index: next))
    }
    return afterContents(of: owner)
  }

  private func predecessor(of stop: Stop) -> Stop? {
    switch stop {
    case .anotherRow(let node): return lastStop(inside: node.index)
    case .item(let node):
      let container = nodes[node.index].container
      if node.index > containers[container].firstNode {
        return lastStop(at: node.index - 1)
      }
      guard let owner = containers[container].owner else { return nil }
      let entries = nodes[owner].entries
      let place = entries.firstIndex(of: container) ?? 0
      for entry in entries[..<place].reversed() where hasNodes(entry) {
        return lastStop(at: nodes(in: entry).upperBound - 1)
      }
      return .item(NodeID(index: owner))
    }
  }

  /// The last stop at or within a node.
  private func lastStop(at node: Int) -> Stop {
    if form.items[nodes[node].item].isRepeatingGroup, nodes[node].isEnabled {
      return .anotherRow(NodeID(index: node))
    }
    return lastStop(inside: node)
  }

  private func lastStop(inside node: Int) -> Stop {
    guard nodes[node].isEnabled else { return .item(NodeID(index: node)) }
    for entry in nodes[node].entries.reversed() where hasNodes(entry) {
      return lastStop(at: nodes(in: entry).upperBound - 1)
    }
    return .item(NodeID(index: node))
  }

  private func firstNode(in entries: [Int]) -> Int? {
    entries.first { hasNodes($0) }.map { containers[$0].firstNode }
  }

  private func hasNodes(_ container: Int) -> Bool { !nodes(in: container).isEmpty }
}
