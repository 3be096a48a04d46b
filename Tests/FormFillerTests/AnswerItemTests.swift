import FHIR
import Testing

@testable import FormFiller

/// Items under answers: each answer has its own, and keeps them while it is chosen.
@Suite struct AnswerItemTests {
  private static let items = #"""
    [{"linkId":"drug","type":"choice","repeats":true,
      "answerOption":[
        {"valueCoding":{"system":"urn:s","code":"a"}},{"valueCoding":{"system":"urn:s","code":"b"}},
        {"valueCoding":{"system":"urn:s","code":"c"}}],
      "item":[
        {"linkId":"dose","type":"integer"},
        {"linkId":"why","type":"string","enableWhen":[
          {"question":"dose","operator":">","answerInteger":10}]}]}]
    """#

  private static func filled() throws -> Filler {
    var filler = try Filler(items)
    try filler.set("drug", .code("a"), .code("b"))
    try filler.set("dose", .integer(5), instance: 0)
    try filler.set("dose", .integer(50), instance: 1)
    return filler
  }

  @Test func `each answer has its own items`() throws {
    let filler = try Self.filled()
    #expect(try filler.state("dose", instance: 0) == .answered([.integer(5)]))
    #expect(try filler.state("dose", instance: 1) == .answered([.integer(50)]))
    #expect(try !filler.isEnabled("why", instance: 0))
    #expect(try filler.isEnabled("why", instance: 1))
    #expect(
      try filler.items(.completed) == #"""
        [{"linkId":"drug","answer":[{"valueCoding":{"system":"urn:s","code":"a"},"item":[{"linkId":"dose","answer":[{"valueInteger":5}]}]},{"valueCoding":{"system":"urn:s","code":"b"},"item":[{"linkId":"dose","answer":[{"valueInteger":50}]}]}]}]
        """#)
  }

  @Test func `an answer that is chosen again keeps its items and its identity`() throws {
    var filler = try Self.filled()
    let before = filler.response.answers(of: try filler.node("drug"))
    let outcome = try filler.set("drug", .code("c"), .code("b"), .code("a"))
    let after = filler.response.answers(of: try filler.node("drug"))
    #expect(after.map(\.value) == [.code("c"), .code("b"), .code("a")])
    #expect([after[2].id, after[1].id] == before.map(\.id))
    #expect(after[0].id.number > before.map(\.id.number).max() ?? 0)
    #expect(try filler.state("dose", instance: 0) == .notReached)
    #expect(try filler.state("dose", instance: 1) == .answered([.integer(50)]))
    #expect(try filler.state("dose", instance: 2) == .answered([.integer(5)]))
    #expect(filler.linkIds(outcome.opened) == ["dose"])
    #expect(outcome.closed.isEmpty)
  }

  @Test func `an answer that is no longer chosen goes with its items`() throws {
    var filler = try Self.filled()
    let gone = try filler.node("dose", 1)
    try filler.set("drug", .code("a"))
    #expect(filler.response.nodes(linkId: "dose").count == 1)
    #expect(!filler.response.isEnabled(gone))
    try filler.set("drug", .code("a"), .code("b"))
    #expect(try filler.state("dose", instance: 1) == .notReached)
    #expect(!filler.response.isEnabled(gone), "it is another answer now")
  }

  @Test func `the answer to a question that takes one keeps its items whatever it becomes`() throws
  {
    var filler = try Filler(
      #"[{"linkId":"q","type":"boolean","item":[{"linkId":"detail","type":"string"}]}]"#)
    #expect(filler.response.nodes(linkId: "detail").isEmpty)
    try filler.set("q", .boolean(true))
    try filler.set("detail", .string("x"))
    let outcome = try filler.set("q", .boolean(false))
    #expect(outcome.opened.isEmpty && outcome.closed.isEmpty)
    #expect(try filler.state("detail") == .answered([.string("x")]))
  }

  @Test func `an answer given again with the same meaning is written as it was given last`() throws
  {
    var filler = try Filler(#"[{"linkId":"n","type":"decimal","repeats":true}]"#)
    let (read, _) = try filler.reading(
      #"[{"linkId":"n","answer":[{"id":"x","valueDecimal":1.50},{"id":"y","valueDecimal":2}]}]"#)
    filler = read
    try filler.set("n", .decimal(ExactDecimal(mantissa: 15, scale: 1)), .decimal(2))
    #expect(
      try filler.items()
        == #"[{"linkId":"n","answer":[{"valueDecimal":1.5},{"id":"y","valueDecimal":2}]}]"#
    )
  }
}
