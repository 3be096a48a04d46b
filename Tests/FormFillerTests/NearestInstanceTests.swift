import FHIR
import Testing

@testable import FormFiller

/// Which of several instances of a question a condition means.
@Suite struct NearestInstanceTests {
  private static func when(_ question: String) -> String {
    #""enableWhen":[{"question":"\#(question)","operator":"=","answerBoolean":true}]"#
  }

  /// A repeating group of a question and one that follows it, with others before and after.
  private static let rows = #"""
    [{"linkId":"before","type":"string",\#(when("q"))},
     {"linkId":"g","type":"group","repeats":true,"item":[
       {"linkId":"early","type":"string",\#(when("q"))},
       {"linkId":"q","type":"boolean"},
       {"linkId":"own","type":"string",\#(when("q"))}]},
     {"linkId":"after","type":"string",\#(when("q"))}]
    """#

  @Test func `in a row its own instance is meant, before or after`() throws {
    var filler = try Filler(Self.rows)
    try filler.addRow("g")
    try filler.set("q", .boolean(true), instance: 1)
    for linkId in ["early", "own"] {
      #expect(try !filler.isEnabled(linkId, instance: 0))
      #expect(try filler.isEnabled(linkId, instance: 1))
    }
    try filler.removeRow(0, of: "g")
    #expect(try filler.isEnabled("own", instance: 0))
    #expect(filler.response.nodes(linkId: "own").count == 1)
  }

  @Test func `outside the rows the last before or the first after is meant`() throws {
    var filler = try Filler(Self.rows)
    try filler.addRow("g")
    try filler.set("q", .boolean(true), instance: 0)
    #expect(try filler.isEnabled("before"), "the nearest after it is the first")
    #expect(try !filler.isEnabled("after"), "the nearest before it is the last")
    try filler.set("q", .boolean(true), instance: 1)
    #expect(try filler.isEnabled("after"))
    let added = try filler.addRow("g")
    #expect(filler.linkIds(added.closed) == ["after"], "the new row is nearer and unanswered")
    let removed = try filler.removeRow(2, of: "g")
    #expect(filler.linkIds(removed.opened) == ["after"])
    try filler.removeRow(0, of: "g")
    try filler.set("q", .boolean(false), instance: 0)
    #expect(try !filler.isEnabled("before"))
  }

  @Test func `an answer above comes before all others`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"q","type":"choice","repeats":true,
        "answerOption":[{"valueCoding":{"code":"x"}},{"valueCoding":{"code":"y"}}],
        "item":[
          {"linkId":"detail","type":"string","enableWhen":[
            {"question":"q","operator":"=","answerCoding":{"code":"x"}}]}]}]
      """#)
    try filler.set("q", .coding(Coding(code: "y")))
    #expect(try !filler.isEnabled("detail"))
    try filler.set("q", .coding(Coding(code: "y")), .coding(Coding(code: "x")))
    // The question that is meant is the one above with all its answers.
    #expect(try filler.isEnabled("detail", instance: 0))
    #expect(try filler.isEnabled("detail", instance: 1))
  }

  @Test func `rows in rows look into the innermost row that both lie in`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"outer","type":"group","repeats":true,"item":[
        {"linkId":"x","type":"boolean"},
        {"linkId":"inner","type":"group","repeats":true,"item":[
          {"linkId":"y","type":"boolean"},
          {"linkId":"onX","type":"string",\#(Self.when("x"))},
          {"linkId":"onY","type":"string",\#(Self.when("y"))}]},
        {"linkId":"end","type":"string",\#(Self.when("y"))}]}]
      """#)
    try filler.addRow("outer")
    try filler.addRow("inner", instance: 0)
    try filler.addRow("inner", instance: 1)
    try filler.set("x", .boolean(true), instance: 1)
    try filler.set("y", .boolean(true), instance: 1)
    func enabled(_ linkId: String) throws -> [Bool] {
      try filler.response.nodes(linkId: linkId).indices.map {
        try filler.isEnabled(linkId, instance: $0)
      }
    }
    #expect(try enabled("onX") == [false, false, true, true])
    #expect(try enabled("onY") == [false, true, false, false])
    #expect(try enabled("end") == [true, false])
  }

  @Test func `what lies under an answer that was taken back is no instance`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"g","type":"group","repeats":true,"item":[
        {"linkId":"p","type":"string","item":[{"linkId":"q","type":"boolean"}]}]},
       {"linkId":"after","type":"string",\#(Self.when("q"))}]
      """#)
    try filler.set("p", .string("one"))
    try filler.set("q", .boolean(true))
    try filler.addRow("g")
    #expect(try filler.isEnabled("after"))
    try filler.set("p", .string("two"), instance: 1)
    #expect(try !filler.isEnabled("after"), "the question of the second row is nearer")
    try filler.clear("p", instance: 1)
    #expect(try filler.isEnabled("after"), "as if the second row had never been answered")
    #expect(try filler.rewritten().isEnabled("after"))
  }
}
