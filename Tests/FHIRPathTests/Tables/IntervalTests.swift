import Testing

/// `duration()` and `difference()` (FHIRPath 3.0, 5.10).
@Suite struct IntervalTests {
  static let durations = Expectation.table(
    #"""
    @2025-01-02.duration(@2025-01-07, 'week') => Integer 0
    @2025-01-01.duration(@2025-09-01, 'year') => Integer 0
    @2024-12-01.duration(@2025-09-01, 'year') => Integer 0
    @1980-06-15.duration(@2026-06-14, 'year') => Integer 45
    @1980-06-15.duration(@2026-06-15, 'year') => Integer 46
    @2026-06-15.duration(@1980-06-15, 'year') => Integer -46
    @2026-06-15.duration(@1980-06-16, 'year') => Integer -45
    @2020-02-29.duration(@2021-02-28, 'year') => Integer 0
    @2020-02-29.duration(@2021-03-01, 'year') => Integer 1
    @2020-02-29.duration(@2024-02-29, 'year') => Integer 4
    @2020-01-31.duration(@2020-02-29, 'month') => Integer 0
    @2020-01-31.duration(@2020-03-31, 'month') => Integer 2
    @2020-01-15.duration(@2020-02-14, 'month') => Integer 0
    @2020-01-15.duration(@2020-02-15, 'month') => Integer 1
    @2020-02-15.duration(@2020-01-15, 'month') => Integer -1
    @2020-02-15.duration(@2020-01-16, 'month') => Integer 0
    @2020-01-01.duration(@2020-01-15, 'week') => Integer 2
    @2020-01-15.duration(@2020-01-01, 'week') => Integer -2
    @2020-02-28.duration(@2020-03-01, 'day') => Integer 2
    @2019-02-28.duration(@2019-03-01, 'day') => Integer 1
    @2020-03-01.duration(@2020-02-28, 'day') => Integer -2
    @2020-01-01.duration(@2020-01-01, 'day') => Integer 0
    @2020-01-01T23:00:00.duration(@2020-01-02T22:59:59, 'day') => Integer 0
    @2020-01-01T23:00:00.duration(@2020-01-02T23:00:00, 'day') => Integer 1
    @2020-01-01T10:00.duration(@2020-01-01T12:59, 'hour') => Integer 2
    @2020-01-01T10.duration(@2020-01-01T12, 'hour') => Integer 2
    @2020-01-01T10:00:30.duration(@2020-01-01T10:02:29, 'minute') => Integer 1
    @2020-01-01T10:00:00.duration(@2020-01-01T10:00:59.999, 'second') => Integer 59
    @2020-01-01T10:00:00.000.duration(@2020-01-01T10:00:00.250, 'millisecond') => Integer 250
    @2020-01-01T10:00:00Z.duration(@2020-01-01T12:00:00+01:00, 'hour') => Integer 1
    @2020-01-01T23:00:00-05:00.duration(@2020-01-02T01:00:00-05:00, 'minute') => Integer 120
    @2020-01-01T10:00:00-05:00.duration(@2020-01-02T10:00:00+05:00, 'day') => Integer 1
    @T10:00.duration(@T12:30, 'hour') => Integer 2
    @T12:30.duration(@T10:00, 'minute') => Integer -150
    @T10:00:00.000.duration(@T10:00:01.500, 'millisecond') => Integer 1500
    @2020-01-01.duration(@2020-03-01T12:00:00, 'month') => Integer 2
    @2020.duration(@2021, 'year') => Integer 1
    @2020-05.duration(@2021-04, 'year') => Integer 0
    @2020-05.duration(@2021-04, 'month') => Integer 11
    @2020.duration(@2021-05, 'month') => {}
    @2020-05.duration(@2020-06, 'day') => {}
    @2020-05.duration(@2020-06-15, 'week') => {}
    @2020-05-01.duration(@2020-05-02, 'hour') => {}
    @2020-05-01T10.duration(@2020-05-01T12, 'minute') => {}
    @2020-05-01T10:00.duration(@2020-05-01T10:01, 'second') => {}
    @2020-05-01T10:00:00.duration(@2020-05-01T10:00:01, 'millisecond') => {}
    @2020-05-01T10:00:00Z.duration(@2020-05-01T12:00:00, 'hour') => {}
    @2020-01-01T00:00:00.000.duration(@2021-01-01T00:00:00.000, 'millisecond') => {}
    {}.duration(@2020, 'year') => {}
    @2020.duration({}, 'year') => {}
    @2020.duration(@2021, {}) => {}
    @2020.duration(@2021, 'fortnight') => error execution
    @2020.duration(@2021, 'mg') => error execution
    @T10:00.duration(@T12:00, 'day') => error execution
    @T10:00.duration(@T12:00, 'year') => error execution
    @T10:00.duration(@2020, 'hour') => error execution
    'a'.duration(@2020, 'year') => error execution
    @2020.duration(1, 'year') => error execution
    (@2020 | @2021).duration(@2022, 'year') => error execution
    """#)

  static let differences = Expectation.table(
    #"""
    @2025-01-02.difference(@2025-01-07, 'week') => Integer 1
    @2025-01-01.difference(@2025-09-01, 'year') => Integer 0
    @2024-12-01.difference(@2025-09-01, 'year') => Integer 1
    @2019-12-31.difference(@2020-01-01, 'year') => Integer 1
    @2020-01-01.difference(@2019-12-31, 'year') => Integer -1
    @2020-01-31.difference(@2020-02-01, 'month') => Integer 1
    @2019-11-30.difference(@2020-02-01, 'month') => Integer 3
    @2020-02-01.difference(@2020-01-31, 'month') => Integer -1
    @2025-01-05.difference(@2025-01-11, 'week') => Integer 0
    @2025-01-04.difference(@2025-01-05, 'week') => Integer 1
    @2025-01-05.difference(@2025-01-04, 'week') => Integer -1
    @1969-12-27.difference(@1969-12-28, 'week') => Integer 1
    @2020-02-28.difference(@2020-03-01, 'day') => Integer 2
    @2020-01-01T23:59.difference(@2020-01-02T00:00, 'day') => Integer 1
    @2020-01-01T23:00:00-05:00.difference(@2020-01-02T01:00:00-05:00, 'day') => Integer 1
    @2020-01-01T22:00:00-05:00.difference(@2020-01-01T23:30:00-05:00, 'day') => Integer 0
    @2020-01-01T10:59.difference(@2020-01-01T11:00, 'hour') => Integer 1
    @2020-01-01T10:00.difference(@2020-01-01T10:59, 'hour') => Integer 0
    @2020-01-01T10:59:00Z.difference(@2020-01-01T12:00:00+01:00, 'hour') => Integer 1
    @2020-01-01T10:45:00+05:30.difference(@2020-01-01T11:15:00+05:30, 'hour') => Integer 1
    @2020-01-01T10:15:00+05:30.difference(@2020-01-01T10:45:00+05:30, 'hour') => Integer 0
    @2020-01-01T10:00:59.difference(@2020-01-01T10:01:00, 'minute') => Integer 1
    @2020-01-01T10:00:00.999.difference(@2020-01-01T10:00:01.000, 'second') => Integer 1
    @2020-01-01T10:00:00.999.difference(@2020-01-01T10:00:01.001, 'millisecond') => Integer 2
    @T10:59.difference(@T11:00, 'hour') => Integer 1
    @T11:00.difference(@T10:59, 'hour') => Integer -1
    @2020.difference(@2022-05, 'year') => Integer 2
    @2020.difference(@2022-05, 'month') => {}
    @2020-05.difference(@2020-06, 'week') => {}
    @2020-05-01.difference(@2020-06-01, 'minute') => {}
    @T10.difference(@T11:30, 'minute') => {}
    @2020-01-01T10:00:00Z.difference(@2020-01-01T10:00:00, 'second') => {}
    {}.difference(@2020, 'year') => {}
    @2020.difference({}, 'year') => {}
    @T10:00.difference(@T12:00, 'month') => error execution
    @2020.difference(@2021, 'eon') => error execution
    """#)

  static let arithmetic = Expectation.table(
    #"""
    @1973-12-25 + 7.9 days => Date 1974-01-01
    @2019-03-01 + 24 months => Date 2021-03-01
    @2019-03-01 - 24 months => Date 2017-03-01
    @2026-01-31 + 1 month => Date 2026-02-28
    @2024-03-31 - 1 month => Date 2024-02-29
    @2024-02-29 + 1 year => Date 2025-02-28
    @2024-02-29 - 4 years => Date 2020-02-29
    @2026-01-01T13:00:00 + 30 minutes => DateTime 2026-01-01T13:30:00
    @2026-12-31T23:59:59 + 1 second => DateTime 2027-01-01T00:00:00
    @1973-12-25T00:00:00.000+10:00 + 42.53 seconds => DateTime 1973-12-25T00:00:42.530+10:00
    @T00:30:00 - 1 hour => Time 23:30:00
    @T01:00:00 - 2 hours => Time 23:00:00
    @T01:00:00 + 48 hours => Time 01:00:00
    @2014 + 11 months => Date 2014
    @2014 - 1 month => Date 2014
    @2014 - 24 months => Date 2012
    @2026-02 + 5 weeks => Date 2026-03
    @2026-02 + 4 weeks => Date 2026-02
    @2026-02 - 1 day => Date 2026-02
    @2016 + 365 days => Date 2017
    @2014T + 24 months => DateTime 2016
    @2020-01-01T10 + 90 minutes => DateTime 2020-01-01T11
    @2020-01-01T10:30 + 90 seconds => DateTime 2020-01-01T10:31
    @2020-01-01 + {} => {}
    {} + 1 day => {}
    @2020-01-01 + 1 'kg' => error execution
    @2020-01-01 + '1 day' => error execution
    @2020-01-01 * 2 days => error execution
    @T10:00 + 1 month => error execution
    """#)

  @Test(arguments: durations) func `each case of durations holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: differences) func `each case of differences holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: arithmetic) func `each case of arithmetic holds`(_ expectation: Expectation) {
    expectation.check()
  }
}
