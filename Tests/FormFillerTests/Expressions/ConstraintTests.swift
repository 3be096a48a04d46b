import FHIR
import Testing

@testable import FormFiller

/// Rules of the form, and what cannot be worked out.
@Suite struct ConstraintTests {
  typealias Build = ExpressionForm

  private static func form(_ constraint: String) throws -> Form {
    try Build.form([Build.item("a", "integer", [constraint])])
  }

  static let cases: [(expression: String, severity: String, issue: String?, completes: Bool)] = [
    ("answer.value > 3", "error", nil, true),
    ("answer.value > 5", "error", "error invariant", false),
    ("answer.value > 5", "warning", "warning invariant", true),
    ("{}", "error", nil, true),
    ("answer.value > 'x'", "error", "error invariantExecution", false),
    ("answer.value > 'x'", "warning", "warning invariantExecution", true),
    ("%context.answer.value = 4 and %resource.item.count() = 1", "error", nil, true),
  ]

  @Test(arguments: cases)
  func `a rule is kept, broken or cannot be told`(
    _ expression: String, _ severity: String, _ issue: String?, _ completes: Bool
  ) throws {
    let form = try Self.form(Build.constraint("rule", expression, severity: severity))
    var response = Response(to: form)
    try response.answer("a", .integer(4))
    let issues = response.issues()
    #expect(issues.map { "\($0.severity) \($0.code)" } == (issue.map { [$0] } ?? []))
    #expect(issues.allSatisfy { $0.linkId == "a" && $0.details.hasPrefix("rule!") })
    let noon = try #require(Response.noon)
    #expect((try? response.document(as: .completed, authored: noon)) != nil || !completes)
    #expect((try? response.document(as: .completed, authored: noon)) == nil || completes)
  }

  @Test func `the older extension counts as well`() throws {
    let older = #"""
      {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-constraint","extension":[
       {"url":"key","valueId":"k"},{"url":"severity","valueCode":"error"},
       {"url":"human","valueString":"At most three"},{"url":"expression","valueString":"answer.value <= 3"}]}
      """#
    var response = Response(to: try Self.form(older))
    try response.answer("a", .integer(4))
    #expect(response.issues().map(\.details) == ["At most three"])
  }

  @Test func `each row is held to its own rule, and the whole to the form's`() throws {
    let form = try Build.form(
      [
        Build.item(
          "g", "group", [Build.constraint("row", "item.answer.value.sum() < 10")],
          #""repeats":true"#, items: [Build.item("a", "integer"), Build.item("b", "integer")])
      ], extensions: [Build.constraint("all", "item.item.answer.value.sum() < 15")])
    var response = Response(to: form)
    try response.answer("a", .integer(9))
    #expect(response.issues() == [])
    try response.change(.addRow, "g")
    try response.answer("a", .integer(11), instance: 1)
    #expect(response.issues().map { "\($0.linkId ?? "-") \($0.details)" } == ["- all!", "g row!"])
  }

  @Test func `a condition that cannot be told leaves the question asked, and is named`() throws {
    let form = try Build.form([
      Build.item("a", "string"),
      Build.item(
        "b", "string", [Build.enableWhen("%resource.item.where(linkId='a').answer.value > 1")]),
    ])
    var response = Response(to: form)
    #expect(response.enabled("b") == [false])
    try response.answer("a", .string("x"))
    #expect(response.enabled("b") == [true])
    #expect(response.expressionFailures.map(\.use) == [.enableWhen])
    #expect(response.expressionFailures.allSatisfy { !"\($0)".contains("'x'") })
    try response.change(.clear, "a")
    #expect(response.enabled("b") == [false])
    #expect(response.expressionFailures == [])
  }

  @Test(arguments: [
    ("'a' | 'b'", ExpressionFailure.Reason.severalValues), ("'word'", .wrongType),
  ])
  func `a value that does not fit is none, and is named`(
    _ expression: String, _ reason: ExpressionFailure.Reason
  ) throws {
    let form = try Build.form([Build.item("a", "integer", [Build.calculated(expression)])])
    let response = Response(to: form)
    #expect(response.values("a") == [])
    #expect(response.expressionFailures.map(\.reason) == [reason])
    let node = try #require(response.nodes(linkId: "a").first)
    guard case .unknown(let failure)? = response.calculation(of: node) else {
      Issue.record("it is not unknown")
      return
    }
    #expect(failure.linkId == "a")
  }
}
