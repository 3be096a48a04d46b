import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// A live resource is, to any expression, the document of what is visible in it.
@Suite struct LiveResourceTests {
  static let expressions = [
    "descendants()", "children()", "item", "item.item", "item.answer", "item.answer.item.answer",
    "descendants().count()", "children().count()", "item.count()", "answer.value", "value", "text",
    "descendants().linkId", "descendants().select(pathname())", "descendants().text",
    "descendants().value", "descendants().odd", "descendants().odder", "descendants().another",
    "descendants().extension('w').value.sum()", "descendants().ofType(Coding).code",
    "descendants().where(value is Quantity).value", "descendants().value.ofType(integer)",
    "repeat(item)", "repeat(item).linkId", "repeat(item | answer)", "repeat(children()).count()",
    "repeatAll(item).count()", "repeatAll(item | answer.item).linkId", "answers()",
    "descendants().answers().value", "descendants().distinct().count()", "item.isDistinct()",
    "item.distinct()", "descendants().answer.distinct()", "(item | item).count()",
    "item.combine(item).distinct().count()", "item.first() = item.last()", "item[1] ~ item[0]",
    "item = %resource.item", "item.tail() ~ item.take(1)", "$this = %resource", "$this ~ %resource",
    "item.intersect(%resource.item).count()", "item.exclude(item.first()).count()",
    "item.subsetOf(%resource.item)", "item.where(answer.exists()).linkId", "item.exists()",
    "item.all(linkId.exists())", "item.empty()", "item.hasValue()", "text.hasValue()",
    "descendants().where(hasValue()).count()", "item.sort(-linkId).linkId", "item.skip(1).linkId",
    "item.single()", "item.where(linkId = 'a' and answer.exists())", "%resource.status.extension",
    "%resource.unknownHere.x", "%rootResource.item.count()", "%context.item.linkId",
    "descendants().where($this is BackboneElement).count()", "type()", "item.type()",
    "item.answer.value.weight()", "descendants().where(text.empty()).linkId.join(',')",
    "item.aggregate($this.descendants().count() + $total, 0)", "item.select($index)",
    "BackboneElement { extension: extension }.extension.url",
    "BackboneElement { modifierExtension: item }.modifierExtension.children()",
    "item.answer.value.toString()",
    "iif(item.count() > 1, item[1].descendants(), item)", "item.linkId.trace('t')",
    "descendants().children().count()", "item.item.item.answer.value", "valueInteger",
    "item.definition", "descendants().id", "item.checkModifiers('m')",
    "item.where(linkId = 'a')", "item.where('b' = linkId).answer.value",
    "item.exists(linkId = 'a')", "descendants().where(linkId = 'a')",
    "descendants().where(linkId = 'é').item", "descendants().exists(linkId = 'pain')",
    "repeat(item).where(linkId = 'a')", "repeat(item).where(linkId = '')",
    "item.repeat(item).where(linkId = 'b')", "descendants().repeat(item).where(linkId = 'b')",
    "%resource.item.where(linkId = 'a').item.where(linkId = 'b').answer.value",
    "%resource.descendants().where(linkId = 'c').descendants().where(linkId = 'a')",
    "descendants().item.where(linkId = 'e\u{301}')", "item.answer.item.where(linkId = 'a')",
  ]

  static let compiled = Result { try expressions.map { try FHIRPathExpression($0) } }

