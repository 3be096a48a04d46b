import FHIR
import Testing

@testable import FormFiller

/// Values that the form works out.
@Suite struct CalculationTests {
  typealias Build = ExpressionForm

  private static func sum(_ linkIds: String...) -> String {
    linkIds.map { "%resource.item.where(linkId='\($0)').answer.value" }.joined(separator: " + ")
  }

  @Test func `a sum follows its parts`() throws {
    let form = try Build.form([
      Build.item("a", "integer"), Build.item("b", "integer"),
      Build.item("sum", "integer", [Build.calculated(Self.sum("a", "b"))], #""readOnly":true"#),
      Build.item("twice", "integer", [Build.calculated(Self.sum("sum", "sum"))]),
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    #expect(response.values("sum") == [])
    try response.answer("a", .integer(2))
    #expect(response.values("sum") == [])
    try response.answer("b", .integer(3))
    #expect(response.values("sum") == ["5"])
    #expect(response.values("twice") == ["10"])
    try response.change(.clear, "a")
    #expect(response.values("sum") == [])
    #expect(response.values("twice") == [])
  }

  @Test func `a person's value stays and can be undone`() throws {
    let form = try Build.form([
      Build.item("a", "integer"),
      Build.item("next", "integer", [Build.calculated(Self.sum("a") + " + 1")]),
    ])
    var response = Response(to: form)
    try response.answer("a", .integer(1))
    #expect(response.values("next") == ["2"])
    try response.answer("next", .integer(9))
    try response.answer("a", .integer(5))
    #expect(response.values("next") == ["9"])
    let node = try #require(response.nodes(linkId: "next").first)
    #expect(response.calculation(of: node) == .edited([.integer(9)]))
    try response.change(.clear, "next")
    #expect(response.values("next") == ["6"])
    #expect(response.calculation(of: node) == .calculated([.integer(6)]))
  }

  @Test func `a condition reads a calculated value, and a calculation what is asked`() throws {
    let form = try Build.form([
      Build.item("a", "integer"),
      Build.item("double", "integer", [Build.calculated(Self.sum("a", "a"))]),
      Build.item(
        "more", "integer",
        [Build.enableWhen("%resource.item.where(linkId='double').answer.value > 5")]),
      Build.item("last", "integer", [Build.calculated(Self.sum("more"))]),
    ])
    var response = Response(to: form)
    #expect(response.enabled("more") == [false])
    try response.answer("a", .integer(3))
    #expect(response.enabled("more") == [true])
    try response.answer("more", .integer(7))
    #expect(response.values("last") == ["7"])
    try response.answer("a", .integer(1))
    #expect(response.enabled("more") == [false])
    #expect(response.values("last") == [])
    try response.answer("a", .integer(4))
    #expect(response.values("last") == ["7"])
  }

  @Test func `rows have their own totals, and there is a grand total`() throws {
    let form = try Build.form([
      Build.item(
        "row", "group", [Build.variable("row", "%context")], #""repeats":true"#,
        items: [
          Build.item("a", "integer"), Build.item("b", "integer"),
          Build.item(
            "total", "integer",
            [
              Build.calculated(
                "%row.item.where(linkId='a').answer.value + %row.item.where(linkId='b').answer.value"
              )
            ]),
          Build.item(
            "why", "string",
            [Build.enableWhen("%row.item.where(linkId='total').answer.value > 10")]),
        ]),
      Build.item(
        "grand", "integer",
        [Build.calculated("%resource.item.item.where(linkId='total').answer.value.sum()")]),
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    try response.answer("a", .integer(1))
    try response.answer("b", .integer(2))
    for row in 1...2 {
      try response.change(.addRow, "row")
      try response.answer("a", .integer(10 * row), instance: row)
      try response.answer("b", .integer(row), instance: row)
    }
    #expect(response.values("total") == ["3", "11", "22"])
    #expect(response.values("grand") == ["36"])
    #expect(response.enabled("why") == [false, true, true])
    try response.removeRow(1, of: "row")
    #expect(response.values("total") == ["3", "22"])
    #expect(response.values("grand") == ["25"])
    #expect(response.enabled("why") == [false, true])
    try response.answer("b", .integer(20), instance: 0)
    #expect(response.values("total") == ["21", "22"])
    #expect(response.enabled("why") == [true, true])
    let draft = try response.document(as: .inProgress, authored: try #require(Response.noon))
    let (again, issues) = Response.reading(
      try #require(QuestionnaireResponse(draft.root)), form: form)
    #expect(issues == [])
    #expect(again.values("total") == ["21", "22"])
    #expect(again.values("grand") == ["43"])
  }

  /// Worked out in another order, each would be worked out again for each way that leads to it.
  @Test func `each of a long chain is worked out after those it reads`() throws {
    func read(_ number: Int) -> String { "%resource.item.where(linkId='c\(number)').answer.value" }
    let links = (2...40).reversed().map { number in
      Build.item(
        "c\(number)", "decimal",
        [Build.calculated("(\(read(number - 1)) + \(read(number - 2))) / 2")])
    }
    let form = try Build.form(
      links + [Build.item("c1", "decimal"), Build.item("c0", "decimal")])
    #expect(form.problems == [])
    var response = Response(to: form)
    try response.answer("c0", .decimal(ExactDecimal(1)))
    try response.answer("c1", .decimal(ExactDecimal(1)))
    #expect(response.values("c40") == ["1"])
    #expect(response.expressionFailures == [])
  }
}
