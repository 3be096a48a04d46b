import FHIR
import Testing

@testable import Interview

/// What could be taken for its opposite is asked back.
@Suite struct CautiousReadingTests {
  @Test(arguments: [
    ("pain", "? No pain"), ("no pain", "No pain"), ("no", "? No pain"), ("n", "? No pain|Nurse"),
    ("y", "? Yellow"), ("yellow", "Yellow"), ("nurse", "Nurse"), ("1", "No pain"),
  ])
  func `a word inside a denial, and a bare yes or no`(_ line: String, _ shown: String) {
    let question = Question("choice", Question.options("No pain", "Nurse", "Yellow"))
    #expect(question.shown(line) == shown)
  }

  /// Today is 15 March 2026.
  @Test(arguments: [
    ("in 2 weeks", "29 March 2026"), ("in 3 months", "June 2026"), ("in 5 years", "2031"),
    ("in a week", "22 March 2026"), ("2 weeks ago", "1 March 2026"), ("in 2019", "2019"),
    ("in March 2019", "March 2019"), ("5 years ago", "2021"),
  ])
  func `what lies ahead is not taken for the past`(_ line: String, _ shown: String) {
    #expect(DateReadingTests.date.shown(line) == shown)
  }
}
