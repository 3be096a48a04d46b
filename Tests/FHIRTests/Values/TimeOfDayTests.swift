import FHIR
import Testing

@Suite struct TimeOfDayTests {
  @Test(arguments: ["00:00", "23:59", "14:30:00", "14:30:07.5", "14:30:59.250", "23:59:60"])
  func readsAndWrites(_ text: String) {
    #expect(TimeOfDay(text)?.description == text)
  }

  @Test(arguments: [
    "", "14", "14:", "1:30", "14:3", "24:00", "14:60", "14:30:61", "14:30:5", "14:30:", "14:30:05.",
    "14:30:005",
    "14:30:00:00", "1.:30", "-1:30", "14:30:-5", "14:30:1e1", "14.5:30", "aa:bb",
  ])
  func refused(_ text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test(arguments: [
    ("08:00", "08:01", PartialOrdering.ascending), ("08:00", "08:00", .same),
    ("08:00:00", "08:00:00.0", .same),
    ("08:00:01", "08:00:00.999", .descending), ("08:00", "08:00:30", .undecidable),
    ("08:00", "09:00:30", .ascending),
  ])
  func order(_ left: String, _ right: String, _ expected: PartialOrdering) throws {
    let left = try #require(TimeOfDay(left))
    let right = try #require(TimeOfDay(right))
    #expect(left.ordering(against: right) == expected)
    #expect(right.ordering(against: left) == expected.reversed)
  }
}
