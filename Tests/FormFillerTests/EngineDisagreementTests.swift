import FHIR
import Testing

@testable import FormFiller

/// Where engines of FHIR's forms disagree: what this one does.
@Suite struct EngineDisagreementTests {
  typealias Build = ExpressionForm

  // MARK: - Conditions

  private static func numbers(_ comparison: String, repeats: Bool = false) throws -> Filler {
    try Filler(
      #"""
      [{"linkId":"n","type":"integer","repeats":\#(repeats)},
       {"linkId":"then","type":"string","enableWhen":[
         {"question":"n","operator":"\#(comparison)","answerInteger":3}]}]
      """#)
  }

  @Test func `not equal with no answer is false`() throws {
    var filler = try Self.numbers("!=")
    #expect(try !filler.isEnabled("then"))
    try filler.decline("n", .askedUnknown)
    #expect(try !filler.isEnabled("then"))
    try filler.set("n", .integer(4))
    #expect(try filler.isEnabled("then"))
    try filler.clear("n")
    #expect(try !filler.isEnabled("then"))
  }

  @Test func `not equal with several answers is true when none equals`() throws {
    var filler = try Self.numbers("!=", repeats: true)
    try filler.set("n", .integer(3), .integer(4))
    #expect(try !filler.isEnabled("then"), "some answer differs, but one equals")
    try filler.set("n", .integer(2), .integer(4))
    #expect(try filler.isEnabled("then"))
  }

  @Test func `every operator but exists is false on a question without answer`() throws {
    for comparison in ["=", "!=", ">", "<", ">=", "<="] {
      #expect(try !Self.numbers(comparison).isEnabled("then"), "\(comparison)")
    }
    var filler = try Filler(
      #"""
      [{"linkId":"n","type":"integer"},
       {"linkId":"without","type":"string","enableWhen":[
         {"question":"n","operator":"exists","answerBoolean":false}]},
       {"linkId":"with","type":"string","enableWhen":[
         {"question":"n","operator":"exists","answerBoolean":true}]}]
      """#)
    #expect(try filler.isEnabled("without"))
    #expect(try !filler.isEnabled("with"))
    try filler.set("n", .integer(0))
    #expect(try !filler.isEnabled("without"))
    #expect(try filler.isEnabled("with"))
  }

  @Test func `all conditions with one question unanswered are not met`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"a","type":"boolean"},{"linkId":"b","type":"boolean"},
       {"linkId":"then","type":"string","enableBehavior":"all","enableWhen":[
         {"question":"a","operator":"=","answerBoolean":true},
         {"question":"b","operator":"=","answerBoolean":true}]}]
      """#)
    #expect(try !filler.isEnabled("then"))
    try filler.set("a", .boolean(true))
    #expect(try !filler.isEnabled("then"))
    try filler.set("b", .boolean(true))
    #expect(try filler.isEnabled("then"))
  }

  @Test func `several conditions that nobody says how to count are an error, and any counts`()
    throws
  {
    var filler = try Filler(
      #"""
      [{"linkId":"a","type":"boolean"},{"linkId":"b","type":"boolean"},
       {"linkId":"then","type":"string","enableWhen":[
         {"question":"a","operator":"=","answerBoolean":true},
         {"question":"b","operator":"=","answerBoolean":true}]}]
      """#)
    #expect(filler.form.problems.map(\.kind) == [.missingBehavior])
    #expect(filler.form.problems.map(\.severity) == [.error])
    try filler.set("b", .boolean(true))
    #expect(try filler.isEnabled("then"))
  }

  @Test func `a disabled question counts as unanswered`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"gate","type":"boolean"},
       {"linkId":"q","type":"boolean","enableWhen":[
         {"question":"gate","operator":"=","answerBoolean":true}]},
       {"linkId":"then","type":"string","enableWhen":[
         {"question":"q","operator":"=","answerBoolean":true}]},
       {"linkId":"otherwise","type":"string","enableWhen":[
         {"question":"q","operator":"!=","answerBoolean":false}]}]
      """#)
    try filler.set("gate", .boolean(true))
    try filler.set("q", .boolean(true))
    #expect(try filler.isEnabled("then"))
    #expect(try filler.isEnabled("otherwise"))
    try filler.set("gate", .boolean(false))
    #expect(try !filler.isEnabled("then"))
    #expect(try !filler.isEnabled("otherwise"))
    #expect(try filler.state("q") == .answered([.boolean(true)]), "the answer is parked, not lost")
  }

  @Test func `a condition in repeats means its own row, then the nearest before, then after`()
    throws
  {
    let when = #""enableWhen":[{"question":"q","operator":"=","answerBoolean":true}]"#
    var filler = try Filler(
      #"""
      [{"linkId":"before","type":"string",\#(when)},
       {"linkId":"g","type":"group","repeats":true,"item":[
         {"linkId":"q","type":"boolean"},{"linkId":"own","type":"string",\#(when)}]},
       {"linkId":"after","type":"string",\#(when)}]
      """#)
    try filler.addRow("g")
    try filler.set("q", .boolean(true), instance: 1)
    #expect(try !filler.isEnabled("own", instance: 0), "not all answers inside the common group")
    #expect(try filler.isEnabled("own", instance: 1), "not the first match anywhere")
    #expect(try filler.isEnabled("after"))
    #expect(try !filler.isEnabled("before"))
  }

  @Test func `a condition may look at a question that comes later`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"then","type":"string","enableWhen":[
         {"question":"q","operator":"=","answerBoolean":true}]},
       {"linkId":"q","type":"boolean"}]
      """#)
    try filler.set("q", .boolean(true))
    #expect(try filler.isEnabled("then"))
  }

  // MARK: - Codings

  static let codings: [(answer: String, condition: String, areEqual: Bool)] = [
    (#""system":"urn:s","code":"x""#, #""system":"urn:s","code":"x""#, true),
    (#""system":"urn:s","code":"x""#, #""system":"urn:other","code":"x""#, false),
    (#""code":"x""#, #""system":"urn:s","code":"x""#, true),
    (#""system":"urn:s","code":"x""#, #""code":"x""#, true),
    (#""code":"x""#, #""code":"x""#, true),
    (#""system":"urn:s","code":"x""#, #""system":"urn:s","code":"y""#, false),
    (
      #""system":"urn:s","code":"x","display":"One""#,
      #""system":"urn:s","code":"x","display":"Another""#, true
    ),
    (
      #""system":"urn:s","code":"x","display":"Same""#,
      #""system":"urn:s","code":"y","display":"Same""#, false
    ),
  ]

  @Test(arguments: codings)
  func `codings are equal by code and system, a missing system matches any, display is ignored`(
    _ answer: String, _ condition: String, _ areEqual: Bool
  ) throws {
    let filler = try Filler(
      #"""
      [{"linkId":"q","type":"open-choice","answerOption":[{"valueCoding":{\#(answer)}}]},
       {"linkId":"then","type":"string","enableWhen":[
         {"question":"q","operator":"=","answerCoding":{\#(condition)}}]}]
      """#)
    let read = try filler.reading(
      #"[{"linkId":"q","answer":[{"valueCoding":{\#(answer)}}]}]"#
    ).filler
    #expect(try read.isEnabled("then") == areEqual)
  }

  // MARK: - What SDC asks of a filler

  private static let gated = #"""
    [{"linkId":"gate","type":"boolean"},
     {"linkId":"q","type":"string","required":true,"enableWhen":[
       {"question":"gate","operator":"=","answerBoolean":true}]},
     {"linkId":"rows","type":"group","repeats":true,"enableWhen":[
       {"question":"gate","operator":"=","answerBoolean":true}],
      "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs",
                    "valueInteger":2}],
      "item":[{"linkId":"in","type":"string"}]}]
    """#

  @Test func `required and minOccurs of what is not enabled are ignored`() throws {
    var filler = try Filler(Self.gated)
    #expect(filler.response.issues().isEmpty)
    #expect(try filler.items(.completed) == "none")
    try filler.set("gate", .boolean(true))
    #expect(filler.response.issues().map(\.code) == [.required, .minCount])
  }

  @Test func `before it is completed anything may be violated`() throws {
    var filler = try Filler(Self.gated)
    try filler.set("gate", .boolean(true))
    for status in [QuestionnaireResponse.Status.inProgress, .stopped] {
      #expect(try filler.items(status).contains("gate"))
    }
  }

  @Test(arguments: [QuestionnaireResponse.Status.completed, .amended])
  func `once completed every rule holds`(_ status: QuestionnaireResponse.Status) throws {
    var filler = try Filler(Self.gated)
    try filler.set("gate", .boolean(true))
    let incomplete = filler
    #expect(throws: IncompleteResponseError.self) { _ = try incomplete.text(status) }
    try filler.set("gate", .boolean(false))
    #expect(try filler.text(status).contains(status.rawValue))
  }

  @Test func `once completed what is not enabled and what is unanswered is removed`() throws {
    var filler = try Filler(Self.gated)
    try filler.set("gate", .boolean(true))
    try filler.set("q", .string("secret"))
    try filler.set("gate", .boolean(false))
    #expect(
      try filler.items(.completed) == #"[{"linkId":"gate","answer":[{"valueBoolean":false}]}]"#)
    #expect(
      try filler.reading(
        #"[{"linkId":"gate","answer":[{"valueBoolean":false}]},{"linkId":"q","answer":[{"valueString":"x"}]}]"#,
        status: .completed
      ).filler.response.issues().isEmpty)
  }

  @Test func `an answer to what is not enabled makes a completed response invalid`() throws {
    let filler = try Filler(Self.gated)
    let source = #"""
      {"resourceType":"QuestionnaireResponse","status":"completed","item":[
        {"linkId":"gate","answer":[{"valueBoolean":false}]},
        {"linkId":"q","answer":[{"valueString":"x"}]}]}
      """#
    let response = try #require(QuestionnaireResponse(JSONDocument(source).root))
    let issues = Response.issues(in: response, form: filler.form)
    #expect(issues.map(\.code) == [.notEnabled])
    #expect(issues.allSatisfy { $0.isError })
  }

  @Test func `the words of an item are the questionnaire's`() throws {
    var filler = try Filler(#"[{"linkId":"q","text":"Do you smoke?","type":"boolean"}]"#)
    try filler.set("q", .boolean(true))
    #expect(
      try filler.items(.completed)
        == #"[{"linkId":"q","text":"Do you smoke?","answer":[{"valueBoolean":true}]}]"#)
    let read = try filler.reading(
      #"[{"linkId":"q","text":"Do you drink?","answer":[{"valueBoolean":true}]}]"#
    ).filler
    #expect(
      try read.items(.completed)
        == #"[{"linkId":"q","text":"Do you smoke?","answer":[{"valueBoolean":true}]}]"#)
  }

  @Test func `what cannot be evaluated is said before the form is filled`() throws {
    let form = try Build.form([
      Build.item("a", "string"),
      Build.item("b", "string", [Build.enableWhen("%resource.item.where(linkId=")]),
      Build.item("c", "string", [Build.constraint("k", "answer.value.nonsense(1)")]),
    ])
    #expect(form.problems.map(\.linkId) == ["b", "c"])
    #expect(form.problems.allSatisfy { $0.preventsUse })
  }

  @Test func `what cannot be evaluated while it is filled keeps it from being completed`() throws {
    let form = try Build.form([
      Build.item("a", "string", [Build.constraint("k", "answer.value > 3")])
    ])
    var response = Response(to: form)
    try response.answer("a", .string("x"))
    let answered = response
    let noon = try #require(Response.noon)
    #expect(throws: IncompleteResponseError.self) {
      _ = try answered.document(as: .completed, authored: noon)
    }
    _ = try response.document(as: .inProgress, authored: noon)
  }

  @Test func `a variable that nothing defines is an error`() throws {
    let form = try Build.form([Build.item("a", "integer", [Build.calculated("%nowhere + 1")])])
    #expect(form.problems.map(\.kind) == [.unknownVariable(.calculation, "nowhere")])
    #expect(!form.isUsable)
  }

  @Test func `the same name twice on one item is an error, in a child it is another variable`()
    throws
  {
    let twice = try Build.form([
      Build.item(
        "g", "group", [Build.variable("x", "1"), Build.variable("x", "2")],
        items: [Build.item("a", "integer", [Build.calculated("%x")])])
    ])
    #expect(twice.problems.map(\.kind) == [.duplicateVariable("x")])
    let form = try Build.form([
      Build.item(
        "g", "group", [Build.variable("x", "1")],
        items: [
          Build.item("a", "integer", [Build.calculated("%x")]),
          Build.item("b", "integer", [Build.variable("x", "2"), Build.calculated("%x")]),
        ])
    ])
    #expect(form.problems == [])
    let response = Response(to: form)
    #expect(response.values("a") == ["1"])
    #expect(response.values("b") == ["2"])
  }

  @Test func `a stored value that differs from the calculated one was edited, and stays`() throws {
    let form = try Build.form([
      Build.item("a", "integer"),
      Build.item(
        "next", "integer", [Build.calculated("%resource.item.where(linkId='a').answer.value + 1")]),
    ])
    func read(_ stored: Int) throws -> (Response, NodeID) {
      let text = #"""
        {"resourceType":"QuestionnaireResponse","status":"in-progress","item":[
          {"linkId":"a","answer":[{"valueInteger":1}]},
          {"linkId":"next","answer":[{"valueInteger":\#(stored)}]}]}
        """#
      let source = try #require(QuestionnaireResponse(JSONDocument(text).root))
      let response = Response.reading(source, form: form).response
      return (response, try #require(response.nodes(linkId: "next").first))
    }
    var (edited, node) = try read(9)
    #expect(edited.calculation(of: node) == .edited([.integer(9)]))
    try edited.answer("a", .integer(5))
    #expect(edited.values("next") == ["9"])
    var (same, other) = try read(2)
    #expect(same.calculation(of: other) == .calculated([.integer(2)]))
    try same.answer("a", .integer(5))
    #expect(same.values("next") == ["6"])
    #expect(other == node)
  }
}
