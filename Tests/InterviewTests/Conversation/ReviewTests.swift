import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// The list of answers, changes from it, stopping and going on.
@Suite struct ReviewTests {
  static let form = #"""
    {"linkId":"name","text":"Name?","type":"string","required":true},
    {"linkId":"kind","text":"Kind?","type":"boolean"},
    {"linkId":"yes","text":"About yes","type":"group",
     "enableWhen":[{"question":"kind","operator":"=","answerBoolean":true}],
     "item":[{"linkId":"yes.1","text":"Yes 1?","type":"string"},
             {"linkId":"yes.2","text":"Yes 2?","type":"string"}]},
    {"linkId":"no","text":"No 1?","type":"string",
     "enableWhen":[{"question":"kind","operator":"=","answerBoolean":false}]}
    """#

  @Test func `lists every question that was asked, with what was left out`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "1", "first", "skip")
    #expect(person.page.contains("Check your answers"))
    for row in ["1. Name?: Ana", "2. Kind?: Yes", "3. Yes 1?: first", "4. Yes 2?: Not provided"] {
      #expect(person.page.contains(row))
    }
    person.type("0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `a change comes back to the list, after asking what it opened`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "1", "first", "second", "2")
    #expect(person.question == "Kind?")
    person.type("2")
    #expect(person.question == "No 1?")
    person.type("third")
    #expect(person.page.contains("Check your answers"))
    #expect(person.page.contains("No 1?: third") && !person.page.contains("first"))
  }

  @Test func `parked answers are back without being asked again`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "1", "first", "second", "change 2", "2", "third", "2", "1")
    #expect(person.page.contains("Check your answers"))
    #expect(person.page.contains("Yes 1?: first") && person.page.contains("Yes 2?: second"))
    #expect(!person.page.contains("third"))
  }

  @Test func `what is needed keeps the form open and is asked`() throws {
    var person = try Interviewee(Self.form)
    person.type("skip", "2", "x")
    #expect(person.page.contains("Still needed: 1. Name?"))
    person.type("0")
    #expect(person.question == "Name?" && person.turn.ending == nil)
    person.type("Ana", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `all that is needed is asked in a row, and what is left again is not asked for ever`()
    throws
  {
    let one = #"{"linkId":"one","text":"One?","type":"string","required":true}"#
    let two = #"{"linkId":"two","text":"Two?","type":"string","required":true}"#
    var person = try Interviewee("\(one),\(two)")
    person.type("skip", "skip", "0", "first")
    #expect(person.question == "Two?")
    person.type("skip")
    #expect(person.page.contains("Still needed: 2. Two?"))
    person.type("0", "second", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test(arguments: ["9", "0x", "-1", "99999999999999999999"])
  func `a number that is not on the list is said`(_ line: String) throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "2", "x", line)
    #expect(person.page.contains("Error: there is no number"))
    #expect(person.page.contains("To finish, type 0."))
  }

  @Test func `an empty line says what to type, without the whole list`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "2", "x", "")
    #expect(person.page.contains("To finish, type 0.") && !person.page.contains("1. Name?"))
    person.type("review")
    #expect(person.page.contains("1. Name?: Ana"))
    person.type("", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `in the middle, Enter goes on where the person was`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "1", "first", "review")
    #expect(person.page.contains("Your answers so far"))
    person.type("")
    #expect(person.question == "Yes 2?")
  }

  @Test func `in the middle, a change goes on with what is still open`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "1", "first", "review", "1", "Bea")
    #expect(person.question == "Yes 2?")
    person.type("second")
    #expect(person.page.contains("Check your answers"))
  }

  @Test func `back from the list is the last question`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "2", "x", "back")
    #expect(person.question == "No 1?")
  }

  @Test func `stopping is asked about, and can be taken back`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "stop", "2")
    #expect(person.question == "Kind?" && person.turn.ending == nil)
    person.type("stop", "1")
    #expect(person.turn.ending == .stopped)
  }

  @Test func `a draft is gone on with at the first question that was not asked`() throws {
    var person = try Interviewee(Self.form)
    person.type("Ana", "1", "skip", "stop", "1")
    let draft = try person.conversation.response.document(as: .inProgress, authored: TestClock.now)
    var later = try Interviewee(Self.form, from: draft.root)
    #expect(later.question == "Yes 2?")
    later.type("second")
    #expect(later.page.contains("3. Yes 1?: Not provided"))
  }
}
