import Testing

/// Longs, and what division by zero and too large results give (FHIRPath 3.0, 4.1 and 6.6).
@Suite struct LongTests {
  static let longs = Expectation.table(
    #"""
    5L => Long 5
    -5L => Long -5
    0L => Long 0
    9223372036854775807L => Long 9223372036854775807
    -9223372036854775808L => Long -9223372036854775808
    9223372036854775808L => error syntax
    5l => error syntax
    5 L => error syntax
    1L + 2L => Long 3
    1L + 2 => Long 3
    5L + 4.5 => Decimal 9.5
    5L - 7 => Long -2
    3L * 4 => Long 12
    5L / 2 => Decimal 2.5
    5L div 2 => Long 2
    -5L div 2 => Long -2
    5L mod 2 => Long 1
    -5L mod 3 => Long -2
    5L div 0 => {}
    5L mod 0 => {}
    5L / 0 => {}
    9223372036854775807L + 1 => {}
    -9223372036854775808L - 1L => {}
    9223372036854775807L * 2 => {}
    -(-9223372036854775808L) => {}
    (-9223372036854775808L).abs() => {}
    -9223372036854775808L div -1 => {}
    2147483647L + 1 => Long 2147483648
    1L = 1 => Boolean true
    1L = 1.0 => Boolean true
    1 ~ 1L => Boolean true
    2L > 1 => Boolean true
    1L < 1.5 => Boolean true
    1L is Long => Boolean true
    1L is System.Long => Boolean true
    1L is Integer => Boolean false
    1 is Long => Boolean false
    1L.type().name => String Long
    (5L as Long) => Long 5
    (1 | 2L | 3).ofType(Long) => Long 2
    (1L | 1 | 1.0).count() => Integer 1
    (3L).convertsToInteger() => Boolean true
    'abc'.substring(1L) => String bc
    """#)

  static let operators = Expectation.table(
    #"""
    5 div 2 => Integer 2
    -5 div 2 => Integer -2
    5.5 div 0.7 => Decimal 7
    5 div 0.7 => Decimal 7
    5 div 0 => {}
    5.5 div 0.0 => {}
    5 mod 2 => Integer 1
    -5 mod 2 => Integer -1
    5.5 mod 0.7 => Decimal 0.6
    5 mod 0 => {}
    5.5 mod 0 => {}
    12 / 0 => {}
    0 / 0 => {}
    4 / 2 => Decimal 2
    2 / 4 => Decimal 0.5
    (-2147483648) div (-1) => {}
    (-2147483648) mod (-1) => Integer 0
    -2147483648 => Integer -2147483648
    2147483648 => error syntax
    2147483647 * 2 => {}
    (1 / 3) * (1 / 3) ~ 0.1111111111111111 => Boolean true
    ((150 / 2.20462262) * (1 / 3)).round(6) => Decimal 22.679619
    (12345678901234567890.0 + 1 / 3).round(10) => Decimal 12345678901234567890.3333333333
    (1 / 3 - 12345678901234567890.0).round(2) => Decimal -12345678901234567889.67
    1.50 * 2 => Decimal 3.00
    1.50 + 0.5 => Decimal 2.00
    99999999999999999999999999999.0 * 99999999999999999999999999999.0 => {}
    'a' div 2 => error execution
    true + 1 => error execution
    'ABC' & 'DEF' => String ABCDEF
    'ABC' & {} & 'DEF' => String ABCDEF
    {} & {} => String ''
    'ABC' + {} + 'DEF' => {}
    'a' & 1 => error execution
    ('a' | 'b') & 'c' => error execution
    +5 => Integer 5
    -'a' => error execution
    -{} => {}
    -7.combine(3) => error execution
    (-7).combine(3) => Integer -7, Integer 3
    """#)

  @Test(arguments: longs) func `each case of longs holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: operators) func `each case of operators holds`(_ expectation: Expectation) {
    expectation.check()
  }
}
