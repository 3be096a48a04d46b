import FHIR
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    "2019", "2019-03", "2019-03-27", "0001", "9999-12-31", "2020-02-29", "2000-02-29", "2019-02-28",
  ])
  func readsAndWrites(_ text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "19", "201", "20190", "0000", "2019-", "2019-3", "2019-00", "2019-13", "2019-03-00",
    "2019-03-32",
    "2019-04-31", "2019-02-29", "1900-02-29", "2100-02-29", "2019-03-27-", "2019/03/27", "-2019",
    "+201",
    "2019-+3", " 2019", "2019-03-27T", "٢٠١٩", "2019-0३",
  ])
  func refused(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func partsHaveToFit() {
    #expect(PartialDate(year: 2019, month: nil, day: 3) == nil)
    #expect(PartialDate(year: 0) == nil)
    #expect(PartialDate(year: 10_000) == nil)
    #expect(PartialDate(year: 2023, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2024, month: 2, day: 29)?.day == 29)
  }

  @Test(arguments: [
    ("2019", "2020", PartialOrdering.ascending), ("2020", "2019-12-31", .descending),
    ("2019", "2019", .same), ("2019", "2019-01", .undecidable), ("2019-01", "2019", .undecidable),
    ("2020-01", "2020-02-15", .ascending), ("2020-01", "2020-01-15", .undecidable),
    ("2020-01", "2020-01", .same), ("2020-01-15", "2020-01-16", .ascending),
    ("2020-03-01", "2020-02-29", .descending), ("2020-01-15", "2020-01-15", .same),
  ])
  func order(_ left: String, _ right: String, _ expected: PartialOrdering) throws {
    let left = try #require(PartialDate(left))
    let right = try #require(PartialDate(right))
    #expect(left.ordering(against: right) == expected)
    #expect(right.ordering(against: left) == expected.reversed)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2000-02-29", 11_016),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2019", 17_897), ("2019-03", 17_956),
  ])
  func dayNumbers(_ text: String, _ number: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(date.firstDayNumber == number)
    if date.day != nil { #expect(PartialDate(dayNumber: number) == date) }
  }

  /// Each day follows the one before, by its number and by the calendar.
  @Test func daysFollowEachOther() throws {
    var previous: PartialDate?
    for number in PartialDateTests.days {
      let date = try #require(PartialDate(dayNumber: number))
      #expect(date.firstDayNumber == number)
      if let previous {
        #expect(previous.ordering(against: date) == .ascending)
        let isNextDay = previous.month == date.month && (previous.day ?? 0) + 1 == date.day
        #expect(isNextDay || date.day == 1)
      }
      previous = date
    }
    #expect(PartialDate(dayNumber: -719_163) == nil)
    #expect(PartialDate(dayNumber: 2_932_897) == nil)
  }

  /// From 1896 to 1904 and from 1999 to 2005, over a century that has no leap day and one that has.
  private static let days = Array(-27_028 ... -24_107) + Array(10_592...12_784)
}

extension PartialOrdering {
  /// The order when the two sides change places.
  var reversed: PartialOrdering {
    switch self {
    case .ascending: .descending
    case .descending: .ascending
    case .same, .undecidable: self
    }
  }
}
