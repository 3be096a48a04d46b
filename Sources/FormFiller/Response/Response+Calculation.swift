import FHIR
import FHIRPath

extension Response {
  /// Brings what expressions see up to date with the answers.
  mutating func updateLive() {
    guard form.usesExpressions else { return }
    // Taken out, so that nothing else holds on to it while it changes.
    var current = LiveResponse()
    swap(&current, &live)
    current.update(from: self)
    swap(&current, &live)
  }

  /// Puts the calculation of a node in the queue, if it has one.
  func queueCalculation(of node: Int, _ queue: inout WorkQueue) {
    let item = nodes[node].item
    guard form.isCalculated(item) else { return }
    queue.insert(WorkItem(kind: .calculation, node: node), rank: form.rank(.calculation, item))
  }

  /// Whether an expression is true; what cannot be told counts as true, so that nothing is left
  /// unasked because of it.
  mutating func isTrue(_ expression: FormExpression, for item: WorkItem) -> Bool {
    let result = evaluating { evaluator throws(ExpressionFailure) in
      try evaluator.truth(of: expression, at: evaluator.response.place(of: item.node))
    }
    switch result {
    case .success(let truth):
      failures[item] = nil
      return truth ?? false
    case .failure(let failure):
      failures[item] = failure
      return true
    }
  }

  /// Evaluates on the answers as they are, and remembers what variables came to.
  private mutating func evaluating<Value>(
    _ body: (inout ExpressionEvaluator) throws(ExpressionFailure) -> Value
  ) -> Result<Value, ExpressionFailure> {
    updateLive()
    var evaluator = ExpressionEvaluator(self)
    let result: Result<Value, ExpressionFailure>
    do {
      result = .success(try body(&evaluator))
    } catch {
      result = .failure(error)
    }
    live.memory = evaluator.memory
    return result
  }

  // MARK: - Calculated values

  /// Works out a calculated value, unless a person put another in its place.
  mutating func calculate(_ node: Int, _ work: inout Work) {
    let item = form.items[nodes[node].item]
    guard nodes[node].isEnabled, !nodes[node].isEdited,
      let expression = form.expressions[item.index]?.calculation
    else { return }
    let workItem = WorkItem(kind: .calculation, node: node)
    let result: Result<[AnswerValue], ExpressionFailure>
    if expression.isScore, !missingParts(of: node).missing.isEmpty {
      result = .success([])
    } else {
      result = calculatedValues(of: expression, for: node)
    }
    switch result {
    case .success(let values):
      failures[workItem] = nil
      takeOver(values, at: node, &work)
    case .failure(let failure):
      failures[workItem] = failure
      takeOver([], at: node, &work)
    }
  }

  private mutating func calculatedValues(
    of expression: FormExpression, for node: Int
  ) -> Result<[AnswerValue], ExpressionFailure> {
    let item = form.items[nodes[node].item]
    return evaluating { evaluator throws(ExpressionFailure) in
      let place = evaluator.response.place(of: node)
      let found = try evaluator.values(of: expression, at: place)
      func failure(_ reason: ExpressionFailure.Reason) -> ExpressionFailure {
        ExpressionFailure(use: expression.use, linkId: item.linkId, reason: reason)
      }
      guard found.count <= 1 || item.repeats else { throw failure(.severalValues) }
      var values: [AnswerValue] = []
      for value in found {
        guard let answer = item.answer(from: value) else { throw failure(.wrongType) }
        values.append(answer)
      }
      return values
    }
  }

  /// Takes a calculated value that was read for what it is, where it is what the form works out.
  mutating func forgetEditing(of node: Int, ifSameAs values: [AnswerValue]) {
    guard let expression = form.expressions[nodes[node].item]?.calculation,
      case .success(let calculated) = calculatedValues(of: expression, for: node),
      calculated.elementsEqual(values, by: { $0.means($1) })
    else { return }
    nodes[node].isEdited = false
  }

  /// Makes these the answers of a calculated item, and queues what follows from it.
  private mutating func takeOver(_ values: [AnswerValue], at node: Int, _ work: inout Work) {
    let current = answers(of: NodeID(index: node)).map(\.value)
    guard
      !current.elementsEqual(values, by: { $0.isWritten(like: $1) })
        || (values.isEmpty && nodes[node].state != .unseen)
    else { return }
    let former = nodes[node].entries
    if values.isEmpty {
      removeAnswers(of: node, leaving: .unseen)
    } else {
      replaceAnswers(of: node, with: values)
    }
    work.recalculated.insert(node)
    followAnswers(of: node, former: former, &work)
  }