  @Test(arguments: 0..<16)
  func `expressions give what they give for the document of what is visible`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var (model, live) = try ResponseModel.random(&random)
    for _ in 0..<6 {
      for _ in 0..<random.number(1...6) { try model.change(&live, &random) }
      try expectSame(model, live, &random)
    }
  }

  private func expectSame(
    _ model: ResponseModel, _ live: LiveResource, _ random: inout SeededGenerator
  ) throws {
    let plain = ResourceTree(try JSONDocument(model.document)).root
    #expect(Self.text(of: live.root) == Self.text(of: plain))
    let options = [EvaluationOptions(), EvaluationOptions(acceptsTypedNames: true)]
    for expression in try Self.compiled.get() {
      expectSame(expression, live.root, plain, random.pick(from: options))
    }
    for (number, entry) in model.entries.enumerated() {
      let found = live.node(of: entry.place)
      #expect((found != nil) == model.isVisible(number))
      guard let found, random.happens(inHundred: 15) else { continue }
      let expected = model.node(of: number, in: plain)
      #expect(found.path == expected.path)
      #expect(found.children.map(\.path) == expected.children.map(\.path))
      for expression in try Self.compiled.get() {
        expectSame(expression, found, expected, random.pick(from: options))
      }
    }
  }

  private func expectSame(
    _ expression: FHIRPathExpression, _ live: ResourceNode, _ plain: ResourceNode,
    _ options: EvaluationOptions
  ) {
    let found = Self.outcome(of: expression, on: live, options)
    let expected = Self.outcome(of: expression, on: plain, options)
    #expect(found == expected, "\(expression.syntax) on \(live.path)")
  }

  /// All there is to see of a result.
  static func outcome(
    of expression: FHIRPathExpression, on node: ResourceNode, _ options: EvaluationOptions
  ) -> [String] {
    do {
      return try expression.evaluate(on: node, options).map { value in
        let start = "\(value.typeName) \(value.text ?? "") \(value.boolean ?? false)"
        let number = value.decimal?.description ?? ""
        guard case .node(let node) = value else { return "\(start) \(number)" }
        return "\(start) \(number) \(node.path) \(node.hasValue) \(text(of: node))"
      }
    } catch {
      return [error.description]
    }
  }

  static func text(of node: ResourceNode) -> String {
    node.json.map { JSONWriter(.compact).text(of: $0) } ?? "nothing"
  }

  // MARK: - A value

  @Test func `a copy and a node keep what they show`() throws {
    var random = SeededGenerator(seed: 7)
    var (model, live) = try ResponseModel.random(&random)
    for _ in 0..<20 { try model.change(&live, &random) }
    let copy = live
    let node = live.root
    let before = Self.text(of: node)
    for _ in 0..<20 { try model.change(&live, &random) }
    #expect(Self.text(of: node) == before)
    #expect(Self.text(of: copy.root) == before)
    #expect(Self.text(of: live.root) != before)
  }

  @Test func `places are those of the structure, and what is left open ends with it`() throws {
    var live = try Self.flat(items: 0)
    #expect(Self.text(of: live.root) == #"{"resourceType":"QuestionnaireResponse"}"#)
    var answer: LiveResource.Place?
    live = LiveResource(live.root.json!) { builder in
      _ = builder.open(.item(linkId: "a"))
      answer = builder.open(.answer)
    }
    live.setContent(of: try #require(answer), to: try JSONDocument(#"{"valueInteger":1}"#).root)
    let item = #"{"linkId":"a","answer":[{"valueInteger":1}]}"#
    let whole = #"{"resourceType":"QuestionnaireResponse","item":[\#(item)]}"#
    #expect(Self.text(of: live.root) == whole)
    live.setContent(of: try #require(answer), to: try JSONDocument("{}").root)
    #expect(live.root.children.isEmpty)
  }

  // MARK: - Cost

  static func flat(items count: Int) throws -> LiveResource {
    let own = try JSONDocument(#"{"resourceType":"QuestionnaireResponse"}"#)
    return LiveResource(own.root) { builder in
      for number in 0..<count {
        _ = builder.open(.item(linkId: "q\(number)"))
        builder.close()
      }
    }
  }

  @Test func `changes stay in the tree unless somebody else has it or there is no room`() throws {
    var live = try Self.flat(items: 500)
    let content = try JSONDocument(#"{"text":"t","answer":[{"valueInteger":1}]}"#).root
    let other = try JSONDocument(#"{"text":"u"}"#).root
    let tree = ObjectIdentifier(live.root.tree)
    for number in 0..<500 { live.setContent(of: LiveResource.Place(number), to: content) }
    for number in 0..<500 { live.setContent(of: LiveResource.Place(number), to: other) }
    for number in 0..<500 { live.setContent(of: LiveResource.Place(number), to: nil) }
    #expect(ObjectIdentifier(live.root.tree) == tree)
    let root = live.root
    live.setContent(of: LiveResource.Place(0), to: nil)
    #expect(live.root.tree === root.tree)
    live.setContent(of: LiveResource.Place(0), to: content)
    #expect(live.root.tree !== root.tree)
  }

  @Test func `a tree is laid out anew a few times only, however many contents are large`() throws {
    var live = try Self.flat(items: 2_000)
    let answers = Array(repeating: #"{"valueString":"twenty bytes of text"}"#, count: 9)
    let content = try JSONDocument(#"{"answer":[\#(answers.joined(separator: ","))]}"#).root
    var layouts: Set<ObjectIdentifier> = []
    var kept: [LivePlaces] = []
    for number in 0..<2_000 {
      live.setContent(of: LiveResource.Place(number), to: content)
      if layouts.insert(ObjectIdentifier(live.root.tree.places!)).inserted {
        // Kept, so that no other object gets its address.
        kept.append(live.root.tree.places!)
      }
    }
    #expect(layouts.count < 20)
    #expect(live.root.children.count == 2_000)
  }

  @Test(arguments: [
    "%resource.item.where(linkId = 'q70')", "%resource.item.exists('q70' = linkId)",
    "%resource.descendants().where(linkId = 'q70').answer.value > 0",
    "%resource.repeat(item).where(linkId = 'q70').answer.value",
  ])
  func `an item is found without a walk`(_ text: String) throws {
    var live = try Self.flat(items: 3_000)
    let content = try JSONDocument(#"{"answer":[{"valueInteger":1}]}"#).root
    for number in 0..<3_000 { live.setContent(of: LiveResource.Place(number), to: content) }
    let options = EvaluationOptions(limits: EvaluationLimits(steps: 40))
    #expect(try FHIRPathExpression(text).evaluate(on: live.root, options).count == 1)
  }
}
