import FHIR
import Testing

@testable import FHIRPath

/// Whatever an expression asks for, it ends: in a value or in an error that says which limit it met.
@Suite struct LimitTests {
  static let surroundings = Result { try HostileExpression.Surroundings(part: 50) }

  @Test(arguments: HostileExpression.all)
  func `a hostile expression ends`(_ expression: HostileExpression) throws {
    #expect(try Self.surroundings.get().ending(of: expression.text) == expression.ending)
  }

  @Test func `errors of limits say where and name the limit`() throws {
    let limits = EvaluationLimits(steps: 1000, items: 10, textBytes: 9, patternSteps: 10)
    let cases: [(String, FHIRPathError.Reason)] = [
      ("1 + (1).repeatAll(2 | 3).count()", .tooManyItems(limit: 10)),
      ("1 + %many.select(%many).count()", .tooManySteps(limit: 1000)),
      ("'1' + (%text & %text)", .tooMuchText(limit: 9)),
      ("'1' = %text.matches('a.*(b|c)').toString()", .patternTooSlow(limit: 10)),
    ]
    let options = EvaluationOptions(
      variables: [
        "many": (0..<50).map { .integer($0) }, "text": [.string("abcde")],
      ], limits: limits)
    for (text, reason) in cases {
      #expect {
        try FHIRPathExpression(text).evaluate(on: nil, options)
      } throws: { error in
        guard let error = error as? FHIRPathError else { return false }
        return error.reason == reason && error.phase == .execution && error.range.start >= 4
      }
    }
  }

  /// Parts that lie side by side do not count as deep.
  @Test func `depth is counted where it is`() throws {
    let limits = SyntaxLimits(depth: 6)
    for text in ["a.b.c.d.e.f", "((((1))))", "a.where(b.c)", "iif(a.b, c.d, e.f)", "1+1+1+1+1+1"] {
      _ = try SyntaxTree(text, limits: limits)
    }
    for text in [
      "a.b.c.d.e.f.g", "((((((1))))))", "a.b.c.where(d.e.f)", "a.where(b.where(c.where(d)))",
      "1+1+1+1+1+1+1", "------1",
    ] {
      #expect { try SyntaxTree(text, limits: limits) } throws: { error in
        (error as? FHIRPathError)?.reason == .tooDeep(limit: 6)
      }
    }
  }

  @Test func `a resource of 128 levels is gone through`() throws {
    let depth = 62
    let text =
      String(repeating: #"{"item":["#, count: depth) + "{}" + String(repeating: "]}", count: depth)
    let resource = ResourceTree(try JSONDocument(text), type: "QuestionnaireResponse")
    let expressions = [
      "descendants().count()", "repeatAll(item).count()",
      "(%resource = %resource).toInteger() * 62",
      "item.descendants().select(%resource.item ~ $this).count() + 1",
    ]
    for text in expressions {
      let values = try FHIRPathExpression(text).evaluate(on: resource.root)
      #expect(values.map(\.text) == ["62"], "\(text)")
    }
  }
}