  /// Leaves what does not come to rest without value.
  mutating func giveUp(_ item: WorkItem, _ work: inout Work) {
    guard work.isFirstRefusal(of: item) else { return }
    let index = nodes[item.node].item
    let expression =
      item.kind == .calculation
      ? form.expressions[index]?.calculation : form.expressions[index]?.enableWhen
    guard let expression else { return }
    failures[item] = ExpressionFailure(
      use: expression.use, linkId: form.items[index].linkId, reason: .unsettled)
    switch item.kind {
    case .calculation: takeOver([], at: item.node, &work)
    case .enablement:
      guard !nodes[item.node].isMet else { return }
      nodes[item.node].isMet = true
      updateEnablement(of: item.node, &work)
    }
  }

  // MARK: - Initial values

  /// Works out what questions that were just made begin with.
  mutating func giveInitialValues(_ work: inout Work) {
    guard !waitingForInitialValues.isEmpty else { return }
    let waiting = waitingForInitialValues
    waitingForInitialValues = []
    for node in waiting where nodes[node].state == .unseen {
      guard let expression = form.expressions[nodes[node].item]?.initialValue,
        !containers[nodes[node].container].isRemoved
      else { continue }
      let item = form.items[nodes[node].item]
      switch calculatedValues(of: expression, for: node) {
      case .success(let values) where !values.isEmpty:
        let former = nodes[node].entries
        replaceAnswers(of: node, with: item.repeats ? values : Array(values.prefix(1)))
        followAnswers(of: node, former: former, &work)
      case .success: break
      case .failure(let failure): initialValueFailures[node] = failure
      }
    }
  }

  // MARK: - Scores

  /// The questions a calculated value is worked out from that are asked, and those of them that have
  /// no answer; a question that is not asked is not missing.
  func missingParts(of node: Int) -> (missing: [Int], asked: Int) {
    let asked = askedParts(of: node)
    return (inFormOrder(asked.filter { nodes[$0].state != .answered }), asked.count)
  }

  private func askedParts(of node: Int) -> [Int] {
    var parts: Set<Int> = []
    for read in form.dependencies.calculationReads[nodes[node].item] ?? [] {
      let scope = container(of: node, in: read.scope)
      switch read.source {
      case .answers(let item): parts.formUnion(nodes(of: item, within: scope))
      case .contents(let item): parts.formUnion(scoredNodes(in: item..<form.items[item].end, scope))
      case .everything: parts.formUnion(scoredNodes(in: form.items.indices, scope))
      }
    }
    return parts.filter { part in
      part != node && nodes[part].isEnabled && form.items[nodes[part].item].isQuestion
    }
  }

  /// The questions that a calculated value is worked out from and that are asked, in the order of
  /// the form.
  public func calculationParts(of node: NodeID) -> [NodeID] {
    inFormOrder(askedParts(of: node.index)).map { NodeID(index: $0) }
  }

  private func scoredNodes(in items: Range<Int>, _ scope: Int) -> [Int] {
    items.filter { form.items[$0].hasWeights }.flatMap { nodes(of: $0, within: scope) }
  }
}

/// Where a calculated value stands.
public enum CalculationState: Sendable, Hashable {
  /// It was worked out; empty where it comes to nothing.
  case calculated([AnswerValue])
  /// A person put another answer in its place.
  case edited([AnswerValue])
  /// It is a score, and of so many questions these have no answer.
  case incomplete(missing: [NodeID], of: Int)
  /// It cannot be worked out.
  case unknown(ExpressionFailure)
}

extension Response {
  /// Where the calculated value of an item stands; nil for an item without calculation.
  public func calculation(of node: NodeID) -> CalculationState? {
    let item = nodes[node.index].item
    guard let expression = form.expressions[item]?.calculation else { return nil }
    let values = answers(of: node).map(\.value)
    if nodes[node.index].isEdited { return .edited(values) }
    if let failure = failures[WorkItem(kind: .calculation, node: node.index)] {
      return .unknown(failure)
    }
    if expression.isScore {
      let parts = missingParts(of: node.index)
      if !parts.missing.isEmpty {
        return .incomplete(missing: parts.missing.map { NodeID(index: $0) }, of: parts.asked)
      }
    }
    return .calculated(values)
  }

  /// Why conditions, calculations and initial values have no value now.
  public var expressionFailures: [ExpressionFailure] {
    let present = failures.filter { !containers[nodes[$0.key.node].container].isRemoved }
    let ordered = present.sorted {
      ($0.key.node, $0.key.kind.rawValue) < ($1.key.node, $1.key.kind.rawValue)
    }
    return missingContexts + ordered.map(\.value)
      + initialValueFailures.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The expressions that use a resource which was not handed in.
  private var missingContexts: [ExpressionFailure] {
    let ofItems = form.expressions.sorted { ($0.key ?? -1) < ($1.key ?? -1) }.flatMap(\.value.all)
    return (form.variables.map(\.expression) + ofItems).flatMap { expression in
      expression.variables.values.compactMap { meaning -> ExpressionFailure? in
        guard case .launchContext(let name) = meaning, context.resources[name] == nil else {
          return nil
        }
        return ExpressionFailure(
          use: expression.use, linkId: expression.owner.map { form.items[$0].linkId },
          reason: .missingContext(name))
      }
    }
  }
}
