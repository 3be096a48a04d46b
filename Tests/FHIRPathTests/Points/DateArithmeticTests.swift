import Testing

/// Adding to dates and times, and taking from them.
@Suite struct DateArithmeticTests {
  static let cases = PointCase.table(
    """
    @2020-01-31 + 1 month => @2020-02-29
    @2019-01-31 + 1 month => @2019-02-28
    @2020-02-29 + 1 year => @2021-02-28
    @2020-03-31 - 1 month => @2020-02-29
    @2020-02-29 - 4 years => @2016-02-29
    @2020-01-31 + 13 months => @2021-02-28
    @2020-12-31 + 1 day => @2021-01-01
    @2020-03-01 - 1 day => @2020-02-29
    @2020-01-01 + 2 weeks => @2020-01-15
    @2020-01-01 + 1.9 days => @2020-01-02
    @2020-01-01 + 1.9 months => @2020-02-01
    @2020-01-01 - 1.9 years => @2019-01-01
    @2020-01-01 + 23 hours => @2020-01-01
    @2020-01-01 + 24 hours => @2020-01-02
    @2020-01-01 + 47 hours => @2020-01-02
    @2016 + 365 days => @2017
    @2016 + 364 days => @2016
    @2014 + 23 months => @2015
    @2014 - 23 months => @2013
    @2014 + 24 months => @2016
    @2016-01 + 30 days => @2016-02
    @2016-01 + 29 days => @2016-01
    @2016-11 + 2 months => @2017-01
    @2020-01-01 + 7 'd' => @2020-01-08
    @2020-01-01 + 1 'wk' => @2020-01-08
    @2020-01-01T10:00:00 + 1 'h' => @2020-01-01T11:00:00
    @2020-01-01T10:00:00 + 1 'min' => @2020-01-01T10:01:00
    @2020-01-01T10:00:00 + 1.5 's' => @2020-01-01T10:00:01.5
    @2020-01-01T10:00:00.000 + 250 'ms' => @2020-01-01T10:00:00.250
    @2020-01-01T10:00:00.000Z + 1 second => @2020-01-01T10:00:01.000Z
    @2020-01-01T23:30:00+05:30 + 1 hour => @2020-01-02T00:30:00+05:30
    @2020-01-01T00:30:00-08:00 - 1 hour => @2019-12-31T23:30:00-08:00
    @2020-01-31T10:00:00.500-08:00 + 1 month => @2020-02-29T10:00:00.500-08:00
    @2020-01-01T10:00 + 90 minutes => @2020-01-01T11:30
    @2020-01-01T10:00 + 59 seconds => @2020-01-01T10:00
    @2020-01-01T10 + 119 minutes => @2020-01-01T11
    @2020-01-01T10:00:00 + 1.5 hours => @2020-01-01T11:00:00
    @T23:30:00 + 1 hour => @T00:30:00
    @T00:30:00 - 1 hour => @T23:30:00
    @T10:30 + 49 hours => @T11:30
    @T10 + 90 minutes => @T11
    @T23:59:59.9 + 100 milliseconds => @T00:00:00.000
    @9999-12-31 + 1 day => {}
    @0001-01-01 - 1 day => {}
    @2020-01-01 + {} => {}
    """)

  static let errors = PointCase.table(
    """
    @2020-01-01 + 1 'mo' => error wrongUnit
    @2020-01-01 - 1 'a' => error wrongUnit
    @2020-01-01 + 1 'cm' => error wrongUnit
    @2020-01-01T10:00:00 + 1 'mo' => error wrongUnit
    @T10:00 + 1 month => error wrongUnit
    @T10:00 + 1 'a' => error wrongUnit
    @2020-01-01 + 7 => error wrongOperands
    @2020-01-01 - 7 => error wrongOperands
    @2020-01-01 + @2020-01-01 => error wrongOperands
    @2020-01-01 + 'day' => error wrongOperands
    @2020-01-01 * 2 days => error wrongOperands
    """)

  /// A Quantity of a resource in `a` or `mo` is years or months of the calendar.
  static let inResources = PointCase.table(
    """
    @2020-02-29 + component.where(code.text = 'length').value => @2022-02-28
    @2020-02-29 + component.where(code.text = 'other unit').value => error wrongOperands
    @2020-02-29 + component.where(code.text = 'count').value => error wrongOperands
    Observation.effective + 1 month => @2020-02
    """)

  @Test(arguments: cases) func `a length of time is added`(_ one: PointCase) { one.check() }

  @Test(arguments: errors) func `what cannot be added is an error`(_ one: PointCase) { one.check() }

  @Test(arguments: inResources) func `an element of a resource`(_ one: PointCase) {
    one.check(on: PointResources.observation)
  }
}
