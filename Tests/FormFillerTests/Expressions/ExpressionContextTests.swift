import FHIR
import FHIRPath
import Testing

@testable import FormFiller

/// What expressions see: their own row, the response, the form, what was handed in.
@Suite struct ExpressionContextTests {
  typealias Build = ExpressionForm

  private static func patient(_ text: String) throws -> ResourceNode {
    ResourceTree(try JSONDocument(text)).root
  }

  private static let patientContext =
    #"{"url":"\#(Build.sdc)launchContext","extension":[{"url":"name","valueCoding":{"code":"patient"}},{"url":"type","valueCode":"Patient"}]}"#

  @Test func `an initial value comes from what was handed in, and can be changed`() throws {
    let form = try Build.form(
      [
        Build.item(
          "born", "date",
          [Build.expression(Build.sdc + "initialExpression", "%patient.birthDate")]),
        Build.item(
          "name", "string",
          [Build.expression(Build.sdc + "initialExpression", "%patient.name.first().family")]),
        Build.item(
          "gender", "choice",
          [Build.expression(Build.sdc + "initialExpression", "%patient.gender")],
          #""answerOption":[{"valueCoding":{"system":"http://hl7.org/fhir/administrative-gender","code":"female"}}]"#
        ),
      ], extensions: [Self.patientContext])
    #expect(form.problems == [])
    let patient = try Self.patient(
      #"{"resourceType":"Patient","birthDate":"1950-04-03","gender":"female","name":[{"family":"Ng"}]}"#
    )
    var response = Response(to: form, in: FormContext(resources: ["patient": patient]))
    #expect(response.values("born") == ["1950-04-03"])
    #expect(response.values("name") == ["Ng"])
    #expect(
      response.nodes(linkId: "gender").first.map { response.state(of: $0) }
        == .answered([
          .coding(Coding(system: "http://hl7.org/fhir/administrative-gender", code: "female"))
        ]))
    try response.answer("name", .string("Li"))
    #expect(response.values("name") == ["Li"])
    let without = Response(to: form)
    #expect(without.values("born") == [])
    #expect(
      without.expressionFailures
        == ["born", "name", "gender"].map {
          ExpressionFailure(use: .initialValue, linkId: $0, reason: .missingContext("patient"))
        })
  }

  @Test func `rows begin with their own initial values`() throws {
    let form = try Build.form([
      Build.item("a", "integer"),
      Build.item(
        "g", "group", [], #""repeats":true"#,
        items: [
          Build.item(
            "b", "integer",
            [
              Build.expression(
                Build.sdc + "initialExpression", "%resource.item.where(linkId='a').answer.value")
            ])
        ]),
    ])
    var response = Response(to: form)
    try response.answer("a", .integer(3))
    #expect(response.values("b") == [])
    try response.change(.addRow, "g")
    #expect(response.values("b") == ["3"])
  }

  static let contexts: [(expression: String, values: [String])] = [
    ("%context.linkId", ["q", "q"]),
    ("%context.answer.value", ["1", "2"]),
    ("linkId & answer.value.toString()", ["q1", "q2"]),
    ("%row.linkId", ["g", "g"]),
    ("%row.item.where(linkId = 'q').answer.value", ["1", "2"]),
    ("%resource.item.where(linkId = 'g').count()", ["2", "2"]),
    ("%qitem.linkId", ["q", "q"]),
    ("%qitem.text", ["How many?", "How many?"]),
    ("%questionnaire.url", ["urn:form", "urn:form"]),
    ("%questionnaire.item.item.where(linkId = 'q').type", ["integer", "integer"]),
    ("%above + 1", ["8", "8"]),
    ("today()", ["2026-03-27", "2026-03-27"]),
  ]

  /// Each expression as the words of a question in two rows.
  @Test(arguments: contexts)
  func `every row has its own`(_ expression: String, _ values: [String]) throws {
    let words =
      #""text":"How many?","_text":{"extension":[\#(Build.expression(Build.core + "cqf-expression", expression))]}"#
    let form = try Build.form(
      [
        Build.item(
          "g", "group", [Build.variable("row", "%context")], #""repeats":true"#,
          items: [Build.item("q", "integer", [], words)])
      ], extensions: [Build.variable("above", "7")])
    #expect(form.problems == [])
    let noon = try #require(Response.noon)
    var response = Response(to: form, in: FormContext(now: noon))
    try response.answer("q", .integer(1))
    try response.change(.addRow, "g")
    try response.answer("q", .integer(2), instance: 1)
    #expect(response.nodes(linkId: "q").map { response.item(of: $0).text } == values)
  }

  @Test func `items under an answer see that answer`() throws {
    let form = try Build.form([
      Build.item(
        "q", "string", [Build.variable("mine", "%context")], #""repeats":true"#,
        items: [
          Build.item("why", "string", [Build.calculated("%mine.answer.value.count().toString()")])
        ])
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    try response.answer("q", .string("a"), .string("b"))
    #expect(response.values("why") == ["2", "2"])
  }
}
