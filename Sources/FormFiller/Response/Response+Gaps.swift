import FHIR
import FHIRPath

extension Response {
  /// What is not known about the answers to an item: empty when each of its questions was answered,
  /// or was closed by an answer that settles it.
  ///
  /// A question that an answer closed has no answer for a reason: who has no wound is not asked
  /// when it happened. A question that is closed because another one has no answer is not known, and
  /// so is one that was closed by an answer which only decides what is asked.
  ///
  /// - Parameters:
  ///   - item: The item; of a group, all questions within it.
  ///   - isRouting: Whether a question says nothing but what is to be asked.
  public func gaps(
    behind item: FormItem, isRouting: @escaping (FormItem) -> Bool
  ) -> [AnswerGap] {
    var search = GapSearch(response: self, isRouting: isRouting)
    search.visit(item: item.index)
    return search.gaps
  }
}

/// Looks for what stands between a response and the answers to an item.
private struct GapSearch {
  let response: Response
  let isRouting: (FormItem) -> Bool
  private(set) var gaps: [AnswerGap] = []
  private var visited: Set<Int> = []

  init(response: Response, isRouting: @escaping (FormItem) -> Bool) {
    self.response = response
    self.isRouting = isRouting
  }

  private var form: Form { response.form }

  mutating func visit(item: Int) {
    guard visited.insert(item).inserted else { return }
    let isGroup = form.items[item].type == .group
    let nodes = response.nodes(of: item, within: 0)
    // What lies under an answer that nobody gave, or in no row, has no place yet.
    if nodes.isEmpty, let parent = form.items[item].parent { visit(item: parent) }
    for node in nodes {
      guard response.nodes[node].isEnabled else {
        visitClosed(node)
        continue
      }
      if isGroup { visitGroup(node) } else { visitQuestion(node) }
    }
  }

  private mutating func visitGroup(_ node: Int) {
    let item = response.nodes[node].item
    if response.nodes[node].entries.isEmpty {
      add(AnswerGap(item: item, node: NodeID(index: node), reason: .notReached))
      return
    }
    for index in form.items.indices[item...].dropFirst().prefix(form.items[item].end - item - 1)
    where form.items[index].isQuestion {
      visit(item: index)
    }
  }

  private mutating func visitQuestion(_ node: Int) {
    let item = form.items[response.nodes[node].item]
    guard item.isQuestion else { return }
    if form.isCalculated(item.index), response.nodes[node].state != .answered {
      visitCalculation(node)
    } else if let reason = reason(of: node) {
      add(AnswerGap(item: item.index, node: NodeID(index: node), reason: reason))
    }
  }

  /// A value that could not be worked out is missing because of what it is worked out from.
  private mutating func visitCalculation(_ node: Int) {
    let item = response.nodes[node].item
    let before = gaps.count
    visit(readsOf: form.expressions[item]?.calculation)
    guard gaps.count == before else { return }
    add(AnswerGap(item: item, node: NodeID(index: node), reason: .notCalculated))
  }

  private func reason(of node: Int) -> AnswerGap.Reason? {
    switch response.nodes[node].state {
    case .unseen: .notReached
    case .skipped: .skipped
    case .unknown, .declined: .declined
    case .answered: nil
    }
  }

  // MARK: - What is closed

  /// Finds why a node is closed: at the outermost item around it whose conditions are not met.
  private mutating func visitClosed(_ node: Int) {
    var closed = node
    var current: Int? = node
    while let found = current {
      if !response.nodes[found].isMet { closed = found }
      current = response.containers[response.nodes[found].container].owner
    }
    if response.nodes[closed].isMet {
      // It lies under an answer that was not given.
      guard let owner = response.containers[response.nodes[closed].container].owner else { return }
      visitQuestion(owner)
      return
    }
    visitConditions(of: closed)
  }

  private mutating func visitConditions(of node: Int) {
    let item = form.items[response.nodes[node].item]
    var causes: [GapSearch] = []
    for condition in item.conditions {
      guard let question = condition.question else { continue }
      let gate = response.nearestNode(of: condition, to: node)
      guard !condition.isMet(by: gate.map { response.currentValues(of: $0) } ?? []) else {
        continue
      }
      var cause = self
      cause.visitGate(question, at: gate, for: node)
      // Where all conditions have to be met, one that an answer settles is enough.
      if item.behavior == .all, cause.gaps.count == gaps.count { return }
      causes.append(cause)
    }
    for cause in causes { for gap in cause.gaps { add(gap) } }
    for read in form.expressions[item.index]?.enableWhen?.facts?.itemReads ?? [] {
      guard let question = form.index(linkId: read.linkId) else { continue }
      let gates = response.nodes(of: question, within: 0)
      visitGate(question, at: gates.count == 1 ? gates[0] : nil, for: node)
    }
  }

  /// A gate that was answered settles what it closes, unless it only says what is asked.
  private mutating func visitGate(_ question: Int, at gate: Int?, for node: Int) {
    guard let gate, response.nodes[gate].isEnabled, reason(of: gate) == nil else {
      visit(item: question)
      return
    }
    guard isRouting(form.items[question]) else { return }
    add(AnswerGap(item: response.nodes[node].item, node: NodeID(index: node), reason: .leftOut))
  }

  private mutating func visit(readsOf expression: FormExpression?) {
    for read in expression?.facts?.itemReads ?? [] {
      guard let item = form.index(linkId: read.linkId) else { continue }
      visit(item: item)
    }
  }

  private mutating func add(_ gap: AnswerGap) {
    if !gaps.contains(gap) { gaps.append(gap) }
  }
}
