import FHIR
import FormFiller
import Testing
import Visits

@Suite struct BirthDateCheckTests {
  static func check(_ birthDate: String?) throws -> BirthDateCheck? {
    var response = Response(to: try VisitForm.form())
    if let birthDate {
      try response.answer("born", .date(try #require(PartialDate(birthDate))))
    }
    return BirthDateCheck(response)
  }

  static let today = PartialDate("2026-03-27")

  @Test(arguments: [
    ("1950-03-27", "27 March 1950", BirthDateCheck.Outcome.same),
    ("1950-03-27", "3/27/1950", .same), ("1950-03-27", "27.3.1950", .same),
    ("1950-03-27", "1950-03-27", .same), ("1950-03-27", "27 mar 50", .same),
    // Either order: nobody who knows both numbers is turned away.
    ("1950-03-04", "3/4/1950", .same), ("1950-03-04", "4/3/1950", .same),
    ("1950-03-27", "28 March 1950", .another), ("1950-03-27", "27 March 1951", .another),
    ("1950-03-27", "27 April 1950", .another),
    // Less than was given shows nothing.
    ("1950-03-27", "1950", .notUnderstood), ("1950-03-27", "March 1950", .notUnderstood),
    ("1950-03-27", "", .notUnderstood), ("1950-03-27", "no", .notUnderstood),
    ("1950-03-27", "31 February 1950", .notUnderstood),
    // What was given in part is compared as far as it is known.
    ("1950-03", "27 March 1950", .same), ("1950-03", "March 1950", .same),
    ("1950-03", "April 1950", .another), ("1950-03", "1950", .notUnderstood),
    ("1950", "1950", .same), ("1950", "1951", .another),
  ])
  func `a line shows whether somebody is the person`(
    _ given: String, _ line: String, _ outcome: BirthDateCheck.Outcome
  ) throws {
    var check = try #require(try Self.check(given))
    #expect(check.receive(line, today: try #require(Self.today)) == outcome)
    #expect(check.triesLeft == (outcome == .another ? 2 : 3))
  }

  @Test func `three wrong dates are all there can be; what is no date does not count`() throws {
    var check = try #require(try Self.check("1950-03-27"))
    for line in ["1 May 1950", "?", "2 May 1950", "hello", "3 May 1950"] {
      #expect(!check.isOver)
      _ = check.receive(line, today: try #require(Self.today))
    }
    #expect(check.isOver)
  }

  @Test func `nobody is asked where the answers hold no date of birth`() throws {
    #expect(try Self.check(nil) == nil)
    var declined = Response(to: try VisitForm.form())
    let node = try #require(declined.nodes(linkId: "born").first)
    try declined.apply(
      Change(
        .decline(.askedDeclined), at: declined.path(to: node), by: .patient,
        time: VisitForm.now()))
    #expect(BirthDateCheck(declined) == nil)
  }
}
