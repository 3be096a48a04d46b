import Testing

/// Functions of numbers (FHIRPath 3.0, 5.7).
@Suite struct MathematicsTests {
  static let functions = Expectation.table(
    #"""
    (-5).abs() => Integer 5
    (-5.50).abs() => Decimal 5.50
    (-5L).abs() => Long 5
    (-5.5 'mg').abs() => Quantity 5.5 'mg'
    (-2147483648).abs() => {}
    {}.abs() => {}
    'a'.abs() => error execution
    true.abs() => error execution
    (1 | 2).abs() => error execution
    1.ceiling() => Integer 1
    1.1.ceiling() => Integer 2
    (-1.1).ceiling() => Integer -1
    (-0.5).ceiling() => Integer 0
    (1.1 'mg').ceiling() => Quantity 2 'mg'
    2147483647.5.ceiling() => {}
    5000000000.5.floor() => {}
    (5000000000.5 'mg').floor() => Quantity 5000000000 'mg'
    2.1.floor() => Integer 2
    (-2.1).floor() => Integer -3
    (2.9 days).floor() => Quantity 2 days
    101.truncate() => Integer 101
    (-1.56).truncate() => Integer -1
    (-1.56 'mg').truncate() => Quantity -1 'mg'
    {}.truncate() => {}
    'a'.floor() => error execution
    1.round() => Decimal 1
    1.5.round() => Decimal 2
    2.5.round() => Decimal 3
    0.5.round() => Decimal 1
    (-0.5).round() => Decimal -1
    (-1.5).round() => Decimal -2
    (-0.4).round() => Decimal 0
    3.14159.round(3) => Decimal 3.142
    3.1.round(3) => Decimal 3.1
    1.005.round(2) => Decimal 1.01
    (5.55 'mg').round(1) => Quantity 5.6 'mg'
    3L.round() => Decimal 3
    3.14.round(-1) => error execution
    3.14.round({}) => {}
    {}.round(1) => {}
    'a'.round() => error execution
    0.exp() => Decimal 1
    (-0.0).exp() => Decimal 1
    1.exp().round(9) => Decimal 2.718281828
    1000.exp() => {}
    {}.exp() => {}
    1.ln() => Decimal 0
    10.ln().round(9) => Decimal 2.302585093
    0.ln() => {}
    (-1).ln() => {}
    (1 'mg').ln() => error execution
    16.log(2) => Decimal 4
    100.0.log(10.0) => Decimal 2
    16L.log(2) => Decimal 4
    16.log(1) => {}
    16.log({}) => {}
    {}.log(2) => {}
    0.log(2) => error execution
    (-1).log(2) => error execution
    16.log(0) => error execution
    16.log(-2) => error execution
    16.log('2') => error execution
    2.power(3) => Decimal 8
    2.5.power(2) => Decimal 6.25
    2L.power(3) => Decimal 8
    2.power(-1) => Decimal 0.5
    2.power(0) => Decimal 1
    0.power(0) => Decimal 1
    4.power(0.5) => Decimal 2
    (-2).power(3) => Decimal -8
    (-1).power(0.5) => {}
    0.power(-1) => {}
    1.05.power(30).round(9) => Decimal 4.321942375
    1.05.power(200).round(3) => Decimal 17292.581
    10.power(100) => {}
    2.power(2.0) => Decimal 4
    2.power({}) => {}
    {}.power(2) => {}
    'a'.power(2) => error execution
    81.sqrt() => Decimal 9
    0.sqrt() => Decimal 0
    6.25.sqrt() => Decimal 2.5
    2.sqrt().round(9) => Decimal 1.414213562
    (-1).sqrt() => {}
    {}.sqrt() => {}
    'a'.sqrt() => error execution
    """#)

  static let boundaries = Expectation.table(
    #"""
    1.587.lowBoundary() => Decimal 1.58650000
    1.587.lowBoundary(6) => Decimal 1.586500
    1.587.lowBoundary(2) => Decimal 1.58
    1.587.lowBoundary(0) => Decimal 1
    (-1.587).lowBoundary(2) => Decimal -1.59
    (-1.587).lowBoundary(0) => Decimal -2
    1.587.highBoundary() => Decimal 1.58750000
    1.587.highBoundary(2) => Decimal 1.59
    1.587.highBoundary(0) => Decimal 2
    (-1.587).highBoundary(6) => Decimal -1.586500
    1.587.highBoundary({}) => {}
    1.587.highBoundary(-1) => {}
    1.587.lowBoundary(99) => {}
    5L.lowBoundary(1) => Decimal 4.5
    (1.5 'cm').lowBoundary(2) => Quantity 1.45 'cm'
    @2014.lowBoundary(6) => Date 2014-01
    @2014.highBoundary(6) => Date 2014-12
    @2014.lowBoundary(4) => Date 2014
    @2016-02.highBoundary(8) => Date 2016-02-29
    @2015-02.highBoundary(8) => Date 2015-02-28
    @2014.lowBoundary(5) => {}
    @2014.lowBoundary(17) => {}
    @2014-01-01T08:05+08:00.highBoundary(17) => DateTime 2014-01-01T08:05:59.999+08:00
    @2014-01-01T08:05:09.5Z.lowBoundary(17) => DateTime 2014-01-01T08:05:09.500Z
    @2014-01-01T08:05:09Z.lowBoundary(12) => DateTime 2014-01-01T08:05Z
    @T10:30.lowBoundary(9) => Time 10:30:00.000
    @T10:30.highBoundary(9) => Time 10:30:59.999
    @T10.highBoundary(4) => Time 10:59
    @T10:30.highBoundary(17) => {}
    'a'.lowBoundary() => error execution
    true.highBoundary() => error execution
    {}.lowBoundary() => {}
    (1.0 | 2.0).lowBoundary() => error execution
    1.58700.precision() => Integer 5
    100.precision() => Integer 0
    100L.precision() => Integer 0
    @2014.precision() => Integer 4
    @2014-01.precision() => Integer 6
    @2014-01-05.precision() => Integer 8
    @2014-01-05T10.precision() => Integer 10
    @2014-01-05T10:30.precision() => Integer 12
    @2014-01-05T10:30:00.precision() => Integer 14
    @2014-01-05T10:30:00.000Z.precision() => Integer 17
    @T10.precision() => Integer 2
    @T10:30:00.000.precision() => Integer 9
    'a'.precision() => error execution
    {}.precision() => {}
    (1.0 | 2.0).precision() => error execution
    """#)

  static let comparable = Expectation.table(
    #"""
    (1 'mg').comparable(2 'mg') => Boolean true
    (1 'm').comparable(20 'cm') => Boolean true
    (1 'cm').comparable(1 '[in_i]') => Boolean true
    (2 '1').comparable(3) => Boolean true
    1.comparable(2) => Boolean true
    1.5.comparable(2L) => Boolean true
    (1 'm').comparable(3) => Boolean false
    (1 'cm').comparable(1 's') => Boolean false
    (1 'unheard').comparable(2 'unheard') => Boolean true
    (1 'unheard').comparable(2 'cm') => Boolean false
    (1 year).comparable(1 'a') => Boolean false
    (1 year).comparable(12 months) => Boolean true
    (1 month).comparable(30 days) => Boolean false
    (1 week).comparable(1 'd') => Boolean true
    'a'.comparable('b') => {}
    @2020.comparable(@2021) => {}
    (1 'mg').comparable('a') => {}
    (1 'mg').comparable({}) => {}
    {}.comparable(1 'mg') => {}
    (1 'mg' | 2 'mg').comparable(1 'mg') => {}
    (1 'mg').comparable(1 'mg' | 2 'mg') => {}
    """#)

  @Test(arguments: functions) func `each case of functions holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: boundaries) func `each case of boundaries holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: comparable) func `each case of comparable holds`(_ expectation: Expectation) {
    expectation.check()
  }
}
