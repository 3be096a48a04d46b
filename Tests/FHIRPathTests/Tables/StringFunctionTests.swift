import Testing

/// Functions of texts (FHIRPath 3.0, 5.6).
@Suite struct StringFunctionTests {
  static let places = Expectation.table(
    #"""
    'abcdefg'.indexOf('bc') => Integer 1
    'abcdefg'.indexOf('x') => Integer -1
    'abcdefg'.indexOf('') => Integer 0
    ''.indexOf('') => Integer 0
    ''.indexOf('a') => Integer -1
    'a\uD83D\uDD25b'.indexOf('b') => Integer 2
    'a🔥b'.indexOf('🔥') => Integer 1
    'e\u0301'.indexOf('\u0301') => Integer 1
    {}.indexOf('a') => {}
    'a'.indexOf({}) => {}
    ('a' | 'b').indexOf('a') => error execution
    1.indexOf('1') => error execution
    'a'.indexOf(1) => error execution
    'abc abc'.lastIndexOf('a') => Integer 4
    'abcdefg'.lastIndexOf('x') => Integer -1
    'abcdefg'.lastIndexOf('abcdefg') => Integer 0
    '0123'.lastIndexOf('') => Integer 4
    ''.lastIndexOf('') => Integer 0
    '🔥🔥'.lastIndexOf('') => Integer 2
    'aaa'.lastIndexOf('aa') => Integer 1
    '🔥b🔥b'.lastIndexOf('b') => Integer 3
    {}.lastIndexOf('a') => {}
    'abcdefg'.substring(3) => String defg
    'abcdefg'.substring(1, 2) => String bc
    'abcdefg'.substring(6, 2) => String g
    'abcdefg'.substring(7, 1) => {}
    'abcdefg'.substring(-1, 1) => {}
    'abcdefg'.substring(3, 0) => String ''
    'abcdefg'.substring(3, -1) => String ''
    'abcdefg'.substring(-1, -1) => {}
    'abcdefg'.substring(2, {}) => String cdefg
    'abcdefg'.substring({}, 2) => {}
    'abcdefg'.substring(2, 2147483647) => String cdefg
    ''.substring(0) => {}
    'a🔥b'.substring(1, 1) => String 🔥
    'a🔥b'.substring(2) => String b
    'e\u0301'.substring(0, 1) => String e
    {}.substring(0) => {}
    'abc'.substring('1') => error execution
    'abc'.substring(1.0) => error execution
    """#)

  static let changes = Expectation.table(
    #"""
    'AbCd'.upper() => String ABCD
    'AbCd'.lower() => String abcd
    'straße'.upper() => String STRASSE
    ''.upper() => String ''
    {}.upper() => {}
    1.upper() => error execution
    'abcdefg'.replace('cde', '123') => String ab123fg
    'abcdefg'.replace('cde', '') => String abfg
    'abc'.replace('', 'x') => String xaxbxcx
    'a🔥c'.replace('', 'x') => String xax🔥xcx
    ''.replace('', 'x') => String x
    'aaa'.replace('aa', 'b') => String ba
    'abc'.replace({}, 'x') => {}
    'abc'.replace('a', {}) => {}
    'abc'.replace('.', 'x') => String abc
    ' 123456 '.trim() => String 123456
    '  '.trim() => String ''
    '\t\r\n a b \n'.trim() => String a b
    '\u00a0a\u00a0'.trim().length() => Integer 3
    {}.trim() => {}
    1.trim() => error execution
    'abc'.toChars() => String a, String b, String c
    'a\uD83D\uDD25b'.toChars() => String a, String 🔥, String b
    'e\u0301'.toChars().count() => Integer 2
    ''.toChars() => {}
    {}.toChars() => {}
    'A,B,C'.split(',') => String A, String B, String C
    'ABC'.split(',') => String ABC
    'A,,C'.split(',') => String A, String '', String C
    ',A,'.split(',') => String '', String A, String ''
    ''.split(',') => String ''
    'a--b'.split('--') => String a, String b
    '🔥,b'.split(',').first().length() => Integer 1
    {}.split(',') => {}
    'A'.split({}) => {}
    1.split(',') => error execution
    ('A' | 'B' | 'C').join() => String ABC
    ('A' | 'B' | 'C').join(',') => String A,B,C
    ('A' | 'B').join({}) => String AB
    'A'.join(',') => String A
    {}.join(',') => {}
    (1 | 2).join(',') => error execution
    'abc'.length() => Integer 3
    ''.length() => Integer 0
    '\u0065\u0301'.length() => Integer 2
    '\uD83D\uDD25'.length() => Integer 1
    {}.length() => {}
    1.length() => error execution
    """#)

  static let tests = Expectation.table(
    #"""
    'abcdefg'.startsWith('abc') => Boolean true
    'abcdefg'.startsWith('') => Boolean true
    ''.startsWith('a') => Boolean false
    'e\u0301'.startsWith('e') => Boolean true
    'abcdefg'.endsWith('efg') => Boolean true
    'abcdefg'.endsWith('') => Boolean true
    'abcdefg'.endsWith('xefg') => Boolean false
    'abc'.contains('bc') => Boolean true
    'abc'.contains('') => Boolean true
    'abc'.contains('B') => Boolean false
    {}.contains('a') => {}
    'a'.contains({}) => {}
    ('a' | 'b').contains('a') => error execution
    """#)

  static let codes = Expectation.table(
    #"""
    'test'.encode('base64') => String dGVzdA==
    'subjects?_d'.encode('urlbase64') => String c3ViamVjdHM_X2Q=
    'aé'.encode('hex') => String 61c3a9
    ''.encode('hex') => String ''
    ''.encode('base64') => String ''
    'aé🔥b'.encode('ascii') => String a??b
    'test'.encode({}) => {}
    {}.encode('hex') => {}
    'test'.encode('rot13') => error execution
    'test'.encode('ascii').decode('ascii') => error execution
    '61C3A9'.decode('hex') => String aé
    '6'.decode('hex') => {}
    'zz'.decode('hex') => {}
    '+f'.decode('hex') => {}
    'ff'.decode('hex') => {}
    ''.decode('hex') => String ''
    'dGVzdA=='.decode('base64') => String test
    'dGVzdA'.decode('base64') => String test
    'dGVzd'.decode('base64') => {}
    'd=Vz'.decode('base64') => {}
    'dGV*'.decode('base64') => {}
    '/w=='.decode('base64') => {}
    'c3ViamVjdHM_X2Q='.decode('urlbase64') => String subjects?_d
    'test'.decode({}) => {}
    '<a href="x">&</a>'.escape('html') => String &lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;
    'A&B'.escape('html') => String A&amp;B
    '"1<2"\\\n'.escape('json') => String \"1<2\"\\\n
    'a'.escape('xml') => error execution
    'a'.escape({}) => {}
    {}.escape('html') => {}
    '&quot;1&lt;2&quot;'.unescape('html') => String "1<2"
    '&amp;lt;'.unescape('html') => String &lt;
    '&#233;&#xE9;&#x1F525;'.unescape('html') => String éé🔥
    '&unknown; & &#; &#xD800;'.unescape('html') => String &unknown; & &#; &#xD800;
    '\\"1<2\\"'.unescape('json') => String "1<2"
    '\\u0041\\n'.unescape('json') = 'A\n' => Boolean true
    'it\'s'.unescape('json') => String it's
    'a\\bc'.unescape('json').length() => Integer 3
    {}.unescape('json') => {}
    """#)

  static let patterns = Expectation.table(
    #"""
    'first line\nsecond line'.matches('^second', 'm') => Boolean true
    'first line\nsecond line'.matches('^second', '') => Boolean false
    'first line\nsecond line'.matches('^second') => Boolean false
    'first line\nsecond line'.matches('^SECOND', 'im') => Boolean true
    'first line\nsecond line'.matches('line$', 'm') => Boolean true
    'first\nsecond'.matches('first.second') => Boolean true
    'ABC'.matches('abc') => Boolean false
    'ABC'.matches('abc', 'i') => Boolean true
    'ÄÖ'.matches('äö', 'i') => Boolean true
    'ABC'.matches('[a-c]+$', 'i') => Boolean true
    'abc'.matches('') => Boolean true
    'abc'.matches('b', {}) => Boolean true
    'abc'.matches({}) => {}
    {}.matches('a') => {}
    'abc'.matches('b', 'x') => error execution
    'abc'.matches('b', 's') => error execution
    'abc'.matches('b', 'g') => error execution
    'abc'.matches('(') => error execution
    ('a' | 'b').matches('a') => error execution
    'N8000123123'.matchesFull('N[0-9]{8}') => Boolean false
    'N8000123123'.matchesFull('N[0-9]{10}') => Boolean true
    'abc'.matchesFull('ABC', 'i') => Boolean true
    'abc'.matchesFull('a|abc') => Boolean true
    'abc'.matchesFull('') => Boolean false
    ''.matchesFull('') => Boolean true
    'a'.matchesFull('a', 'q') => error execution
    'a🔥'.matchesFull('a.') => Boolean true
    'aaabaa'.replaceMatches('aa', '"aa"') => String "aa"ab"aa"
    '11/30/1972'.replaceMatches('\\b(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{2,4})\\b', '${day}-${month}-${year}') => String 30-11-1972
    'abc'.replaceMatches('(b)', '[$1]') => String a[b]c
    'abc'.replaceMatches('B', 'x') => String abc
    'abc'.replaceMatches('B', 'x', 'i') => String axc
    'a\nb'.replaceMatches('^', '>', 'm') = '>a\n>b' => Boolean true
    'abc'.replaceMatches('', 'x') => String abc
    'abc'.replaceMatches('b', '') => String ac
    'abc'.replaceMatches('b', {}) => {}
    'abc'.replaceMatches('b', 'x', 'z') => error execution
    """#)

  @Test(arguments: places) func `each case of places holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: changes) func `each case of changes holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: tests) func `each case of tests holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: codes) func `each case of codes holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: patterns) func `each case of patterns holds`(_ expectation: Expectation) {
    expectation.check()
  }
}
