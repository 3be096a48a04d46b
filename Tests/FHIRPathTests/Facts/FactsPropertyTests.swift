import FHIR
import FHIRPath
import SeededRandomness
import Testing

/// The facts of any expression hold on any response.
@Suite struct FactsPropertyTests {
  /// Answers to items that are not read never change what an expression gives.
  @Test(arguments: 0..<4)
  func `what is not read does not matter`(_ seed: Int) throws {
    var random = SeededGenerator(seed: 100 + seed)
    var expressions = RandomExpression(random: SeededGenerator(seed: 200 + seed))
    var narrowed = 0
    var failures: [String] = []
    for _ in 0..<500 {
      let text = expressions.expression(random.number(1...3))
      guard let expression = try? FHIRPathExpression(text) else { continue }
      let facts = expression.facts
      guard !facts.mayReadEverything else { continue }
      narrowed += 1
      for _ in 0..<6 {
        if let failure = try Self.failure(of: expression, facts, &random) {
          failures.append("\(text): \(failure)")
          break
        }
      }
    }
    #expect(failures.isEmpty, "\(failures.count):\n\(failures.joined(separator: "\n"))")
    #expect(narrowed > 100)
  }

  /// Shapes that random expressions seldom have, each on many responses.
  @Test(arguments: [
    "item.where(linkId='g').where(1 + 'a' = 2).item.where(linkId='a').answer.value",
    "item.where(linkId='g').where($index = 1).item.where(linkId='a').answer.value",
    "item.where(linkId='g').item.where(linkId='q').select(iif($index = 1, answer.value, {}))",
    "(item.where(linkId='q') | item.where(linkId='g').item.where(linkId='q')).answer.value",
    "%resource.descendants().where(linkId='q').distinct().answer.value",
    "%resource.repeat(item | answer.item).where(linkId='q').answer.value",
    "%resource.repeat(item).where(linkId='g').item.where(linkId='a').answer.value",
    "%resource.descendants().where(linkId='a' and answer.value > 3).answer.value",
    "%resource.descendants().where(linkId='a' and value > 3).answer.value",
    "item.where(linkId='g').all(item.where(linkId='a').answer.value = 1)",
    "item.where(linkId='g').sort(item.where(linkId='b').answer.value).first().item"
      + ".where(linkId='a').answer.value",
    "item.where(linkId='g').defineVariable('v', item.where(linkId='b').answer.value)"
      + ".item.where(linkId='a' and answer.value = %v).answer.value",
    "coalesce(item.where(linkId='g'), item.where(linkId='q').answer).item.where(linkId='a').answer",
    "item.where(linkId='g')[1].item.where(linkId='a').answer.value",
    "item.where(linkId='q').answer[0].item.where(linkId='a').answer.value",
    "item.where(linkId='g').aggregate($total + item.where(linkId='a').answer.count(), 0)",
    "%terminologies.lookup(item.where(linkId='b').answer.value).parameter.value",
    "item.where(linkId='g').select(%terminologies.lookup(item.where(linkId='b').answer.value))",
    "item.where(linkId='g').select(%terminologies.lookup('x')).parameter.value",
    "%resource.descendants().where(linkId='a').answer.value.where(memberOf('urn:v'))",
    "item.where(linkId='g').item.where(linkId='b').answer.value.memberOf('urn:v')",
  ])
  func `what is not read does not matter to these`(_ text: String) throws {
    var random = SeededGenerator(seed: 7)
    let expression = try FHIRPathExpression(text)
    let facts = expression.facts
    for _ in 0..<150 {
      let failure = try Self.failure(of: expression, facts, &random)
      #expect(failure == nil)
      if failure != nil { break }
    }
  }

