import FHIR
import FHIRPath
import Testing

@testable import FormFiller

/// What is wrong with the expressions of a form, named when it is compiled.
@Suite struct ExpressionProblemTests {
  typealias Build = ExpressionForm

  private static func question(_ extensions: String..., members: String = "") -> [String] {
    [Build.item("a", "integer"), Build.item("b", "integer", extensions, members)]
  }

  static let cases: [(what: String, items: [String], problems: [String])] = [
    (
      "an expression that does not parse", question(Build.calculated("1 +")),
      ["error b: the calculatedExpression cannot be used: syntax error: "]
    ),
    (
      "a condition that does not parse", question(Build.enableWhen("nothing()")),
      ["error b: the enableWhenExpression cannot be used: semantic error: "]
    ),
    (
      "a rule that warns and does not parse",
      question(Build.constraint("k", "1 +", severity: "warning")),
      ["warning b: the constraint 'k' cannot be used: syntax error: "]
    ),
    (
      "a rule that is severe and does not parse", question(Build.constraint("k", "1 +")),
      ["error b: the constraint 'k' cannot be used: syntax error: "]
    ),
    (
      "a rule without expression",
      question(
        #"{"url":"\#(Build.core)targetConstraint","extension":[{"url":"key","valueId":"k"}]}"#),
      ["error b: the constraint 'k' has no expression"]
    ),
    (
      "another language",
      question(Build.calculated("1").replacing("text/fhirpath", with: "text/cql")),
      [#"warning b: the calculatedExpression is in the language "text/cql""#]
    ),
    (
      "a variable that is not there", question(Build.calculated("%nothing + 1")),
      ["error b: the calculatedExpression uses %nothing, which nothing defines here"]
    ),
    (
      "an answer of an item that is not there",
      question(Build.calculated("%resource.item.where(linkId = 'z').answer.value")),
      ["error b: the calculatedExpression reads 'z', which no item has"]
    ),
    (
      "values that vanish from a total",
      question(
        Build.calculated(
          "(%resource.item.where(linkId = 'a').answer.value | 3).sum()")),
      ["warning b: the calculatedExpression: "]
    ),
    (
      "a variable without name",
      question(
        Build.expression(Build.core + "variable", "1")),
      ["error b: a variable has no name"]
    ),
    (
      "two variables of one name", question(Build.variable("x", "1"), Build.variable("x", "2")),
      ["error b: the variable %x is defined twice"]
    ),
    (
      "variables in a circle", question(Build.variable("x", "%y"), Build.variable("y", "%x")),
      ["error b: variables read each other in a circle: %x, %y"]
    ),
    (
      "a calculation of itself",
      question(Build.calculated("%resource.item.where(linkId = 'b').answer.value + 1")),
      ["error b: calculations read each other in a circle: b;"]
    ),
    (
      "calculations in a circle",
      [
        Build.item(
          "a", "integer", [Build.calculated("%resource.item.where(linkId='b').answer.value")]),
        Build.item(
          "b", "integer", [Build.enableWhen("%resource.item.where(linkId='c').answer.value > 1")]),
        Build.item(
          "c", "integer", [Build.calculated("%resource.item.where(linkId='a').answer.value")]),
      ],
      ["error a: calculations read each other in a circle: a → b → c;"]
    ),
    (
      "a calculation on a group",
      [Build.item("g", "group", [Build.calculated("1")], items: [Build.item("a", "string")])],
      ["error g: the calculatedExpression stands on an item that takes no answer"]
    ),
    (
      "two kinds of condition",
      question(
        Build.enableWhen("true"),
        members: #""enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]"#),
      ["warning b: both enableWhen and an enableWhenExpression are given"]
    ),
  ]

  @Test(arguments: cases)
  func `is named with its linkId`(_ what: String, _ items: [String], _ expected: [String]) throws {
    let form = try Build.form(items)
    let found = form.problems.map { "\($0.severity) \($0.linkId ?? "-"): \($0.kind.text)" }
    #expect(found.count == expected.count, "\(what): \(found)")
    for (text, start) in zip(found, expected) { #expect(text.hasPrefix(start), "\(what)") }
    #expect(form.isUsable == !expected.contains { $0.hasPrefix("error") })
  }

  @Test func `a variable may stand for another of the same name further up`() throws {
    let form = try Build.form(
      [
        Build.item(
          "g", "group", [Build.variable("x", "%x + 1")],
          items: [Build.item("b", "integer", [Build.calculated("%x")])]),
        Build.item("c", "integer", [Build.calculated("%x")]),
      ], extensions: [Build.variable("x", "1")])
    #expect(form.problems == [])
    let response = Response(to: form)
    #expect(response.values("b") == ["2"])
    #expect(response.values("c") == ["1"])
  }

  @Test func `a wide reading that could be a circle is none when it comes to rest`() throws {
    // The total lies in the group that it adds up, and is no part of the sum.
    let form = try Build.form([
      Build.item(
        "g", "group", [Build.variable("all", "%context.item.answer.value")],
        items: [
          Build.item("a", "integer"), Build.item("b", "integer"),
          Build.item("largest", "integer", [Build.calculated("%all.max()")]),
        ])
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    try response.answer("a", .integer(4))
    try response.answer("b", .integer(7))
    #expect(response.values("largest") == ["7"])
    #expect(response.expressionFailures == [])
  }

  @Test func `what never comes to rest has no value, and is named`() throws {
    let form = try Build.form([
      Build.item(
        "g", "group", [Build.variable("all", "%context.item.answer.value")],
        items: [
          Build.item("a", "integer"),
          Build.item("more", "integer", [Build.calculated("%all.sum() + 1")]),
        ])
    ])
    #expect(form.isUsable)
    var response = Response(to: form)
    #expect(response.expressionFailures == [])
    try response.answer("a", .integer(4))
    #expect(response.values("more") == [])
    #expect(
      response.expressionFailures
        == [ExpressionFailure(use: .calculation, linkId: "more", reason: .unsettled)])
    #expect(response.values("a") == ["4"])
    try response.change(.clear, "a")
    #expect(response.expressionFailures == [])
  }
}
