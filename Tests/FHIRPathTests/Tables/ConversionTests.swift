import Testing

/// Conversions of numbers, truth values, texts and quantities (FHIRPath 3.0, section 5.5).
@Suite struct ConversionTests {
  static let booleans = Expectation.table(
    #"""
    'true'.toBoolean() => Boolean true
    'T'.toBoolean() => Boolean true
    'yes'.toBoolean() => Boolean true
    'Y'.toBoolean() => Boolean true
    '1'.toBoolean() => Boolean true
    '1.0'.toBoolean() => Boolean true
    'FALSE'.toBoolean() => Boolean false
    'f'.toBoolean() => Boolean false
    'No'.toBoolean() => Boolean false
    'n'.toBoolean() => Boolean false
    '0'.toBoolean() => Boolean false
    '0.0'.toBoolean() => Boolean false
    'hello'.toBoolean() => {}
    ''.toBoolean() => {}
    ' true'.toBoolean() => {}
    '1.00'.toBoolean() => {}
    true.toBoolean() => Boolean true
    1.toBoolean() => Boolean true
    0.toBoolean() => Boolean false
    2.toBoolean() => {}
    (-1).toBoolean() => {}
    1L.toBoolean() => Boolean true
    1.0.toBoolean() => Boolean true
    0.00.toBoolean() => Boolean false
    0.5.toBoolean() => {}
    @2020.toBoolean() => {}
    (1 'mg').toBoolean() => {}
    {}.toBoolean() => {}
    (1 | 0).toBoolean() => error execution
    'abc'.convertsToBoolean() => Boolean false
    'y'.convertsToBoolean() => Boolean true
    @2020.convertsToBoolean() => Boolean false
    {}.convertsToBoolean() => {}
    (1 | 0).convertsToBoolean() => error execution
    """#)

  static let integers = Expectation.table(
    #"""
    '1'.toInteger() => Integer 1
    '+1'.toInteger() => Integer 1
    '-5'.toInteger() => Integer -5
    '007'.toInteger() => Integer 7
    '1.0'.toInteger() => {}
    '1L'.toInteger() => {}
    ' 1'.toInteger() => {}
    '+'.toInteger() => {}
    ''.toInteger() => {}
    'st'.toInteger() => {}
    '٣'.toInteger() => {}
    '2147483647'.toInteger() => Integer 2147483647
    '-2147483648'.toInteger() => Integer -2147483648
    '2147483648'.toInteger() => {}
    true.toInteger() => Integer 1
    false.toInteger() => Integer 0
    5L.toInteger() => Integer 5
    2147483648L.toInteger() => {}
    1.0.toInteger() => {}
    @2020.toInteger() => {}
    {}.toInteger() => {}
    (1 | 2).toInteger() => error execution
    '1.0'.convertsToInteger() => Boolean false
    '2147483648'.convertsToInteger() => Boolean false
    1.5.convertsToInteger() => Boolean false
    '-1'.convertsToInteger() => Boolean true
    {}.convertsToInteger() => {}
    """#)

  static let longs = Expectation.table(
    #"""
    42.toLong() => Long 42
    42L.toLong() => Long 42
    '123'.toLong() => Long 123
    '+123'.toLong() => Long 123
    '9223372036854775807'.toLong() => Long 9223372036854775807
    '-9223372036854775808'.toLong() => Long -9223372036854775808
    '9223372036854775808'.toLong() => {}
    'abc'.toLong() => {}
    '1.0'.toLong() => {}
    true.toLong() => Long 1
    false.toLong() => Long 0
    1.0.toLong() => {}
    {}.toLong() => {}
    (1 | 2).toLong() => error execution
    '123'.convertsToLong() => Boolean true
    'abc'.convertsToLong() => Boolean false
    '9223372036854775808'.convertsToLong() => Boolean false
    1.0.convertsToLong() => Boolean false
    {}.convertsToLong() => {}
    """#)

  static let decimals = Expectation.table(
    #"""
    '1.1'.toDecimal() => Decimal 1.1
    '42'.toDecimal() => Decimal 42
    '1.10'.toDecimal() => Decimal 1.10
    '+1.5'.toDecimal() => Decimal 1.5
    '-0.50'.toDecimal() => Decimal -0.50
    '1.'.toDecimal() => {}
    '.5'.toDecimal() => {}
    '+-1'.toDecimal() => {}
    '1e3'.toDecimal() => {}
    '1,5'.toDecimal() => {}
    'st'.toDecimal() => {}
    ''.toDecimal() => {}
    true.toDecimal() => Decimal 1.0
    false.toDecimal() => Decimal 0.0
    1.toDecimal() => Decimal 1
    1L.toDecimal() => Decimal 1
    1.50.toDecimal() => Decimal 1.50
    @2020.toDecimal() => {}
    (1 'mg').toDecimal() => {}
    {}.toDecimal() => {}
    (1 | 2).toDecimal() => error execution
    '1.a'.convertsToDecimal() => Boolean false
    '42'.convertsToDecimal() => Boolean true
    true.convertsToDecimal() => Boolean true
    {}.convertsToDecimal() => {}
    """#)

  static let texts = Expectation.table(
    #"""
    true.toString() => String true
    42.toString() => String 42
    5L.toString() => String 5
    3.14.toString() => String 3.14
    1.50.toString() => String 1.50
    (-0.5).toString() => String -0.5
    (53 'km').toString() => String 53 'km'
    (4 days).toString() => String 4 days
    (5.50 'mm[Hg]').toString() => String 5.50 'mm[Hg]'
    @2020-01-01.toString() => String 2020-01-01
    @2020.toString() => String 2020
    @2020T.toString() => String 2020
    @2020-01-01T10:00:00.000+10:00.toString() => String 2020-01-01T10:00:00.000+10:00
    @2020-01-01T10:00:00Z.toString() => String 2020-01-01T10:00:00Z
    @2020-01-01T10.toString() => String 2020-01-01T10
    @T10:30:00.000.toString() => String 10:30:00.000
    @T11:45.toString() => String 11:45
    'a'.toString() => String a
    {}.toString() => {}
    Coding { code: 'a' }.toString() => {}
    Coding { code: 'a' }.convertsToString() => Boolean false
    1.convertsToString() => Boolean true
    (1 'mg').convertsToString() => Boolean true
    {}.convertsToString() => {}
    (1 | 2).toString() => error execution
    1.toString(2) => error semantic
    """#)

  static let quantities = Expectation.table(
    #"""
    1.toQuantity() => Quantity 1 '1'
    2L.toQuantity() => Quantity 2 '1'
    1.50.toQuantity() => Quantity 1.50 '1'
    true.toQuantity() => Quantity 1.0 '1'
    false.toQuantity() => Quantity 0.0 '1'
    '4 days'.toQuantity() => Quantity 4 days
    '4days'.toQuantity() => Quantity 4 days
    '1 year'.toQuantity() => Quantity 1 year
    '10 \'mm[Hg]\''.toQuantity() => Quantity 10 'mm[Hg]'
    '10\'mg\''.toQuantity() => Quantity 10 'mg'
    '-1.50   \'mg\''.toQuantity() => Quantity -1.50 'mg'
    '+5'.toQuantity() => Quantity 5 '1'
    '5'.toQuantity() => Quantity 5 '1'
    '1 wk'.toQuantity() => {}
    '1 fortnight'.toQuantity() => {}
    '10 mg'.toQuantity() => {}
    '1 \'\''.toQuantity() => {}
    ' 5'.toQuantity() => {}
    '1.'.toQuantity() => {}
    'abc'.toQuantity() => {}
    '1 \'mg\' x'.toQuantity() => {}
    @2020.toQuantity() => {}
    {}.toQuantity() => {}
    (1 | 2).toQuantity() => error execution
    52 'cm'.toQuantity('m') => Quantity 0.52 'm'
    45.toQuantity('m') => Quantity 45 'm'
    '45'.toQuantity('mg') => Quantity 45 'mg'
    3.toQuantity('days') => Quantity 3 days
    24 'm'.toQuantity('kg') => {}
    1 'a'.toQuantity('d') => Quantity 365.25 'd'
    1 'wk'.toQuantity('d') => Quantity 7 'd'
    7 days.toQuantity('wk') => Quantity 1 'wk'
    1 year.toQuantity('a') => Quantity 1 'a'
    1 year.toQuantity('month') => Quantity 12 months
    24 months.toQuantity('year') => Quantity 2 years
    182.5 days.toQuantity('a') => Quantity 0.5 'a'
    1 year.toQuantity('day') => Quantity 365 days
    1 month.toQuantity('days') => Quantity 30 days
    1 hour.toQuantity('min') => Quantity 60 'min'
    1 'kg'.toQuantity('kg') => Quantity 1 'kg'
    1 'kg'.toQuantity({}) => {}
    1 'kg'.convertsToQuantity('g') => Boolean true
    24 'm'.convertsToQuantity('kg') => Boolean false
    '1 day'.convertsToQuantity() => Boolean true
    '1 wk'.convertsToQuantity() => Boolean false
    'abc'.convertsToQuantity() => Boolean false
    @2020.convertsToQuantity() => Boolean false
    {}.convertsToQuantity() => {}
    """#)

  @Test(arguments: booleans) func `each case of booleans holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: integers) func `each case of integers holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: longs) func `each case of longs holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: decimals) func `each case of decimals holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: texts) func `each case of texts holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: quantities) func `each case of quantities holds`(_ expectation: Expectation) {
    expectation.check()
  }

  static let elements = Expectation.table(
    #"""
    status.toString() => String completed
    status.convertsToBoolean() => Boolean false
    authored.toString() => String 2026-02-28T17:05:00-05:00
    authored.toDate() => Date 2026-02-28
    item[0].answer.value.first().toString() => String 1.50
    item[0].answer.value.first().toInteger() => {}
    item[1].answer.value.first().toDecimal() => Decimal 4
    item[1].answer.value.first().toQuantity('kg') => Quantity 4 'kg'
    item[2].answer.value.first().toString() => String 60 'kg'
    item[2].answer.value.first().toQuantity('g') => Quantity 60000 'g'
    item[3].answer.value.first().toDateTime() => DateTime 2020-05-01
    item[4].answer.value.first().toDecimal() => {}
    item[5].item[0].answer.value.toInteger() => Integer 1
    item.answer.value.toString() => error execution
    item[0].convertsToString() => Boolean false
    item[0].toQuantity() => {}
    """#)

  @Test(arguments: elements) func `each case of elements holds`(_ expectation: Expectation) throws {
    expectation.check(on: try SampleResponse.tree())
  }
}
