import FHIR
import Testing

@testable import FormFiller

/// A completed response: every rule holds, and nothing in it is disabled or empty.
@Suite struct CompletionTests {
  private static let items = #"""
    [{"linkId":"name","type":"string","required":true,"maxLength":5},
     {"linkId":"gate","type":"boolean"},
     {"linkId":"g","type":"group","repeats":true,"required":true,
      "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}],
      "item":[{"linkId":"a","type":"string","required":true},{"linkId":"b","type":"string"}]},
     {"linkId":"note","type":"display"}]
    """#

  private func refusal(_ filler: Filler) throws -> IncompleteResponseError? {
    let time = try Filler.time()
    do {
      _ = try filler.response.document(as: .completed, authored: time)
      return nil
    } catch { return error }
  }

  @Test func `it is refused with the rules that do not hold`() throws {
    var filler = try Filler(Self.items)
    let missing = try #require(try refusal(filler))
    #expect(missing.issues.map(\.code) == [.required])
    #expect(missing.issues.map(\.node) == [try filler.node("name")])
    try filler.set("name", .string("Anastasia"))
    let long = try #require(try refusal(filler))
    #expect(long.issues.map(\.code) == [.maxLength])
    #expect(long.description.contains("'name'") && !long.description.contains("Anastasia"))
    try filler.set("name", .string("Ana"))
    #expect(try refusal(filler) == nil)
  }

  @Test func `what is disabled need not be answered`() throws {
    var filler = try Filler(Self.items)
    try filler.set("name", .string("Ana"))
    #expect(try refusal(filler) == nil)
    try filler.set("gate", .boolean(true))
    #expect(try refusal(filler)?.issues.map(\.linkId) == ["g", "a"])
    try filler.set("a", .string("x"))
    #expect(try refusal(filler) == nil)
  }

  @Test(arguments: [DataAbsentReason.askedUnknown, .askedDeclined])
  func `not knowing and not saying settle what is required`(_ reason: DataAbsentReason) throws {
    var filler = try Filler(Self.items)
    try filler.decline("name", reason)
    #expect(
      try filler.items(.completed) == #"""
        [{"linkId":"name","answer":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"\#(reason.rawValue)"}]}]}]
        """#)
  }

  @Test func `it holds no empty items and no empty rows`() throws {
    var filler = try Filler(Self.items)
    try filler.set("name", .string("Ana"))
    try filler.set("gate", .boolean(true))
    try filler.addRow("g")
    try filler.addRow("g")
    try filler.clear("b", instance: 0)
    try filler.set("a", .string("x"), instance: 2)
    #expect(filler.response.emptyRows.map(\.linkId) == ["g", "g"])
    #expect(
      try filler.items(.completed) == #"""
        [{"linkId":"name","answer":[{"valueString":"Ana"}]},{"linkId":"gate","answer":[{"valueBoolean":true}]},{"linkId":"g","item":[{"linkId":"a","answer":[{"valueString":"x"}]}]}]
        """#)
    for path in filler.response.emptyRows {
      try filler.response.apply(Change(.removeRow, at: path, by: .patient, time: Filler.time()))
    }
    #expect(filler.response.emptyRows.isEmpty)
    #expect(filler.response.rows(of: try filler.node("g")).count == 1)
    #expect(try filler.state("a") == .answered([.string("x")]))
  }

  @Test func `a form without any answer is completed without items`() throws {
    #expect(try Filler(#"[{"linkId":"q","type":"string"}]"#).items(.completed) == "none")
  }

  /// A condition that looks into an empty row is worked out as it is without the row.
  @Test func `it is enabled the same way when it is read back`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"a","type":"boolean"}]},
       {"linkId":"q","type":"string","required":true,"enableWhen":[
         {"question":"a","operator":"=","answerBoolean":true}]}]
      """#)
    try filler.set("a", .boolean(true))
    try filler.addRow("g")
    #expect(try !filler.isEnabled("q"))
    #expect(try refusal(filler)?.issues.map(\.linkId) == ["q"])
    try filler.set("q", .string("x"))
    let written = try filler.reading(document: filler.text(.completed)).filler
    #expect(try written.isEnabled("q"))
    #expect(try written.state("q") == .answered([.string("x")]))
    #expect(written.response.issues().isEmpty)
  }
}
