import FHIR
import Testing

@Suite struct PartialDateTimeTests {
  @Test(arguments: [
    ("2019", "2019"), ("2019-03-27", "2019-03-27"), ("2019-03-27T14:30:00", "2019-03-27T14:30:00"),
    ("2019-03-27T14:30", "2019-03-27T14:30:00"), ("2019-03-27T14:30:00Z", "2019-03-27T14:30:00Z"),
    ("2019-03-27T14:30:00.250+02:00", "2019-03-27T14:30:00.250+02:00"),
    ("2019-03-27T14:30:05-03:30", "2019-03-27T14:30:05-03:30"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
    ("2019-03-27T14:30:00+00:00", "2019-03-27T14:30:00Z"),
    ("2019-03-27T14:30:00-14:00", "2019-03-27T14:30:00-14:00"),
  ])
  func readsAndWrites(_ text: String, _ written: String) {
    #expect(PartialDateTime(text)?.description == written)
  }

  @Test(arguments: [
    "", "T", "T14:30", "2019T14:30", "2019-03T14:30", "2019-03-27T", "2019-03-27T14",
    "2019-03-27T24:00",
    "2019-03-27T14:60", "2019-03-27T14:30:61", "2019-03-27T14:30:00z", "2019-03-27T14:30:00+2:00",
    "2019-03-27T14:30:00+02", "2019-03-27T14:30:00+0200", "2019-03-27T14:30:00+14:01",
    "2019-03-27T14:30:00+15:00",
    "2019-03-27T14:30:00+02:60", "2019-03-27T14:30:00++1:00", "2019-03-27T14:30:00+-1:00",
    "2019-03-27T14:30:00ZZ",
    "2019-03-27 14:30", "2019-03-27Z", "2019-02-29T00:00",
  ])
  func refused(_ text: String) {
    #expect(PartialDateTime(text) == nil)
  }

  @Test(arguments: [
    ("2019-03-27T14:30:00Z", "2019-03-27T16:30:00+02:00", PartialOrdering.same),
    ("2019-03-27T23:30:00-01:00", "2019-03-28T00:29:59Z", .descending),
    ("2019-12-31T23:00:00-02:00", "2020-01-01T01:00:01Z", .ascending),
    ("2019-03-27T14:30:00", "2019-03-27T14:30:01", .ascending),
    ("2019-03-27T14:30:00", "2019-03-27T14:30:00.0", .same),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", .ascending),
    // One has a zone: decided only when no zone of the other could change it.
    ("2019-03-27T14:30:00Z", "2019-03-27T14:30:00", .undecidable),
    ("2019-03-27T00:00:00Z", "2019-03-27T14:00:00", .undecidable),
    ("2019-03-27T00:00:00Z", "2019-03-27T14:01:00", .ascending),
    ("2019-03-27T14:00:00+14:00", "2019-03-27T13:59:00", .undecidable),
    ("2019-03-28T14:00:00-14:00", "2019-03-28T13:00:00", .descending),
    // Without time, by what is known of the date.
    ("2019", "2020-01-01T00:00:00Z", .ascending),
    ("2019-03-27", "2019-03-27T14:30:00", .undecidable),
    ("2019-03", "2019-03-27T14:30:00", .undecidable),
    ("2019-03-26", "2019-03-27T14:30:00", .ascending),
    ("2019-03", "2019-03", .same),
  ])
  func order(_ left: String, _ right: String, _ expected: PartialOrdering) throws {
    let left = try #require(PartialDateTime(left))
    let right = try #require(PartialDateTime(right))
    #expect(left.ordering(against: right) == expected)
    #expect(right.ordering(against: left) == expected.reversed)
  }

  @Test func secondsThatOnlyOneHas() throws {
    let date = try #require(PartialDate("2019-03-27"))
    let rough = try #require(PartialDateTime(date: date, time: TimeOfDay(hour: 14, minute: 30)))
    let exact = try #require(PartialDateTime("2019-03-27T14:30:05"))
    #expect(rough.ordering(against: exact) == .undecidable)
    #expect(rough.ordering(against: rough) == .same)
    #expect(PartialDateTime(date: date, offsetMinutes: 0) == nil)
  }
}
