import FHIR
import Testing

@testable import Interview

@Suite struct TimeReadingTests {
  @Test(arguments: [
    ("2:30 pm", "2:30 pm"), ("2:30pm", "2:30 pm"), ("2.30 p.m.", "2:30 pm"), ("14.30", "2:30 pm"),
    ("14:30", "2:30 pm"), ("14h30", "2:30 pm"), ("1430", "2:30 pm"), ("0230", "2:30 am"),
    ("02:30", "2:30 am"), ("2 pm", "2:00 pm"), ("2pm", "2:00 pm"), ("at 2 pm", "2:00 pm"),
    ("2p", "2:00 pm"), ("noon", "12:00 pm"), ("midnight", "12:00 am"), ("12 am", "12:00 am"),
    ("12 pm", "12:00 pm"), ("0:15", "12:15 am"), ("8 in the morning", "8:00 am"),
    ("two in the afternoon", "2:00 pm"), ("7 o'clock in the evening", "! notATime"),
    ("14:30:15", "2:30:15 pm"), ("2:30:15.5 pm", "2:30:15.5 pm"), ("23:59", "11:59 pm"),
    ("2:30", "? 2:30 am|2:30 pm"), ("7", "? 7:00 am|7:00 pm"), ("12", "? 12:00 am|12:00 pm"),
    ("seven", "? 7:00 am|7:00 pm"), ("24:00", "! notATime"), ("14:60", "! notATime"),
    ("13 am", "! notATime"), ("25", "! notATime"), ("2:3 pm", "! notATime"), ("x", "! notATime"),
    ("::", "! notATime"), ("1:2:3:4", "! notATime"), ("", "! empty"),
  ])
  func times(line: String, shown: String) {
    #expect(Question("time").shown(line) == shown)
  }

  @Test(arguments: [
    ("2019", "2019"), ("March 2019", "March 2019"), ("27 March 2019", "27 March 2019"),
    ("27 March 2019, 2:30 pm", "27 March 2019, 2:30 pm"),
    ("27.3.2019 14:30", "27 March 2019, 2:30 pm"),
    ("2019-03-27T14:30:00", "27 March 2019, 2:30 pm"),
    ("yesterday at noon", "14 March 2026, 12:00 pm"), ("today 2 pm", "15 March 2026, 2:00 pm"),
    ("3/4/1950 14:30", "? 3 April 1950, 2:30 pm|4 March 1950, 2:30 pm"),
    ("27 March 2019 2:30", "? 27 March 2019, 2:30 am|27 March 2019, 2:30 pm"),
    ("2:30 pm", "! timeWithoutDay"), ("noon", "! timeWithoutDay"), ("hello", "! notADate"),
    ("31 Feb 2019", "! noSuchDate"),
  ])
  func datesWithTimes(line: String, shown: String) {
    #expect(Question("dateTime").shown(line) == shown)
  }

  @Test func offsetIsAdded() {
    let reader = AnswerReader(
      item: Question("dateTime").item, today: Question.today, utcOffsetMinutes: 120)
    guard case .values(let values, _) = reader.read("27 March 2019, 2:30 pm"),
      case .dateTime(let value) = values.first
    else {
      Issue.record("not read")
      return
    }
    #expect(value.description == "2019-03-27T14:30:00+02:00")
  }
}
