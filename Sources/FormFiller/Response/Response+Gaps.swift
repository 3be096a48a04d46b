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
    if form.isCalculated(item) { return visitCalculation(of: item) }
    let isGroup = form.items[item].type == .group
    let nodes = response.nodes(of: item, within: 0)
    // What lies under an answer that nobody gave, or in no row, has no place yet.
    if nodes.isEmpty, let parent = form.items[item].parent { visit(item: parent) }
    for node in nodes {
      guard response.nodes[node].isEnabled else {
        visitClosed(node, for: node)
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
    guard item.isQuestion, let reason = reason(of: node) else { return }
    add(AnswerGap(item: item.index, node: NodeID(index: node), reason: reason))
  }

  /// A value that could not be worked out is missing because of what it is worked out from.
  private mutating func visitCalculation(of item: Int) {
    let nodes = response.nodes(of: item, within: 0)
    guard !nodes.contains(where: { isAnswered($0) }) else { return }
    let before = gaps.count
    if let expression = form.expressions[item]?.calculation {
      for read in reads(of: expression) { visit(item: read) }
    }
    guard gaps.count == before, let node = nodes.first(where: { response.nodes[$0].isEnabled })
    else { return }
    add(AnswerGap(item: item, node: NodeID(index: node), reason: .notCalculated))
  }

  private func isAnswered(_ node: Int) -> Bool {
    response.nodes[node].isEnabled && response.nodes[node].state == .answered
  }

  /// The items that an expression reads, itself or through the form's variables.
  private func reads(of expression: FormExpression) -> [Int] {
    var variables: Set<Int> = []
    var found: [Int] = []
    func gather(_ expression: FormExpression) {
      for read in expression.facts?.itemReads ?? [] {
        if let item = form.index(linkId: read.linkId), !found.contains(item) { found.append(item) }
      }
      for (_, meaning) in expression.variables.sorted(by: { $0.key < $1.key }) {
        guard case .defined(let number) = meaning, variables.insert(number).inserted else {
          continue
        }
        gather(form.variables[number].expression)
      }
    }
    gather(expression)
    return found
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
  private mutating func visitClosed(_ node: Int, for question: Int) {
    var closed = node
    var current: Int? = node
    while let found = current {
      if !response.nodes[found].isMet { closed = found }
      current = response.containers[response.nodes[found].container].owner
    }
    guard response.nodes[closed].isMet else { return visitConditions(of: closed, for: question) }
    // It lies under an answer that was not given.
    guard let owner = response.containers[response.nodes[closed].container].owner else { return }
    visitQuestion(owner)
  }

  private mutating func visitConditions(of node: Int, for asked: Int) {
    let item = form.items[response.nodes[node].item]
    var causes: [GapSearch] = []
    for condition in item.conditions {
      guard let question = condition.question else { continue }
      let gate = response.nearestNode(of: condition, to: node)
      guard !condition.isMet(by: gate.map { response.currentValues(of: $0) } ?? []) else {
        continue
      }
      var cause = self
      cause.visitGate(question, at: gate, for: asked)
      // Where all conditions have to be met, one that an answer settles is enough.
      if item.behavior == .all, cause.gaps.count == gaps.count { return }
      causes.append(cause)
    }
    for cause in causes { for gap in cause.gaps { add(gap) } }
    guard let expression = form.expressions[item.index]?.enableWhen else { return }
    for question in reads(of: expression) {
      let gates = response.nodes(of: question, within: 0)
      visitGate(question, at: gates.count == 1 ? gates[0] : nil, for: asked)
    }
  }

  /// A gate that was answered settles what it closes, unless it only says what is asked.
  private mutating func visitGate(_ question: Int, at gate: Int?, for asked: Int) {
    guard let gate, response.nodes[gate].isEnabled, reason(of: gate) == nil else {
      visit(item: question)
      return
    }
    guard isRouting(form.items[question]) else { return }
    add(AnswerGap(item: response.nodes[asked].item, node: NodeID(index: asked), reason: .leftOut))
  }

  private mutating func add(_ gap: AnswerGap) {
    if !gaps.contains(gap) { gaps.append(gap) }
  }
}