  /// What two responses that differ in what is not read give, where that differs.
  private static func failure(
    of expression: FHIRPathExpression, _ facts: ExpressionFacts, _ random: inout SeededGenerator
  ) throws -> String? {
    let tree = AnswerTree.random(&random)
    // The whole response, a group, a question, or an item in an answer.
    let focus = [nil, tree.items[0], tree.items[2], tree.items[0].items[0]]
    let place = random.number(0...3)
    var kept = AnswerTree.Kept()
    for read in facts.itemReads {
      if read.extent == .answers {
        kept.answers.insert(read.linkId)
      } else {
        kept.everythingWithin.insert(read.linkId)
      }
    }
    // Then the whole response is read.
    if facts.mayReadEverything || facts.focusExtent == .everythingWithin && place == 0 {
      return nil
    }
    if facts.focusExtent == .answers { kept.focusAnswers = focus[place] }
    if facts.focusExtent == .everythingWithin { kept.focus = focus[place] }
    let first = try Outcome(expression, tree, focus[place])
    let before = tree.json
    tree.change(keeping: kept, &random)
    let second = try Outcome(expression, tree, focus[place])
    if first == second || first.isLimited || second.isLimited { return nil }
    return "\n  \(before)\n  \(tree.json)\n  focus \(focus[place]?.json ?? "response")"
      + "\n  \(first.text)\n  \(second.text)"
  }
}

/// A host that knows one code.
private struct CodeHost: FHIRPathHost {
  private func isKnown(_ value: FHIRPathValue) -> Bool {
    guard case .node(let node) = value else { return value.text == "x" }
    return node.text == "x" || node.children.contains { $0.name == "code" && $0.text == "x" }
  }

  func membership(of value: FHIRPathValue, in valueSet: String) throws -> ValueSetMembership? {
    isKnown(value) ? .member : value.text == nil ? .notMember : .undecided
  }

  func lookUp(_ value: FHIRPathValue) throws -> [ResourceNode]? {
    guard isKnown(value) else { return [] }
    let text =
      #"{"resourceType":"Parameters","parameter":[{"name":"display","valueString":"X"}]}"#
    return [ResourceTree(try JSONDocument(text)).root]
  }
}

/// What an expression gives, with all that is in it.
private struct Outcome: Equatable {
  let text: String
  var isLimited = false

  init(_ expression: FHIRPathExpression, _ tree: AnswerTree, _ focus: AnswerTree.Item?) throws {
    let resource = ResourceTree(try JSONDocument(tree.json)).root
    let node = focus.map { Self.node(of: $0, in: tree, resource) } ?? resource
    var options = EvaluationOptions(
      resource: resource, variables: ["status": [.string("x")]], host: CodeHost(),
      limits: EvaluationLimits(steps: 20_000, items: 2_000))
    options.rootResource = resource
    do {
      let values = try expression.evaluate(on: node, options)
      text = values.map(Self.text).joined(separator: " ; ")
    } catch {
      text = "error"
      switch error.reason {
      case .tooManySteps, .tooManyItems, .tooMuchText: isLimited = true
      default: break
      }
    }
  }

  private static func text(of value: FHIRPathValue) -> String {
    guard case .node(let node) = value, let json = node.json else {
      return "\(value.typeName) \(value.text ?? "")"
    }
    return "\(node.typeName) \(JSONWriter(.compact).text(of: json))"
  }

  /// Where an item lies; nil while it is not there.
  private static func node(
    of wanted: AnswerTree.Item, in tree: AnswerTree, _ resource: ResourceNode
  ) -> ResourceNode? {
    found(wanted, among: tree.items, in: resource)
  }

  private static func found(
    _ wanted: AnswerTree.Item, among items: [AnswerTree.Item], in parent: ResourceNode
  ) -> ResourceNode? {
    let nodes = parent.children.filter { $0.name == "item" }
    for (item, node) in zip(items.filter { $0.json != nil }, nodes) {
      if item === wanted { return node }
      if let inner = found(wanted, among: item.items, in: node) { return inner }
      let answers = node.children.filter { $0.name == "answer" }
      for (answer, place) in zip(item.answers.filter { $0.value != nil }, answers) {
        if let inner = found(wanted, among: answer.items, in: place) { return inner }
      }
    }
    return nil
  }
}
