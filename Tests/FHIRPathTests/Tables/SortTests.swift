import Testing

/// `sort()` (FHIRPath 3.0, 5.2).
@Suite struct SortTests {
  static let literals = Expectation.table(
    #"""
    (3 | 1 | 2).sort() => Integer 1, Integer 2, Integer 3
    (3 | 1 | 2).sort($this) => Integer 1, Integer 2, Integer 3
    (3 | 1 | 2).sort($this asc) => Integer 1, Integer 2, Integer 3
    (3 | 1 | 2).sort($this desc) => Integer 3, Integer 2, Integer 1
    ('c' | 'a' | 'b').sort($this desc) => String c, String b, String a
    ('3' | '1' | '10').sort() => String 1, String 10, String 3
    ('a' | 'B' | 'A').sort() => String A, String B, String a
    ('11' | '2' | '33').sort(length(), $this desc) => String 2, String 33, String 11
    ('11' | '2' | '33').sort(length() desc, $this) => String 11, String 33, String 2
    (2 | 1.5 | 1).sort() => Integer 1, Decimal 1.5, Integer 2
    (@2020-02 | @2019 | @2020-01-15).sort() => Date 2019, Date 2020-01-15, Date 2020-02
    (2 'm' | 5 'cm').sort() => Quantity 5 'cm', Quantity 2 'm'
    (1 | 2 | 3 | 4).sort($this mod 2) => Integer 2, Integer 4, Integer 1, Integer 3
    (1 | 2 | 3 | 4).sort($this mod 2 desc) => Integer 1, Integer 3, Integer 2, Integer 4
    (3 | 1 | 2).sort(iif($this = 2, {}, $this)) => Integer 2, Integer 1, Integer 3
    (3 | 1 | 2).sort(iif($this = 2, {}, $this) desc) => Integer 3, Integer 1, Integer 2
    (2 | 3 | 1).sort(iif($this = 2, {}, $this)) => Integer 2, Integer 1, Integer 3
    (2 | 3 | 1).sort(iif($this = 2, {}, $this) desc) => Integer 3, Integer 1, Integer 2
    (3 | 1 | 2).sort({}) => Integer 3, Integer 1, Integer 2
    (3 | 1 | 2).sort({}, $this) => Integer 1, Integer 2, Integer 3
    2.combine(1).combine(2).sort() => Integer 1, Integer 2, Integer 2
    {}.sort() => {}
    {}.sort($this) => {}
    5.sort() => Integer 5
    (1 | 'a').sort() => error execution
    (true | false).sort() => error execution
    (1 | 2).sort((1 | 2)) => error execution
    (1 | 2).sort($this up) => error syntax
    """#)

  @Test(arguments: literals) func `each case of literals holds`(_ expectation: Expectation) {
    expectation.check()
  }

  static let elements = Expectation.table(
    #"""
    item.sort(linkId desc).linkId.first() => FHIR.string words
    item.sort(linkId).linkId.first() => FHIR.string amounts
    item.sort(answer.count() desc, linkId desc).take(3).linkId => FHIR.string counts, FHIR.string words, FHIR.string weights
    item.where(linkId = 'words').answer.sort(value).value => FHIR.string alpha, FHIR.string beta
    item.where(linkId = 'amounts').answer.value.sort($this desc) => FHIR.decimal 2.25, FHIR.decimal 1.50
    item.where(linkId = 'days').answer.value.sort() => FHIR.date 2019-12-31, FHIR.date 2020-05-01
    item.sort(answer.value) => error execution
    item.sort() => error execution
    """#)

  @Test(arguments: elements) func `each case of elements holds`(_ expectation: Expectation) throws {
    expectation.check(on: try SampleResponse.tree())
  }
}
