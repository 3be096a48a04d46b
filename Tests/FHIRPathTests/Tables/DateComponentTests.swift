import Testing

/// Parts of dates and times (FHIRPath 3.0, 5.9).
@Suite struct DateComponentTests {
  static let parts = Expectation.table(
    #"""
    @2014-01-05T10:30:00.000.yearOf() => Integer 2014
    @2014.yearOf() => Integer 2014
    @2014T.yearOf() => Integer 2014
    @T10:30.yearOf() => {}
    @2014-01-05T10:30:00.000.monthOf() => Integer 1
    @2012.monthOf() => {}
    @2012-07.monthOf() => Integer 7
    @T10:30.monthOf() => {}
    @2014-01-05T10:30:00.000.dayOf() => Integer 5
    @2012-07.dayOf() => {}
    @2012-07-31.dayOf() => Integer 31
    @2012-01-01T03:30:40.002-07:00.hourOf() => Integer 3
    @2012-01-01T16:30:40.002-07:00.hourOf() => Integer 16
    @2012-01-01T16.hourOf() => Integer 16
    @2012-01-01.hourOf() => {}
    @2012T.hourOf() => {}
    @T23.hourOf() => Integer 23
    @2012-01-01T12:30:40.002-07:00.minuteOf() => Integer 30
    @2012-01-01T12.minuteOf() => {}
    @T12.minuteOf() => {}
    @T12:00.minuteOf() => Integer 0
    @2012-01-01.minuteOf() => {}
    @2012-01-01T12:30:40.002-07:00.secondOf() => Integer 40
    @2012-01-01T12:30.secondOf() => {}
    @T12:30:09.999.secondOf() => Integer 9
    @2012-01-01.secondOf() => {}
    @2012-01-01T12:30:00.002-07:00.millisecondOf() => Integer 2
    @T12:30:00.5.millisecondOf() => Integer 500
    @T12:30:00.123456.millisecondOf() => Integer 123
    @T12:30:00.millisecondOf() => {}
    @2012-01-01.millisecondOf() => {}
    @2012-01-01T12:30:00.000-07:00.timezoneOffsetOf() => Decimal -7
    @2012-01-01T12:30:00.000+08:45.timezoneOffsetOf() => Decimal 8.75
    @2012-01-01T12:30:00.000-07:30.timezoneOffsetOf() => Decimal -7.5
    @2012-01-01T12:30:00Z.timezoneOffsetOf() => Decimal 0
    @2012-01-01T12:30:00.timezoneOffsetOf() => {}
    @2012-01-01.timezoneOffsetOf() => {}
    @T12:30.timezoneOffsetOf() => {}
    @2012-01-01T12:30:00.000-07:00.dateOf() => Date 2012-01-01
    @2012-01T.dateOf() => Date 2012-01
    @2012.dateOf() => Date 2012
    @T12:30.dateOf() => {}
    @2012-01-01T12:30:00.000-07:00.timeOf() => Time 12:30:00.000
    @2012-01-01T12.timeOf() => Time 12
    @2012-01-01T.timeOf() => {}
    @2012-01-01.timeOf() => {}
    @T12:30.timeOf() => {}
    'abc'.yearOf() => {}
    1.monthOf() => {}
    true.hourOf() => {}
    'abc'.timezoneOffsetOf() => {}
    (1 'd').dayOf() => {}
    {}.yearOf() => {}
    {}.timeOf() => {}
    (@2012 | @2013).yearOf() => error execution
    """#)

  @Test(arguments: parts) func `each case of parts holds`(_ expectation: Expectation) {
    expectation.check()
  }

  static let elements = Expectation.table(
    #"""
    authored.yearOf() => Integer 2026
    authored.dayOf() => Integer 28
    authored.hourOf() => Integer 17
    authored.timezoneOffsetOf() => Decimal -5
    authored.dateOf() => Date 2026-02-28
    authored.timeOf() => Time 17:05:00
    item.where(linkId = 'days').answer.value.first().monthOf() => Integer 5
    status.yearOf() => {}
    """#)

  @Test(arguments: elements) func `each case of elements holds`(_ expectation: Expectation) throws {
    expectation.check(on: try SampleResponse.tree())
  }
}
