import Testing

/// `sum()`, `min()`, `max()`, `avg()` and `aggregate()` (FHIRPath 3.0, section 7).
@Suite struct AggregateTests {
  static let literals = Expectation.table(
    #"""
    (1 | 2 | 3).sum() => Integer 6
    (1.0 | 2.0 | 3.0 | 4.0 | 5.0).sum() => Decimal 15.0
    (1L | 2L).sum() => Long 3
    (1.0 'mg' | 2.0 'mg' | 3.0 'mg').sum() => Quantity 6.0 'mg'
    5.sum() => Integer 5
    1.combine(1).sum() => Integer 2
    (1 | 1).sum() => Integer 1
    {}.sum() => {}
    (2147483647 | 1).sum() => {}
    (9223372036854775807L | 1L).sum() => {}
    (2147483647L | 1L).sum() => Long 2147483648
    ((1 'm' | 50 'cm').sum() = 1.5 'm') => Boolean true
    (1 'm' | 1 's').sum() => {}
    ('a' | 'b').sum() => error execution
    'a'.sum() => error execution
    true.sum() => error execution
    (@2020 | @2021).sum() => error execution
    (1 | 'a').sum() => error execution
    (1 | 2.5).sum() => error execution
    (1 | 2L).sum() => error execution
    (1 'mg' | 2).sum() => error execution
    (2 | 4 | 8 | 6).min() => Integer 2
    (2 | 4 | 8 | 6).max() => Integer 8
    (2L | 4L | 8L).min() => Long 2
    (2L | 4L | 8L).max() => Long 8
    (0.5 | -0.5).min() => Decimal -0.5
    (1.10 | 1.2).max() => Decimal 1.2
    (@2012-12-31 | @2013-01-01 | @2012-01-01).min() => Date 2012-01-01
    (@2012-12-31 | @2013-01-01 | @2012-01-01).max() => Date 2013-01-01
    (@2020-01-01T10:00:00Z | @2020-01-01T10:30:00+01:00).min() => DateTime 2020-01-01T10:30:00+01:00
    (@T10:00 | @T09:59).min() => Time 09:59
    ('b' | 'a' | 'B').min() => String B
    ('b' | 'a' | 'B').max() => String b
    (1 'm' | 50 'cm' | 2 'm').min() => Quantity 50 'cm'
    (1 'm' | 50 'cm' | 2 'm').max() => Quantity 2 'm'
    7.min() => Integer 7
    {}.min() => {}
    {}.max() => {}
    (@2020-01 | @2020-01-15).min() => {}
    (@2020-01 | @2020-01-15).max() => {}
    (@2020-01-15 | @2020-01 | @2019).min() => Date 2019
    (1 'm' | 1 's').max() => {}
    (true | false).min() => error execution
    (1 | 'a').max() => error execution
    (1 | 2.5).max() => error execution
    ('a' | @2020).min() => error execution
    (5.5 | 4.7 | 4.8).avg() => Decimal 5
    (5.5 'cm' | 4.7 'cm' | 4.8 'cm').avg() => Quantity 5 'cm'
    (1 | 2).avg() => Decimal 1.5
    (1L | 2L).avg() => Decimal 1.5
    4.avg() => Decimal 4
    (2147483647 | 1).avg() => Decimal 1073741824
    {}.avg() => {}
    'a'.avg() => error execution
    (1 | 2.0).avg() => error execution
    (1 | 2 | 3).aggregate($this + $total, 10) => Integer 16
    (1 | 2 | 3).aggregate($total) => {}
    (1 | 2 | 3).aggregate($total | $this, {}) => Integer 1, Integer 2, Integer 3
    (4 | 5).aggregate($total + $this * $index, 0) => Integer 5
    {}.aggregate($this + $total, 3) => Integer 3
    {}.aggregate($this + $total) => {}
    (1 | 2).select((10 | 20).aggregate($total + $this, $this)) => Integer 31, Integer 32
    """#)

  @Test(arguments: literals) func `each case of literals holds`(_ expectation: Expectation) {
    expectation.check()
  }

  static let answers = Expectation.table(
    #"""
    item.where(linkId = 'amounts').answer.value.sum() => Decimal 3.75
    item.where(linkId = 'amounts').answer.value.avg() => Decimal 1.875
    item.where(linkId = 'amounts').answer.value.max() => Decimal 2.25
    item.where(linkId = 'counts').answer.value.sum() => Integer 9
    item.where(linkId = 'counts').answer.value.avg() => Decimal 3
    item.where(linkId = 'counts').answer.value.min() => Integer 1
    item.where(linkId = 'weights').answer.value.sum() => Quantity 100.5 'kg'
    item.where(linkId = 'weights').answer.value.avg() => Quantity 50.25 'kg'
    item.where(linkId = 'weights').answer.value.min() => Quantity 40.5 'kg'
    item.where(linkId = 'days').answer.value.min() => Date 2019-12-31
    item.where(linkId = 'words').answer.value.max() => String beta
    item.where(linkId = 'silent').answer.value.sum() => {}
    item.where(linkId = 'words').answer.value.sum() => error execution
    item.answer.sum() => error execution
    item.where(linkId = 'amounts' or linkId = 'counts').answer.value.sum() => error execution
    """#)

  @Test(arguments: answers) func `each case of answers holds`(_ expectation: Expectation) throws {
    expectation.check(on: try SampleResponse.tree())
  }
}
