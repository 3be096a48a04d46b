import Testing

/// Texts as dates and times, with and without a format, and the clock (FHIRPath 3.0, 5.5 and 5.9).
@Suite struct DateConversionTests {
  static let dates = Expectation.table(
    #"""
    '2024-01-15'.toDate() => Date 2024-01-15
    '2024-01'.toDate() => Date 2024-01
    '2024'.toDate() => Date 2024
    '2024-02-29'.toDate() => Date 2024-02-29
    '2023-02-29'.toDate() => {}
    '2024-13'.toDate() => {}
    '2024-1-5'.toDate() => {}
    '24-01-15'.toDate() => {}
    '2024-01-15 '.toDate() => {}
    '@2024-01-15'.toDate() => {}
    ''.toDate() => {}
    'not-a-date'.toDate() => {}
    @2024-01-15T23:30:00-05:00.toDate() => Date 2024-01-15
    @2024T.toDate() => Date 2024
    @2024-01.toDate() => Date 2024-01
    @T10:00.toDate() => {}
    1.toDate() => {}
    {}.toDate() => {}
    (@2020 | @2021).toDate() => error execution
    '2015-02-04'.convertsToDate() => Boolean true
    'not-a-date'.convertsToDate() => Boolean false
    '2015-02-30'.convertsToDate() => Boolean false
    1.convertsToDate() => Boolean false
    {}.convertsToDate() => {}
    """#)

  static let dateTimes = Expectation.table(
    #"""
    '2015-02-04T14:34:28Z'.toDateTime() => DateTime 2015-02-04T14:34:28Z
    '2012-01-01T10:00'.toDateTime() => DateTime 2012-01-01T10:00
    '2012-01-01T10'.toDateTime() => DateTime 2012-01-01T10
    '2012-01-01'.toDateTime() => DateTime 2012-01-01
    '2012'.toDateTime() => DateTime 2012
    '2015-02-04T14:34:28.123+10:00'.toDateTime() => DateTime 2015-02-04T14:34:28.123+10:00
    '2015-02-04T14:34:28-05:30'.toDateTime() => DateTime 2015-02-04T14:34:28-05:30
    '2015-02-04T24:00:00'.toDateTime() => {}
    '2015-02-04T14:60'.toDateTime() => {}
    '2015-02T14:00'.toDateTime() => {}
    '2015-02-04 14:34'.toDateTime() => {}
    'not a datetime'.toDateTime() => {}
    @2020-05.toDateTime() => DateTime 2020-05
    @2020-05-01.toDateTime().hourOf() => {}
    @T10:00.toDateTime() => {}
    {}.toDateTime() => {}
    (@2020 | @2021).toDateTime() => error execution
    '2015-02-04T14:34:28'.convertsToDateTime() => Boolean true
    'not a datetime'.convertsToDateTime() => Boolean false
    @2020.convertsToDateTime() => Boolean true
    {}.convertsToDateTime() => {}
    """#)

  static let times = Expectation.table(
    #"""
    '14:34:28'.toTime() => Time 14:34:28
    '14:34:28.123'.toTime() => Time 14:34:28.123
    '10:00'.toTime() => Time 10:00
    '10'.toTime() => Time 10
    '24:00'.toTime() => {}
    '10:60'.toTime() => {}
    '10:00:60'.toTime() => {}
    '1:00'.toTime() => {}
    '10:00:00.'.toTime() => {}
    ''.toTime() => {}
    'not a time'.toTime() => {}
    @T10:00.toTime() => Time 10:00
    @2020-01-01T10:00:00.toTime() => {}
    {}.toTime() => {}
    (@T10 | @T11).toTime() => error execution
    '14:34:28'.convertsToTime() => Boolean true
    'not a time'.convertsToTime() => Boolean false
    '25:00'.convertsToTime() => Boolean false
    {}.convertsToTime() => {}
    """#)

  static let formats = Expectation.table(
    #"""
    '150124'.toDate('ddMMyy') => Date 2024-01-15
    '15-01-2024'.toDate('dd-MM-yyyy') => Date 2024-01-15
    '12-27'.toDate('MM-yy') => Date 2027-12
    '1/15/1999'.toDate('M/d/yyyy') => Date 1999-01-15
    '310199'.toDate('ddMMyy') => Date 1999-01-31
    '2024'.toDate('yyyy') => Date 2024
    '31-02-2024'.toDate('dd-MM-yyyy') => {}
    '2024-01-15'.toDate('dd-MM-yyyy') => {}
    '15-01-2024x'.toDate('dd-MM-yyyy') => {}
    '15.01.2024'.toDate('dd-MM-yyyy') => {}
    '15'.toDate('dd') => {}
    @2024-01-15.toDate('dd') => Date 2024-01-15
    '15-01-2024'.convertsToDate('dd-MM-yyyy') => Boolean true
    '2024-01-15'.convertsToDate('dd-MM-yyyy') => Boolean false
    '15 Jan 2024'.toDate('dd MMM yyyy') => error execution
    '15-01-2024'.toDate({}) => {}
    '15/01/2024 14:30'.toDateTime('dd/MM/yyyy HH:mm') => DateTime 2024-01-15T14:30
    '20240115143028.250+0200'.toDateTime('yyyyMMddHHmmss.SSSZ') => DateTime 2024-01-15T14:30:28.250+02:00
    '20240115143028-0530'.toDateTime('yyyyMMddHHmmssZ') => DateTime 2024-01-15T14:30:28-05:30
    '20240115143028Z'.toDateTime('yyyyMMddHHmmssZ') => DateTime 2024-01-15T14:30:28Z
    '2024-01-15 02:30 PM'.toDateTime('yyyy-MM-dd hh:mm a') => DateTime 2024-01-15T14:30
    '2024-01-15 12:05 AM'.toDateTime('yyyy-MM-dd hh:mm a') => DateTime 2024-01-15T00:05
    '2024-01-15 12:05 p'.toDateTime('yyyy-MM-dd hh:mm a') => DateTime 2024-01-15T12:05
    '2024-01-15 13:05 PM'.toDateTime('yyyy-MM-dd hh:mm a') => {}
    '2024-01-15'.toDateTime('yyyy-MM-dd') => DateTime 2024-01-15
    '2024-01-15 25:00'.toDateTime('yyyy-MM-dd HH:mm') => {}
    '15/01/2024 14:30'.convertsToDateTime('dd/MM/yyyy HH:mm') => Boolean true
    '15/01/2024'.convertsToDateTime('dd/MM/yyyy HH:mm') => Boolean false
    '10:00'.toTime('HH:mm') => error semantic
    """#)

  static let clock = Expectation.table(
    #"""
    now() => DateTime 2026-03-01T09:30:15.250+02:00
    today() => Date 2026-03-01
    timeOfDay() => Time 09:30:15.250
    now() = now() => Boolean true
    timeOfDay() = now().timeOf() => Boolean true
    today() = now().toDate() => Boolean true
    today() - 60 days => Date 2025-12-31
    (1 | 2).select(now()).distinct().count() => Integer 1
    now(1) => error semantic
    """#)

  @Test(arguments: dates) func `each case of dates holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: dateTimes) func `each case of dateTimes holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: times) func `each case of times holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: formats) func `each case of formats holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: clock) func `each case of clock holds`(_ expectation: Expectation) {
    expectation.check()
  }
}
