import FHIR
import Library
import Testing

@testable import FormFiller

/// What users of other form engines complain of, done right.
@Suite struct EngineComplaintTests {
  typealias Build = ExpressionForm

  private static func when(_ question: String) -> String {
    #""enableWhen":[{"question":"\#(question)","operator":"=","answerBoolean":true}]"#
  }

  private static func answer(_ linkId: String) -> String {
    "%resource.item.where(linkId='\(linkId)').answer.value"
  }

  // MARK: - Repeats and nested items

  @Test func `enableWhen in a repeating group looks at its own row`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"child","type":"group","repeats":true,"item":[
        {"linkId":"allergic","type":"boolean"},
        {"linkId":"to","type":"string",\#(Self.when("allergic"))}]}]
      """#)
    try filler.addRow("child")
    try filler.addRow("child")
    try filler.set("allergic", .boolean(true), instance: 1)
    #expect(filler.response.enabled("to") == [false, true, false])
    try filler.removeRow(0, of: "child")
    #expect(filler.response.enabled("to") == [true, false], "deleting a row shifts no state")
  }

  @Test func `enableWhenExpression in a repeating group looks at its own row`() throws {
    let form = try Build.form([
      Build.item(
        "child", "group", [Build.variable("row", "%context")], #""repeats":true"#,
        items: [
          Build.item("age", "integer"),
          Build.item(
            "school", "string",
            [Build.enableWhen("%row.item.where(linkId='age').answer.value > 5")]),
        ])
    ])
    var response = Response(to: form)
    try response.change(.addRow, "child")
    try response.answer("age", .integer(3), instance: 0)
    try response.answer("age", .integer(7), instance: 1)
    #expect(response.enabled("school") == [false, true])
  }

  @Test func `items under a repeating choice lie in the answer they belong to`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"drug","type":"choice","repeats":true,
        "answerOption":[{"valueCoding":{"system":"urn:s","code":"a"}},
                        {"valueCoding":{"system":"urn:s","code":"b"}}],
        "item":[{"linkId":"dose","type":"integer"}]}]
      """#)
    try filler.set("drug", .code("a"), .code("b"))
    try filler.set("dose", .integer(1), instance: 0)
    try filler.set("dose", .integer(2), instance: 1)
    #expect(
      try filler.items(.completed) == #"""
        [{"linkId":"drug","answer":[{"valueCoding":{"system":"urn:s","code":"a"},"item":[{"linkId":"dose","answer":[{"valueInteger":1}]}]},{"valueCoding":{"system":"urn:s","code":"b"},"item":[{"linkId":"dose","answer":[{"valueInteger":2}]}]}]}]
        """#)
  }

  @Test func `items nested under a question are asked`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"q","type":"boolean","item":[
        {"linkId":"inner","type":"string","item":[{"linkId":"innermost","type":"integer"}]}]}]
      """#)
    #expect(filler.response.nodes(linkId: "inner").isEmpty)
    try filler.set("q", .boolean(true))
    #expect(try filler.isEnabled("inner"))
    try filler.set("inner", .string("x"))
    #expect(try filler.isEnabled("innermost"))
  }

  @Test func `the hierarchy of groups is kept in the output`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"outer","type":"group","item":[
        {"linkId":"inner","type":"group","item":[{"linkId":"q","type":"integer"}]}]}]
      """#)
    try filler.set("q", .integer(1))
    #expect(
      try filler.items(.completed)
        == #"[{"linkId":"outer","item":[{"linkId":"inner","item":[{"linkId":"q","answer":[{"valueInteger":1}]}]}]}]"#
    )
  }

  @Test func `each row of a repeating group is an item of its own`() throws {
    var filler = try Filler(
      #"[{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"q","type":"integer"}]}]"#)
    try filler.addRow("g")
    try filler.set("q", .integer(1), instance: 0)
    try filler.set("q", .integer(2), instance: 1)
    #expect(
      try filler.items(.completed)
        == #"[{"linkId":"g","item":[{"linkId":"q","answer":[{"valueInteger":1}]}]},{"linkId":"g","item":[{"linkId":"q","answer":[{"valueInteger":2}]}]}]"#
    )
  }

  // MARK: - Disabled items

  /// The two ways of saying when an item is asked.
  static let gates = [
    #"\#(when("gate"))"#,
    #""extension":[\#(ExpressionForm.enableWhen(answer("gate")))]"#,
  ]

  @Test(arguments: gates)
  func `answers of disabled items neither leak nor are lost on toggling`(
    _ gate: String
  ) throws {
    var filler = try Filler(
      #"[{"linkId":"gate","type":"boolean"},{"linkId":"q","type":"string",\#(gate)}]"#)
    try filler.set("gate", .boolean(true))
    try filler.set("q", .string("secret"))
    try filler.set("gate", .boolean(false))
    #expect(try !filler.items(.completed).contains("secret"))
    try filler.set("gate", .boolean(true))
    #expect(try filler.items(.completed).contains("secret"))
  }

  @Test(arguments: gates)
  func `required items that are disabled do not block the end`(_ gate: String) throws {
    let filler = try Filler(
      #"[{"linkId":"gate","type":"boolean"},{"linkId":"q","type":"string","required":true,\#(gate)}]"#
    )
    #expect(try filler.items(.completed) == "none")
  }

  @Test func `conditions in a loop do not hang the form`() throws {
    let filler = try Filler(
      #"""
      [{"linkId":"a","type":"boolean",\#(Self.when("b"))},
       {"linkId":"b","type":"boolean",\#(Self.when("a"))}]
      """#)
    #expect(filler.form.problems.map(\.kind) == [.conditionLoop(["a", "b", "a"])])
    #expect(try !filler.isEnabled("a"))
  }

  @Test func `calculations in a loop do not hang the form`() throws {
    let form = try Build.form([
      Build.item("a", "integer", [Build.calculated(Self.answer("b") + " + 1")]),
      Build.item("b", "integer", [Build.calculated(Self.answer("c") + " + 1")]),
      Build.item("c", "integer", [Build.calculated(Self.answer("a") + " + 1")]),
    ])
    guard case .calculationLoop(let linkIds)? = form.problems.first?.kind else {
      Issue.record("the loop is not named")
      return
    }
    #expect(Set(linkIds) == ["a", "b", "c"])
    #expect(Response(to: form).values("a") == [])
  }

  // MARK: - Save and resume

  /// Everything that a draft can hold: rows, items under answers, parked and declined answers.
  private static func eventful() throws -> Filler {
    var filler = try Filler(
      #"""
      [{"linkId":"gate","type":"boolean"},
       {"linkId":"parked","type":"string",\#(when("gate"))},
       {"linkId":"g","type":"group","repeats":true,"item":[
         {"linkId":"name","type":"string"},
         {"linkId":"dose","type":"quantity","item":[{"linkId":"why","type":"string"}]}]},
       {"linkId":"unknown","type":"date"},{"linkId":"skipped","type":"time"},
       {"linkId":"never","type":"integer"}]
      """#)
    try filler.set("gate", .boolean(true))
    try filler.set("parked", .string("x"))
    try filler.set("gate", .boolean(false))
    try filler.addRow("g")
    try filler.set("name", .string("second"), instance: 1)
    let dose = Quantity(
      value: ExactDecimal("2.50"), comparator: nil, unit: "mg",
      system: "http://unitsofmeasure.org", code: "mg")
    try filler.set("dose", .quantity(dose), instance: 1)
    try filler.set("why", .string("pain"))
    try filler.decline("unknown", .askedUnknown)
    try filler.clear("skipped")
    return filler
  }

  @Test func `saving, loading and saving again gives the same response`() throws {
    let filler = try Self.eventful()
    let saved = try filler.text()
    let (again, issues) = try filler.reading(document: saved)
    #expect(issues == [])
    #expect(try again.text() == saved)
    for item in filler.form.items where item.isQuestion {
      let states = filler.response.nodes(linkId: item.linkId).map { filler.response.state(of: $0) }
      let read = again.response.nodes(linkId: item.linkId).map { again.response.state(of: $0) }
      #expect(states == read, "\(item.linkId)")
    }
    #expect(again.response.enabled("parked") == [false])
  }

  @Test func `a draft that lacks items can be gone on with`() throws {
    let form = try Self.eventful()
    for draft in ["[]", #"[{"linkId":"never","answer":[{"valueInteger":1}]}]"#] {
      var (filler, issues) = try form.reading(draft)
      #expect(issues == [])
      try filler.set("gate", .boolean(true))
      try filler.set("parked", .string("now"))
      #expect(try filler.items(.completed).contains("now"))
    }
  }

  @Test func `a draft with disabled items can be gone on with`() throws {
    var (filler, issues) = try Self.eventful().reading(
      #"""
      [{"linkId":"gate","answer":[{"valueBoolean":false}]},
       {"linkId":"parked","answer":[{"valueString":"kept"}]}]
      """#)
    #expect(issues == [])
    #expect(try !filler.items(.completed).contains("kept"))
    try filler.set("gate", .boolean(true))
    #expect(try filler.state("parked") == .answered([.string("kept")]))
  }

  @Test func `a calculated text is back when the response is opened again`() throws {
    let form = try Build.form([
      Build.item("name", "string"),
      Build.item(
        "greeting", "string", [Build.calculated("'Dear ' + " + Self.answer("name"))],
        #""readOnly":true"#),
      Build.item(
        "shown", "string", [],
        #""_text":{"extension":[\#(Build.expression(Build.core + "cqf-expression", "'For ' + " + Self.answer("name")))]},"text":"For you""#
      ),
    ])
    var response = Response(to: form)
    try response.answer("name", .string("Ana"))
    let draft = try response.document(as: .inProgress, authored: try #require(Response.noon))
    let (again, issues) = Response.reading(
      try #require(QuestionnaireResponse(draft.root)), form: form)
    #expect(issues == [])
    #expect(again.values("greeting") == ["Dear Ana"])
    let shown = try #require(again.nodes(linkId: "shown").first)
    #expect(again.item(of: shown).text == "For Ana")
  }

  // MARK: - Calculations

  @Test func `a chain of calculations is followed to its end`() throws {
    let length = 50
    let form = try Build.form(
      [Build.item("c0", "integer")]
        // The last comes first in the form, so that its order does not help.
        + (1...length).reversed().map { place in
          Build.item(
            "c\(place)", "integer", [Build.calculated(Self.answer("c\(place - 1)") + " + 1")])
        })
    #expect(form.problems == [])
    var response = Response(to: form)
    for start in [0, 100] {
      try response.answer("c0", .integer(start))
      #expect(response.values("c\(length)") == ["\(start + length)"])
    }
    try response.change(.clear, "c0")
    #expect(response.values("c\(length)") == [])
  }

  @Test func `a total with a part missing says which`() throws {
    let options = (0...3).map { weight in
      #"{"extension":[{"url":"\#(Build.core)itemWeight","valueDecimal":\#(weight)}],"valueCoding":{"system":"urn:s","code":"o\#(weight)"}}"#
    }
    let members = #""answerOption":[\#(options.joined(separator: ","))]"#
    let form = try Build.form([
      Build.item("q1", "choice", [], members), Build.item("q2", "choice", [], members),
      Build.item(
        "total", "integer",
        [
          Build.calculated(
            "%resource.item.where(linkId in ('q1' | 'q2')).answer.value.weight().sum()")
        ],
        #""readOnly":true"#),
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    let total = try #require(response.nodes(linkId: "total").first)
    let second = try #require(response.nodes(linkId: "q2").first)
    try response.answer("q1", .code("o2"))
    #expect(response.calculation(of: total) == .incomplete(missing: [second], of: 2))
    #expect(response.values("total") == [], "what is there is not taken for the whole")
    try response.answer("q2", .code("o3"))
    #expect(response.calculation(of: total) == .calculated([.integer(5)]))
  }

  @Test func `a value put in place of a calculated one can be taken back, also after reopening`()
    throws
  {
    let form = try Build.form([
      Build.item("a", "integer"),
      Build.item("next", "integer", [Build.calculated(Self.answer("a") + " + 1")]),
    ])
    var response = Response(to: form)
    try response.answer("a", .integer(1))
    try response.answer("next", .integer(9))
    let draft = try response.document(as: .inProgress, authored: try #require(Response.noon))
    var again = Response.reading(
      try #require(QuestionnaireResponse(draft.root)), form: form
    ).response
    let next = try #require(again.nodes(linkId: "next").first)
    #expect(again.calculation(of: next) == .edited([.integer(9)]))
    try again.change(.clear, "next")
    #expect(again.calculation(of: next) == .calculated([.integer(2)]))
    try again.answer("a", .integer(4))
    #expect(again.values("next") == ["5"])
  }

  @Test func `totals in rows are each of their own row`() throws {
    let form = try Build.form([
      Build.item(
        "row", "group", [Build.variable("row", "%context")], #""repeats":true"#,
        items: [
          Build.item("a", "integer"),
          Build.item(
            "double", "integer",
            [Build.calculated("%row.item.where(linkId='a').answer.value * 2")]),
        ])
    ])
    var response = Response(to: form)
    try response.change(.addRow, "row")
    try response.answer("a", .integer(1), instance: 0)
    try response.answer("a", .integer(5), instance: 1)
    #expect(response.values("double") == ["2", "10"])
  }

  // MARK: - Terminology

  private static let offline = #"""
    {"resourceType":"Questionnaire","status":"active","item":[
      {"linkId":"q","text":"Which?","type":"choice","answerValueSet":"urn:v"}]}
    """#

  private static func form(in folder: [String]) throws -> Form {
    let library = try Library(resources: folder.map { try JSONDocument($0).root })
    let questionnaire = try #require(Questionnaire(JSONDocument(offline).root))
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }

  @Test func `a value set of the folder needs no server`() throws {
    let form = try Self.form(in: [
      #"{"resourceType":"CodeSystem","url":"urn:s","status":"active","content":"complete","concept":[{"code":"x","display":"Words"}]}"#,
      #"{"resourceType":"ValueSet","url":"urn:v","status":"active","compose":{"include":[{"system":"urn:s"}]}}"#,
    ])
    #expect(form.problems == [])
    #expect(form.item(linkId: "q")?.options.map(\.value.plainText) == ["Words"])
    var response = Response(to: form)
    try response.answer("q", .code("x"))
    let draft = try response.document(as: .inProgress, authored: try #require(Response.noon))
    let again = Response.reading(
      try #require(QuestionnaireResponse(draft.root)), form: form
    ).response
    #expect(
      again.response(to: "q") == .answered([.code("x")]), "the answer is back when it is read")
    #expect(again.issues() == [])
  }

  @Test func `a value set that is not at hand is never asked with its codes or its URL`() throws {
    let form = try Self.form(in: [])
    #expect(form.problems.map(\.linkId) == ["q"])
    #expect(!form.isUsable, "nobody is asked to choose among codes")
    #expect(form.item(linkId: "q")?.options.map(\.value.plainText) == [])
  }

  // MARK: - Identity

  @Test func `a response says which version of the form it answers`() throws {
    let text =
      #"{"resourceType":"Questionnaire","url":"https://example.org/f","version":"2.1","status":"active","item":[{"linkId":"q","type":"string"}]}"#
    let form = Form(try #require(Questionnaire(JSONDocument(text).root))) { _ in [] }
    var response = Response(to: form)
    try response.answer("q", .string("x"))
    for status in [QuestionnaireResponse.Status.inProgress, .completed, .amended] {
      let document = try response.document(as: status, authored: try #require(Response.noon))
      #expect(document.root["questionnaire"]?.string == "https://example.org/f|2.1")
    }
  }
}

extension Response {
  fileprivate func response(to linkId: String) -> AnswerState? {
    nodes(linkId: linkId).first.map { state(of: $0) }
  }
}
