import FHIRPath
import Testing

/// What is allowed and yet likely not meant.
@Suite struct ExpressionLintTests {
  /// The kinds of an expression's lints, each with the text that it points at.
  private static func lints(_ text: String) throws -> [String] {
    try FHIRPathExpression(text).lints.map { lint in
      let place = Array(text.utf8)[lint.range.start..<lint.range.end]
      return "\(lint.kind): \(String(decoding: place, as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("(%a | %b).sum()", ["unionBeforeTotal: %a | %b"]),
    ("(a.answer | b.answer).value.weight().sum()", ["unionBeforeTotal: a.answer | b.answer"]),
    ("%a.union(%b).avg()", ["unionBeforeTotal: union"]),
    ("(%a | 0).count()", ["unionBeforeTotal: %a | 0"]),
    ("%x.select(a | b).aggregate($this + $total, 0)", ["unionBeforeTotal: a | b"]),
    ("iif(%a | %b, %c | %d, {}).sum()", ["unionBeforeTotal: %c | %d"]),
    ("%a.combine(%b | %c).where($this > 1).skip(1).sum()", ["unionBeforeTotal: %b | %c"]),
    ("%resource.repeat(item).where(linkId='a').answer.value.sum()", ["repeatBeforeTotal: repeat"]),
    ("%resource.repeat(item | answer.item).count()", ["repeatBeforeTotal: repeat"]),
    (
      "1 + (%a | %b).sum() + repeat(item).count()",
      ["unionBeforeTotal: %a | %b", "repeatBeforeTotal: repeat"]
    ),
    (
      "(%a | %b).count() / (%a | %b).sum()",
      ["unionBeforeTotal: %a | %b", "unionBeforeTotal: %a | %b"]
    ),
  ])
  func `what leaves out equals is found before a total`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try Self.lints(text) == expected)
  }

  @Test(arguments: [
    (
      "%resource.item.descendants().where(linkId='a').answer", ["outermostItemsMissed: descendants"]
    ),
    ("item.descendants().answer.value", ["outermostItemsMissed: descendants"]),
    ("item.descendants().exists(item.exists())", ["outermostItemsMissed: descendants"]),
    ("%resource.item.descendants().select(linkId)", ["outermostItemsMissed: descendants"]),
  ])
  func `descendants of item miss the outermost items`(_ text: String, _ expected: [String]) throws {
    #expect(try Self.lints(text) == expected)
  }

  @Test(arguments: [
    ("answer.valueCoding.code", ["typedChoiceName: valueCoding"]),
    ("item.where(linkId='a').answer.valueDecimal > 3", ["typedChoiceName: valueDecimal"]),
    ("Observation.effectiveDateTime", ["typedChoiceName: effectiveDateTime"]),
    (
      "answer.where(valueInteger = 1 or valueBoolean)",
      ["typedChoiceName: valueInteger", "typedChoiceName: valueBoolean"]
    ),
  ])
  func `the name of a choice with its type finds nothing`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try Self.lints(text) == expected)
  }

  @Test(arguments: [
    "%a.combine(%b).sum()", "(%a | %b).exists()", "(%a | %b).max()", "(%a | %b).distinct().count()",
    "('a' | 'b').count()", "(1 | -2 | (3)).sum()", "%x.where($this in ('a' | 'b')).count()",
    "%x.where((a | b).exists()).sum()", "%a.sum() | %b.sum()", "(%a | %b).sum",
    "iif((%a | %b).exists(), %c, {}).count()", "(%a | %b).exists().count()",
    "%resource.repeat(item).where(linkId='a').exists()", "%resource.repeatAll(item).count()",
    "%resource.descendants().where(linkId='a').answer.value.sum()",
    "%resource.descendants().where(linkId='a')", "item.where(linkId='g').descendants().answer",
    "item.descendants().ofType(Coding).code", "item.descendants().value",
    "item.repeat(item).where(linkId='a')", "descendants().answer",
    "answer.value.ofType(Coding).code", "value", "valueSet", "ElementDefinition.contentReference",
    "Observation { valueString: 'x' }", "answer.value.as(Coding)", "item.answerValueSet",
  ])
  func `what is right is left alone`(_ text: String) throws {
    #expect(try Self.lints(text) == [])
  }

  @Test func `a lint says what to write instead`() throws {
    let lint = try #require(try FHIRPathExpression("answer.valueCoding").lints.first)
    #expect(
      lint.description
        == "valueCoding finds nothing; write value, or value.ofType(Coding) for this type only")
    let total = try #require(try FHIRPathExpression("(%a | %b).avg()").lints.first)
    #expect(
      total.description == "| leaves out equal values, so avg() may miss some; use combine()")
  }
}
