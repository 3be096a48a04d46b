import FHIR
import Testing

@testable import Interview

@Suite struct DateReadingTests {
  static let date = Question("date", text: "Pain since")

  @Test(arguments: [
    ("2019", "2019"), ("3/2019", "March 2019"), ("03/2019", "March 2019"),
    ("03.2019", "March 2019"), ("3 2019", "March 2019"), ("2019-03", "March 2019"),
    ("2019/3", "March 2019"), ("March 2019", "March 2019"), ("march, 2019", "March 2019"),
    ("mar 2019", "March 2019"), ("Mar. 2019", "March 2019"), ("MAR2019", "March 2019"),
    ("sept 2019", "September 2019"), ("Sep 2019", "September 2019"), ("2019 March", "March 2019"),
    ("March of 2019", "March 2019"), ("in March 2019", "March 2019"),
    ("since march 2019", "March 2019"), ("27 March 2019", "27 March 2019"),
    ("27th March 2019", "27 March 2019"), ("27th of March, 2019", "27 March 2019"),
    ("the 1st of May 2020", "1 May 2020"), ("2nd june 2020", "2 June 2020"),
    ("3rd June 2020", "3 June 2020"), ("March 27, 2019", "27 March 2019"),
    ("March 27th 2019", "27 March 2019"), ("mar-27-2019", "27 March 2019"),
    ("27-Mar-2019", "27 March 2019"), ("27march2019", "27 March 2019"),
    ("2019 March 27", "27 March 2019"), ("Wednesday, 27 March 2019", "27 March 2019"),
    ("Wed 27 Mar 2019", "27 March 2019"), ("27.3.2019", "27 March 2019"),
    ("27. 3. 2019", "27 March 2019"), ("27/03/2019", "27 March 2019"),
    ("27-03-2019", "27 March 2019"), ("3/27/2019", "27 March 2019"),
    ("2019-03-27", "27 March 2019"), ("2019/03/27", "27 March 2019"),
    ("2019.03.27", "27 March 2019"), ("27 3 2007", "27 March 2007"),
    ("27,3,2007", "27 March 2007"), ("27032019", "27 March 2019"),
    ("03272019", "27 March 2019"), ("20190327", "27 March 2019"), ("4/4/1950", "4 April 1950"),
    ("29 Feb 2020", "29 February 2020"), ("27 March 19", "27 March 2019"),
    ("27 march '50", "27 March 1950"), ("3/27/50", "27 March 1950"),
    ("27/3/26", "27 March 2026"), ("27/3/27", "27 March 1927"), ("27.3.00", "27 March 2000"),
    ("March 50", "March 1950"), ("Mar '98", "March 1998"), ("2019.", "2019"),
    ("year 2019", "2019"), ("  2019  ", "2019"), ("summer 2019", "2019"),
    ("summer of 2019", "2019"), ("early 2019", "2019"), ("born 3 March 1950", "3 March 1950"),
    ("I was born on 3 March 1950", "3 March 1950"), ("the end of 2019", "2019"),
    ("late March 2019", "March 2019"), ("mid-march 2019", "March 2019"),
  ])
  func typedDates(line: String, shown: String) { #expect(Self.date.shown(line) == shown) }

  @Test(arguments: [
    ("today", "15 March 2026"), ("Today!", "15 March 2026"), ("now", "15 March 2026"),
    ("this morning", "15 March 2026"), ("yesterday", "14 March 2026"),
    ("last night", "14 March 2026"), ("day before yesterday", "13 March 2026"),
    ("the day before yesterday", "13 March 2026"), ("tomorrow", "16 March 2026"),
    ("1 day ago", "14 March 2026"), ("a day ago", "14 March 2026"),
    ("15 days ago", "28 February 2026"), ("a week ago", "8 March 2026"),
    ("3 weeks ago", "22 February 2026"), ("three weeks ago", "22 February 2026"),
    ("3 wks ago", "22 February 2026"), ("last month", "February 2026"),
    ("this month", "March 2026"), ("last year", "2025"), ("this year", "2026"),
    ("a month ago", "February 2026"), ("3 months ago", "December 2025"),
    ("14 months back", "January 2025"), ("5 years ago", "2021"), ("five years ago", "2021"),
    ("5yrs ago", "2021"), ("about 5 years ago", "2021"), ("around five years ago", "2021"),
    ("~5 years ago", "2021"), ("5 years ago or so", "2021"), ("20 years", "2006"),
    ("for 20 years", "2006"), ("twenty-five years ago", "2001"), ("a couple of years ago", "2024"),
    ("a year ago", "2025"), ("one year ago", "2025"), ("almost 3 years ago", "2023"),
    ("half a year ago", "September 2025"),
    ("1.5 years ago", "September 2024"), ("two and a half years ago", "September 2023"),
    ("about 3 weeks ago", "February 2026"), ("last week", "March 2026"),
    ("Monday", "9 March 2026"), ("last Saturday", "14 March 2026"), ("on Friday", "13 March 2026"),
    ("Sunday", "8 March 2026"), ("this Tuesday", "10 March 2026"),
  ])
  func datesFromToday(line: String, shown: String) { #expect(Self.date.shown(line) == shown) }

  @Test(arguments: [
    ("about 5 years ago", "about 2021"), ("5 years ago", "about 2021"),
    ("about 2019", "about 2019"),
    ("maybe March 2019", "about March 2019"), ("2019-03-27", "27 March 2019"),
    ("27/3/50", "27 March 1950"), ("summer 2019", "about 2019"), ("last year", "about 2025"),
    ("3 months ago", "December 2025"),
  ])
  func echoedDates(line: String, echo: String) {
    #expect(Self.date.echo(line) == echo)
  }

  @Test(arguments: ["27 March 2019", "March 2019", "2019"])
  func notEchoed(line: String) { #expect(Self.date.echo(line) == nil) }

  @Test(arguments: [
    ("3/4/1950", "? 3 April 1950|4 March 1950"), ("03-04-1950", "? 3 April 1950|4 March 1950"),
    ("3.4.1950", "? 3 April 1950|4 March 1950"), ("3 4 1950", "? 3 April 1950|4 March 1950"),
    ("3/4/50", "? 3 April 1950|4 March 1950"), ("03041950", "? 3 April 1950|4 March 1950"),
    ("12/11/2020", "? 12 November 2020|11 December 2020"),
    ("27 Febuary 2019", "? 27 February 2019"), ("Agust 2019", "? August 2019"),
    ("more than 5 years ago", "? about 2021"), ("over 10 years", "? about 2016"),
    ("less than a month ago", "? about February 2026"),
  ])
  func askedBack(line: String, shown: String) { #expect(Self.date.shown(line) == shown) }

  @Test(arguments: [
    ("31 Feb 2019", AnswerProblem.noSuchDate), ("31/2/2019", .noSuchDate),
    ("29 Feb 2019", .noSuchDate), ("13/13/2019", .noSuchDate), ("2019-13", .noSuchDate),
    ("2019-02-30", .noSuchDate), ("32 March 2019", .noSuchDate), ("March", .yearMissing),
    ("March 27", .yearMissing), ("27 March", .yearMissing), ("27/3", .yearMissing),
    ("mar 19", .yearMissing), ("5", .yearMissing), ("99", .yearMissing), ("hello", .notADate),
    ("2010-2015", .notADate), ("1990s", .notADate), ("2019 or 2020", .notADate),
    ("when I was 30", .notADate), ("a few years ago", .notADate),
    ("1/2/3/4", .notADate), ("123456789", .notADate), ("99999999999999999999", .notADate),
    ("march april 2019", .notADate), ("²⁷ March 2019", .notADate), ("-", .notADate),
    ("100000 years ago", .notADate), ("3000 years ago", .notADate), ("0001", .notADate),
  ])
  func noDates(line: String, problem: AnswerProblem) {
    #expect(Self.date.read(line) == .problem(problem))
  }

  @Test(arguments: [
    ("27 March 1950", "27 March 1950"), ("1950", "! dateNotWhole"),
    ("March 1950", "! dateNotWhole"), ("about 70 years ago", "! dateNotWhole"),
    ("3/4/1950", "? 3 April 1950|4 March 1950"),
  ])
  func wholeDates(line: String, shown: String) {
    let length = #"{"url":"\#(Question.url)minLength","valueInteger":10}"#
    let question = Question("date", text: "Date of birth", Question.extensions(length))
    #expect(question.shown(line) == shown)
  }

  @Test(arguments: [
    ("1899", "below"), ("2 April 2026", "above"), ("4/3/2026", "4 March 2026"),
    ("3 March 1950", "3 March 1950"), ("31 Dec 1899", "below"), ("2026", "2026"),
  ])
  func boundedDates(line: String, shown: String) {
    let question = Question(
      "date",
      Question.extensions(
        Question.least(#""1900-01-01""#, "Date"), Question.most(#""2026-03-15""#, "Date")))
    let result = question.shown(line)
    #expect(result == shown || result.hasPrefix("! \(shown)("))
  }
}
