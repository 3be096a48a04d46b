import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// Pages of help and pages that end the interview.
@Suite struct HelpPageTests {
  static let form = #"""
    {"linkId":"consent","text":"Consent?","type":"boolean"},
    {"linkId":"refused","text":"Then not.","type":"display",
     "extension":[{"url":"https://intake.example/fhir/StructureDefinition/end-page",
                   "valueCode":"discard"}],
     "enableWhen":[{"question":"consent","operator":"=","answerBoolean":false}]},
    {"linkId":"signs","text":"Signs?","type":"choice","repeats":true,"answerOption":[
      {"valueCoding":{"code":"a","display":"Alpha"}},{"valueCoding":{"code":"b","display":"Beta"}},
      {"valueCoding":{"code":"n","display":"None of these"}}]},
    {"linkId":"page","text":"Get help now.","type":"display",
     "extension":[{"url":"https://intake.example/fhir/StructureDefinition/help-page",
                   "valueCode":"crisis"}],
     "enableBehavior":"any",
     "enableWhen":[{"question":"signs","operator":"=","answerCoding":{"code":"a"}},
                   {"question":"signs","operator":"=","answerCoding":{"code":"b"}}]},
    {"linkId":"adult","text":"Adult?","type":"boolean"},
    {"linkId":"young","text":"Ask the staff.","type":"display",
     "extension":[{"url":"https://intake.example/fhir/StructureDefinition/end-page",
                   "valueCode":"keep"}],
     "enableWhen":[{"question":"adult","operator":"=","answerBoolean":false}]}
    """#

  @Test func `comes at once, with the configured numbers, and then goes on`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "1")
    #expect(person.turn.isHelpPage)
    for text in ["Get help now.", "call 000", "call or text 111", "555 0100"] {
      #expect(person.page.contains(text))
    }
    // The answer that opened it does not stay on the screen.
    #expect(!person.page.contains("Alpha"))
    person.type("")
    #expect(person.question == "Adult?")
  }

  @Test func `shows no number that is not configured`() throws {
    let setting = InterviewSetting(now: { TestClock.now })
    var person = try Interviewee(Self.form, setting: setting)
    person.type("1", "1")
    #expect(person.page.contains("your local emergency number"))
    #expect(!person.page.contains { $0.isNumber })
  }

  @Test func `comes when the answers cannot be saved`() throws {
    var person = try Interviewee(Self.form, journal: TestJournal(refuses: true))
    person.type("1", "1")
    #expect(person.turn.isHelpPage && person.page.contains("Get help now."))
  }

  @Test func `comes from the check page and from a draft, too`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "3", "1", "2", "1")
    #expect(person.turn.isHelpPage)
    person.type("")
    #expect(person.page.contains("Check your answers"))

    let draft = try person.conversation.response.document(as: .inProgress, authored: TestClock.now)
    var later = try Interviewee(Self.form, from: draft.root)
    later.type("2", "2")
    #expect(later.turn.isHelpPage)
  }

  @Test func `what was urgent stays recorded with its time when it is changed`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "1", "", "back", "3")
    let record = try #require(person.conversation.response.urgentRecords.first)
    #expect(record.opened == TestClock.now)
    #expect(record.answers.map(\.answer) == ["Alpha"])
    #expect(record.laterAnswers.map(\.answer.answer) == ["None of these"])
  }

  @Test func `only Enter or a command leaves it; what is typed there is no answer`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "1", "2")
    #expect(person.question == "Adult?")
    #expect(person.states("adult") == [.notReached])
  }

  @Test func `who refuses leaves nothing behind`() throws {
    var person = try Interviewee(Self.form)
    person.type("2")
    #expect(person.page.contains("Then not."))
    person.type("")
    #expect(person.turn.ending == .discarded)
    #expect(!person.conversation.response.holdsAnswers)
  }

  @Test func `a slip can be taken back`() throws {
    var person = try Interviewee(Self.form)
    person.type("2", "back", "1")
    #expect(person.question == "Signs?")
  }

  @Test func `who takes consent back leaves only what is urgent`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "1", "", "2", "")
    #expect(person.turn.ending == .ended)
    person = try Interviewee(Self.form)
    person.type("1", "1", "", "1", "1", "2")
    #expect(person.page.contains("We keep one thing only"))
    person.type("")
    #expect(person.turn.ending == .discarded)
    #expect(person.conversation.response.urgentRecords.count == 1)
    #expect(person.states("signs") == [.notReached])
  }

  @Test func `a page may end the interview and keep the answers`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "3", "2")
    #expect(person.page.contains("Ask the staff."))
    person.type("")
    #expect(person.turn.ending == .ended)
    #expect(person.values("adult") == [[.boolean(false)]])
  }

  @Test func `who goes away at an end page has reached the end`() throws {
    var person = try Interviewee(Self.form)
    person.type("2")
    #expect(person.conversation.cutOff() == .discarded)
    #expect(!person.conversation.response.holdsAnswers)
  }

  @Test func `changes are handed to the journal in order, and replay to the same answers`() throws {
    let journal = TestJournal()
    var person = try Interviewee(Self.form, journal: journal)
    person.type("1", "1", "", "1", "review", "1", "1", "back")
    var replayed = Response(to: try Form.test(Self.form))
    for change in journal.changes { try replayed.apply(change) }
    let texts = try [replayed, person.conversation.response].map {
      JSONWriter().text(of: try $0.document(as: .inProgress, authored: TestClock.now).root)
    }
    #expect(texts[0] == texts[1])
  }
}
