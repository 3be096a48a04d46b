import FHIR
import Testing

@testable import FHIRPath

/// What holds for any expression.
@Suite struct ExpressionPropertyTests {
  static let expressions = [
    "item.where(linkId = 'a').answer.value", "1 + 2 * 3 > 6", "-1.5 'mg' * 2",
    "@2020-01-31 + 1 month", "@T14:30:00.250", "@2015-02-04T14:34:28Z <= now()",
    "iif(item.exists(), item.aggregate($this.count() + $total, 0), {})",
    "(1 | 2 | 'a\\u0301').select($this.toString() & '-' & $index.toString())",
    "`Patient`.name.given[0].substring(1, 2).matches('[a-z]+')",
    "defineVariable('x', 1).select(%x + 1)", "item.descendants().ofType(Coding).code",
    "value is Quantity and not (value as Quantity).unit.empty() implies true",
    "item.repeat(item).linkId.distinct().join(', ')", "Coding { system: 'a', code: 'b' }.code",
    "FHIR.Period {:}", "`FHIR`.Identifier { value: 'a', type: CodeableConcept { text: 'b' } }",
    "-9223372036854775808L", "'1/2/2024'.toDate('d/M/yyyy').duration(now(), 'month')",
    "(5 'cm' ~ 0.05 'm') xor 1 year = 1 'a'", "item.sort(-linkId).first().linkId.upper()",
    "'a,b'.split(',').combine('c'.toChars()).trace('t').count() mod 2 div 1",
  ]

  static let resource = """
    {"resourceType":"QuestionnaireResponse","status":"completed","item":[
      {"linkId":"a","answer":[{"valueCoding":{"code":"x"}},{"valueDecimal":1.50}]},
      {"linkId":"b","item":[{"linkId":"c","answer":[{"valueDate":"2020-01"}]}]}]}
    """

  @Test(arguments: expressions)
  func `what is printed reads back the same`(_ text: String) throws {
    let tree = try SyntaxTree(text)
    let printed = tree.description
    #expect(try SyntaxTree(printed).description == printed)
    let resource = ResourceTree(try JSONDocument(Self.resource))
    let now = EvaluationOptions(now: PartialDateTime("2026-03-01T09:30:00Z"))
    let results = [text, printed].map { source in
      (try? FHIRPathExpression(source).evaluate(on: resource.root, now))?.map { $0.text }
    }
    #expect(results[0] == results[1])
  }

  @Test func `one clock gives one time, and trace goes where it is told`() throws {
    let now = try #require(PartialDateTime("2026-03-01T09:30:00Z"))
    let expression = try FHIRPathExpression("now() = now() and today() = now().dateOf()")
    #expect(try expression.isTrue(on: nil, EvaluationOptions(now: now)) == true)
    #expect(try FHIRPathExpression("now()").evaluate(on: nil).isEmpty)
  }
}
