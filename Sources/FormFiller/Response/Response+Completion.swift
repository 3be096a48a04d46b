extension Response {
  /// The paths of the rows in which nothing is answered, of groups that have others.
  ///
  /// A completed response leaves them out. Whoever fills the form may remove them before, so that
  /// conditions no longer look into them.
  public var emptyRows: [ItemPath] {
    nodes.indices.filter { nodes[$0].isEnabled }.flatMap { node in
      emptyRows(of: node).map { path(toRow: containers[$0].id, of: NodeID(index: node)) }
    }
  }

  /// The rows of a group that hold no answer, but for one if that is all there is.
  private func emptyRows(of node: Int) -> [Int] {
    let entries = nodes[node].entries
    guard entries.count > 1, form.items[nodes[node].item].type == .group else { return [] }
    let empty = entries.filter { !holdsAnswer($0) }
    return empty.count == entries.count ? Array(empty.dropFirst()) : empty
  }

  /// Whether anything that is enabled in a row is answered or declined.
  func holdsAnswer(_ row: Int) -> Bool {
    nodes(in: row).contains { node in
      guard nodes[node].isEnabled else { return false }
      if form.items[nodes[node].item].isQuestion { return isSettled(node) }
      return nodes[node].entries.contains { holdsAnswer($0) }
    }
  }

  /// The response as it is once it is completed: without empty rows and without what is parked.
  ///
  /// A condition may have looked into what goes, so that each step works out anew what is enabled.
  /// What is completed is therefore enabled in the same way when it is read back.
  func withoutWhatIsNotCompleted() -> Response {
    var response = self
    while response.removeEmptyRows() || response.removeParkedAnswers() {
      response.settleAll()
    }
    return response
  }

  /// Whether there were any.
  private mutating func removeEmptyRows() -> Bool {
    var isChanged = false
    for node in nodes.indices where nodes[node].isEnabled {
      let empty = emptyRows(of: node)
      guard !empty.isEmpty else { continue }
      for row in empty { retire(row) }
      nodes[node].entries.removeAll { containers[$0].isRemoved }
      isChanged = true
    }
    return isChanged
  }

  /// Whether any answer went that something lies under, into which a condition may have looked.
  private mutating func removeParkedAnswers() -> Bool {
    var isChanged = false
    for node in nodes.indices where !nodes[node].isEnabled && !nodes[node].entries.isEmpty {
      let item = nodes[node].item
      guard form.items[item].isQuestion, !form.items[item].children.isEmpty,
        !containers[nodes[node].container].isRemoved
      else { continue }
      isChanged = isChanged || nodes[node].entries.contains { containers[$0].value != nil }
      for entry in nodes[node].entries { retire(entry) }
      nodes[node].entries = []
      nodes[node].state = .unseen
    }
    return isChanged
  }
}
