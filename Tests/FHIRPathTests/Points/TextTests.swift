import Testing

/// Texts are sequences of Unicode scalars, and not of what looks like one letter.
@Suite struct TextTests {
  static let scalars = PointCase.table(
    #"""
    'e\u0301'.length() => 2
    '\u00e9'.length() => 1
    '\u00e9' = 'e\u0301' => false
    '\u00e9' ~ 'e\u0301' => false
    '\u00e9' in ('e\u0301') => false
    ('\u00e9' | 'e\u0301').count() => 2
    ('\u00e9' | 'e\u0301').isDistinct() => true
    'e\u0301'.toChars().count() => 2
    'e\u0301'.startsWith('e') => true
    'e\u0301'.contains('e') => true
    'e\u0301'.contains('\u00e9') => false
    'e\u0301'.endsWith('\u0301') => true
    'e\u0301x'.indexOf('x') => 2
    'e\u0301x'.substring(2) => 'x'
    'e\u0301x'.substring(0, 1) => 'e'
    'e\u0301'.replace('e', 'a') = 'a\u0301' => true
    'e\u0301'.matches('^..$') => true
    '\uD83D\uDE00'.length() => 1
    '\uD83D\uDE00a'.indexOf('a') => 1
    '\r\n'.length() => 2
    '\r\n'.toChars().count() => 2
    'a\r\nb'.split('\n').count() => 2
    '\r\n'.contains('\n') => true
    'Z' < 'a' => true
    'z' < '\u00e9' => true
    '\uFFFD' < '\uD83D\uDE00' => true
    'ab' < 'abc' => true
    """#)

  static let equivalence = PointCase.table(
    #"""
    'ABC' ~ 'abc' => true
    'ABC' = 'abc' => false
    '\u00C9' ~ '\u00E9' => true
    '\u03A3' ~ '\u03C2' => true
    'STRASSE' ~ 'stra\u00dfe' => true
    'i' ~ '\u0131' => false
    'a b' ~ 'a\tb' => true
    'a b' ~ 'a\nb' => true
    'a b' ~ 'a\u00A0b' => true
    'a b' ~ 'a  b' => false
    'a \t b' ~ 'A   B' => true
    'a' ~ 'a ' => false
    'a' ~ 'b' => false
    """#)

  static let replacement = PointCase.table(
    #"""
    'abc'.replaceMatches('', 'x') => 'abc'
    'abc'.replace('', 'x') => 'xaxbxcx'
    ''.contains('') => true
    ''.startsWith('') => true
    ''.endsWith('') => true
    'abc'.contains('') => true
    'abc'.startsWith('') => true
    'abc'.endsWith('') => true
    'abc'.indexOf('') => 0
    'abc'.matches('b') => true
    'abc'.matches('B') => false
    'abc'.matches('B', 'i') => true
    'a\nb'.matches('a.b') => true
    'a\nb'.matches('^b') => false
    'a\nb'.matches('^b', 'm') => true
    'abc'.matchesFull('b') => false
    'abc'.matchesFull('a.c') => true
    'abc'.matches('') => true
    'abc'.replaceMatches('(b)(c)', '$2$1') => 'acb'
    """#)

  @Test(arguments: scalars) func `scalars are counted and compared`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: equivalence) func `case and the kind of space do not matter`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: replacement) func `patterns and texts of nothing`(_ one: PointCase) {
    one.check()
  }

  @Test func `a resource's text is compared scalar by scalar`() {
    let tree = PointResources.tree(#"{"resourceType":"Patient","name":[{"family":"e\u0301"}]}"#)
    for (expression, expected) in [
      (#"name.family = '\u00e9'"#, "false"), (#"name.family = 'e\u0301'"#, "true"),
      (#"name.where(family = '\u00e9').exists()"#, "false"),
      (#"name.where(family = 'e\u0301').exists()"#, "true"),
      ("name.family.length()", "2"), (#"name.family in ('\u00e9' | 'x')"#, "false"),
    ] {
      PointCase(expression: expression, expected: expected).check(on: tree)
    }
  }
}
