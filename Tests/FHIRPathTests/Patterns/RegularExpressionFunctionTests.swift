import Testing

@testable import FHIRPath

/// `matches()`, `matchesFull()` and `replaceMatches()`.
@Suite struct RegularExpressionFunctionTests {
  @Test(arguments: [
    // A part of the text is enough, and a dot takes line ends.
    (#"'abc'.matches('b')"#, "true"), (#"'a\nb'.matches('a.b')"#, "true"),
    (#"'abc'.matches('^b')"#, "false"), (#"''.matches('')"#, "true"),
    (#"'ABC'.matches('b')"#, "false"), (#"'ABC'.matches('b', 'i')"#, "true"),
    (#"'a\nb'.matches('^b$')"#, "false"), (#"'a\nb'.matches('^b$', 'm')"#, "true"),
    (#"'É'.matches('é', 'i')"#, "true"),
    (#"'abc'.matchesFull('b')"#, "false"), (#"'abc'.matchesFull('a|abc')"#, "true"),
    (#"'a\nb'.matchesFull('a.b')"#, "true"),
    // Every match is replaced, from left to right, the preferred way.
    (
      #"'11/30/1972'.replaceMatches('(?<m>\\d+)/(?<d>\\d+)/(?<y>\\d+)', '${y}-${m}-${d}')"#,
      "1972-11-30"
    ),
    (#"'ab'.replaceMatches('(a)(b)', '$2$1$0')"#, "baab"),
    (#"'abc'.replaceMatches('b', '$$')"#, "a$c"), (#"'abc'.replaceMatches('b', '\\$1')"#, "a$1c"),
    (#"'abc'.replaceMatches('(b)|x', '[$1$2]')"#, "a[b]c"),
    (#"'abc'.replaceMatches('x*', '-')"#, "-a-b-c-"), (#"'abc'.replaceMatches('', '-')"#, "abc"),
    (#"'aaa'.replaceMatches('a+?', 'b')"#, "bbb"), (#"'aaa'.replaceMatches('a+', 'b')"#, "b"),
    (#"'aaab'.replaceMatches('a.*c|a', 'x')"#, "xxxb"),
    (#"'foobar foo'.replaceMatches('foo(?!bar)', 'x')"#, "foobar x"),
    (#"'foobar foo'.replaceMatches('foo(?=bar)', 'x')"#, "xbar foo"),
    (#"'AbA'.replaceMatches('a', 'x', 'i')"#, "xbx"),
    (#"'a\u0301é😀'.replaceMatches('.', '<$0>')"#, "<a><\u{301}><é><😀>"),
    (#"'one two'.replaceMatches('(?:(\\w)\\w*) ?', '$1')"#, "ot"),
    (#"'ab'.replaceMatches('(a)|(b)', '($1,$2)')"#, "(a,)(,b)"),
    (#"'x12'.replaceMatches('(x)1(2)', '$12')"#, "x2"),
  ])
  func `gives the value`(_ expression: String, _ expected: String) throws {
    let values = try FHIRPathExpression(expression).evaluate()
    #expect(values.map(\.text) == [expected])
  }

  @Test(arguments: [
    #"'a'.matches('(a)\\1')"#, #"'a'.matches('a', 'q')"#, #"'a'.matches('(' & '')"#,
    #"'a'.replaceMatches('a++', '')"#,
  ])
  func `names what is not a regular expression`(_ expression: String) {
    #expect { try FHIRPathExpression(expression).evaluate() } throws: { error in
      if case .invalidPattern? = (error as? FHIRPathError)?.reason { true } else { false }
    }
  }

  /// Length alone is no reason to give up, nor are many matches or a way that fails late.
  @Test(arguments: [
    ("%long.replaceMatches('a', 'b').startsWith('bbb')", "true"),
    ("%long.replaceMatches('a.*c|a', 'b').startsWith('bbb')", "true"),
    ("%long.replaceMatches('(a+)+$', '').length()", "0"), ("%long.matches('(a+)+b')", "false"),
    ("%long.matches('b')", "false"), ("%long.matchesFull('[a-z]+')", "true"),
    (#"%long.replaceMatches('\\b', '-').length()"#, "20002"),
  ])
  func `takes a long text`(_ expression: String, _ expected: String) throws {
    let long = FHIRPathValue.string(String(repeating: "a", count: 20_000))
    let values = try FHIRPathExpression(expression)
      .evaluate(on: nil, EvaluationOptions(variables: ["long": [long]]))
    #expect(values.map(\.text) == [expected])
  }

  @Test(arguments: [
    ("%long.replaceMatches('a', '$0$0$0')", FHIRPathError.Reason.tooMuchText(limit: 10_000)),
    ("%long.replaceMatches('(a)(a)', '')", .patternTooSlow(limit: 20_000)),
  ])
  func `ends at its limits`(_ expression: String, _ reason: FHIRPathError.Reason) throws {
    let long = FHIRPathValue.string(String(repeating: "a", count: 5000))
    let options = EvaluationOptions(
      variables: ["long": [long]],
      limits: EvaluationLimits(textBytes: 10_000, patternSteps: 20_000))
    let expression = try FHIRPathExpression(expression)
    #expect { try expression.evaluate(on: nil, options) } throws: { error in
      (error as? FHIRPathError)?.reason == reason
    }
  }
}
