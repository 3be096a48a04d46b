import FHIR
import Testing

@testable import FormFiller

/// Answers of what is disabled: parked, kept in a draft, back when it is enabled again, never in a
/// completed response.
@Suite struct ParkedAnswerTests {
  private static let items = #"""
    [{"linkId":"gate","type":"boolean"},
     {"linkId":"g","type":"group","enableWhen":[
       {"question":"gate","operator":"=","answerBoolean":true}],
      "item":[{"linkId":"q","type":"string","item":[{"linkId":"detail","type":"integer"}]}]},
     {"linkId":"also","type":"string","enableWhen":[
       {"question":"q","operator":"exists","answerBoolean":true}]}]
    """#

  private static func filled() throws -> Filler {
    var filler = try Filler(items)
    try filler.set("gate", .boolean(true))
    try filler.set("q", .string("tea"))
    try filler.set("detail", .integer(3))
    return filler
  }

  @Test func `closing a group closes all that hangs on it, and opening brings all back`() throws {
    var filler = try Self.filled()
    let closed = try filler.set("gate", .boolean(false))
    #expect(filler.linkIds(closed.closed) == ["g", "q", "detail", "also"])
    #expect(closed.opened.isEmpty)
    #expect(try filler.state("q") == .answered([.string("tea")]))
    let opened = try filler.set("gate", .boolean(true))
    #expect(filler.linkIds(opened.opened) == ["g", "q", "detail", "also"])
    #expect(filler.linkIds(opened.nowAsked) == ["also"], "the others are answered already")
    #expect(try filler.state("detail") == .answered([.integer(3)]))
  }

  @Test func `a draft keeps them and a completed response does not`() throws {
    var filler = try Self.filled()
    try filler.set("gate", .boolean(false))
    let kept = try filler.items(.inProgress)
    #expect(kept.contains("tea") && kept.contains("detail"))
    #expect(try filler.items(.stopped) == kept)
    let gate = #"[{"linkId":"gate","answer":[{"valueBoolean":false}]}]"#
    #expect(try filler.items(.completed) == gate)
    #expect(try filler.items(.amended) == gate)
    #expect(try filler.items(.enteredInError) == gate)
    var again = try filler.rewritten()
    try again.set("gate", .boolean(true))
    #expect(try again.state("detail") == .answered([.integer(3)]))
    #expect(try again.isEnabled("detail"))
  }

  @Test func `an answer that was taken back leaves what lay under it parked`() throws {
    var filler = try Self.filled()
    let cleared = try filler.clear("q")
    #expect(filler.linkIds(cleared.closed) == ["detail", "also"])
    #expect(try filler.state("q") == .skipped)
    try filler.set("q", .string("coffee"))
    #expect(try filler.state("detail") == .answered([.integer(3)]))
    try filler.decline("q", .askedDeclined)
    #expect(try !filler.isEnabled("detail"))
    #expect(try !filler.items().contains("detail"), "an answer without value holds no items")
  }

  @Test func `a parked answer can be changed and counts once its item is enabled`() throws {
    var filler = try Self.filled()
    try filler.set("gate", .boolean(false))
    let outcome = try filler.clear("q")
    #expect(outcome.opened.isEmpty && outcome.closed.isEmpty)
    try filler.set("gate", .boolean(true))
    #expect(try !filler.isEnabled("also"))
  }
}
