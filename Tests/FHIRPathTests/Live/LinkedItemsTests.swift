import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// Items sought by a literal link identifier are those that the same words give when nothing about
/// them is recognised.
@Suite struct LinkedItemsTests {
  static let inputs = [
    "", "%resource.", "%resource.item.", "%resource.descendants().", "%context.item.answer.",
    "item.where(linkId = 'a').", "(item | item.item).", "repeat(item).", "item.answer.value.",
    "(1 | 2).",
  ]

  static let ways = ["item", "descendants()", "repeat(item)"]

  /// Each recognised form, and one that says the same and is not.
  static let criteria = [
    ("where(linkId = 'a')", "where(linkId = 'a' and true)"),
    ("where('pain' = linkId)", "where(linkId = 'pain' and true)"),
    ("where(linkId = 'é')", "where(linkId = 'é' and true)"),
    ("where(linkId = '')", "where(linkId = '' and true)"),
    ("where(linkId = 'nowhere')", "where(linkId = 'nowhere' and true)"),
    ("exists(linkId = 'b')", "exists(linkId = 'b' and true)"),
    ("where(linkId = 'c').first()", "where(linkId = 'c' and true).first()"),
  ]

  struct Pair {
    var found: FHIRPathExpression
    var expected: FHIRPathExpression
  }

  static func pairs() throws -> [Pair] {
    var pairs: [Pair] = []
    for input in inputs {
      for way in ways {
        for (recognised, plain) in criteria {
          pairs.append(
            Pair(
              found: try FHIRPathExpression("\(input)\(way).\(recognised)"),
              expected: try FHIRPathExpression("\(input)\(way).\(plain)")))
        }
      }
    }
    return pairs
  }

  static func isRecognised(_ expression: FHIRPathExpression) -> Bool {
    expression.program.instructions.contains { $0.code == .linkedItems }
  }

  @Test func `the forms that can be found by the index are recognised, and no other`() throws {
    for pair in try Self.pairs() {
      #expect(Self.isRecognised(pair.found), "\(pair.found.syntax)")
    }
    for text in [
      "item.where(linkId = 'a' and true)", "answer.where(linkId = 'a')", "item.where(text = 'a')",
      "repeat(answer).where(linkId = 'a')", "repeat(item.item).where(linkId = 'a')",
      "item.where(linkId = text)", "item.where(item.linkId = 'a')", "item.all(linkId = 'a')",
      "repeatAll(item).where(linkId = 'a')",
    ] {
      #expect(!Self.isRecognised(try FHIRPathExpression(text)), "\(text)")
    }
    let strict = try FHIRPathExpression("item.where(linkId = 'a')", isStrict: true)
    #expect(!Self.isRecognised(strict))
  }

  /// What has a `linkId` and is no place of the structure.
  static let others = [
    #""resourceType":"QuestionnaireResponse""#,
    """
    "resourceType":"QuestionnaireResponse",\
    "contained":[{"resourceType":"Questionnaire","item":[{"linkId":"a","item":[{"linkId":"b"}]}]}]
    """,
  ]

  @Test(arguments: 0..<10)
  func `recognised or not, the items are the same`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var (model, live) = try ResponseModel.random(&random, ownMembers: Self.others[seed % 2])
    let pairs = try Self.pairs()
    for round in 0..<4 {
      for _ in 0..<random.number(2...12) { try model.change(&live, &random) }
      if round == 2 { try setNested(&model, &live) }
      let plain = ResourceTree(try JSONDocument(model.document)).root
      let options = EvaluationOptions(acceptsTypedNames: random.happens(onceIn: 2))
      let place = model.entries.compactMap { live.node(of: $0.place) }.randomElement(using: &random)
      for pair in pairs {
        for node in [live.root, plain, place].compactMap({ $0 }) {
          let found = LiveResourceTests.outcome(of: pair.found, on: node, options)
          let expected = LiveResourceTests.outcome(of: pair.expected, on: node, options)
          #expect(found == expected, "\(pair.found.syntax)")
        }
      }
    }
  }

  /// An item whose content has items of its own.
  private func setNested(_ model: inout ResponseModel, _ live: inout LiveResource) throws {
    let isFree = { (entry: ResponseModel.Entry) in
      entry.element != .answer && entry.inner.isEmpty
    }
    guard let entry = model.entries.firstIndex(where: isFree) else { return }
    let content = #""answer":[{"valueInteger":1,"item":[{"linkId":"a"},{"linkId":"b"}]}]"#
    model.entries[entry].content = content
    live.setContent(
      of: model.entries[entry].place, to: try JSONDocument("{\(content)}").root)
  }

  /// Equal items are one for `repeat`, and come level by level.
  @Test func `repeat gives equal items once, level by level`() throws {
    let response = try JSONDocument(
      """
      {"resourceType":"QuestionnaireResponse","item":[
        {"linkId":"g","item":[{"linkId":"x","text":"deep"}]},
        {"linkId":"x","text":"one"},{"linkId":"x","text":"one"},{"linkId":"x","text":"two"}]}
      """)
    let expression = try FHIRPathExpression("repeat(item).where(linkId = 'x').text")
    let values = try expression.evaluate(on: ResourceTree(response).root)
    #expect(values.map(\.text) == ["one", "two", "deep"])
    var live = try Self.live(of: response)
    #expect(try expression.evaluate(on: live.root).map(\.text) == ["one", "two", "deep"])
    live.setContent(of: LiveResource.Place(3), to: nil)
    live.setContent(of: LiveResource.Place(2), to: nil)
    #expect(try expression.evaluate(on: live.root).map(\.text) == ["two", "deep"])
  }

  /// A live resource with the items of a response, whose contents are their texts.
  private static func live(of response: JSONDocument) throws -> LiveResource {
    var contents: [(LiveResource.Place, JSONNode)] = []
    let own = try JSONDocument(#"{"resourceType":"QuestionnaireResponse"}"#)
    var live = LiveResource(own.root) { builder in
      func add(_ item: JSONNode) {
        let place = builder.open(.item(linkId: item["linkId"]?.string ?? ""))
        if let text = item["text"]?.string {
          contents.append((place, JSONBuilder.object { $0.add("text", text) }.root))
        }
        for inner in item["item"]?.elements ?? [] { add(inner) }
        builder.close()
      }
      for item in response.root["item"]?.elements ?? [] { add(item) }
    }
    for (place, content) in contents { live.setContent(of: place, to: content) }
    return live
  }
}
