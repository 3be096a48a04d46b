import FHIR
import FormFiller
import Testing

@testable import Interview

/// What can be read about the treatment, at any question and before the end.
@Suite struct LearningTests {
  private static let questions = """
    {"linkId":"name","type":"string","text":"What is your name?"},
    {"linkId":"pets","type":"display","text":"Now about pets."},
    {"linkId":"cats","type":"boolean","text":"Do you have cats?"}
    """

  private static let pages = """
    {"linkId":"one","type":"group","text":"What it is","item":[
      {"linkId":"one.1","type":"display","text":"It is a thing."},
      {"linkId":"one.2","type":"display","text":"Some like it."}]},
    {"linkId":"two","type":"group","text":"How it goes","item":[
      {"linkId":"two.1","type":"display","text":"It goes slowly."}]}
    """

  private func interviewee(reading pages: String? = pages) throws -> Interviewee {
    var setting = InterviewSetting.test
    setting.education = try pages.map { try Form.test($0, start: #""title":"About it","#) }
    return try Interviewee(Self.questions, setting: setting)
  }

  @Test func `goes through the pages and back to the question with what stood before it`() throws {
    var person = try interviewee()
    person.type("Ana", ":learn")
    #expect(person.page.contains("What it is"))
    #expect(person.page.contains("It is a thing.\n\nSome like it."))
    #expect(person.question == nil)
    person.type("")
    #expect(person.page.contains("It goes slowly."))
    person.type("back")
    #expect(person.page.contains("Some like it."))
    person.type("", "")
    #expect(person.question == "Do you have cats?")
    #expect(person.page.contains("Now about pets."))
    #expect(person.values("name") == [[.string("Ana")]])
  }

  /// The first page, the last one, and a command: the line is never an answer.
  @Test(arguments: [["0"], ["yes"], ["", "1"], ["back"], [":learn", "0"], [":why"]])
  func `what is typed ends the reading and answers nothing`(_ lines: [String]) throws {
    var person = try interviewee()
    person.type("Ana", ":learn")
    for line in lines { person.type(line) }
    #expect(person.question == "Do you have cats?")
    #expect(person.states("cats") == [.notReached])
  }

  @Test func `hide hides the page, and it comes again`() throws {
    var person = try interviewee()
    person.type(":learn", "hide")
    #expect(person.turn.isHidden)
    person.type("")
    #expect(person.page.contains("It is a thing."))
  }

  @Test func `it is offered before the end, and leads back there`() throws {
    var person = try interviewee()
    person.type("Ana", "no")
    #expect(person.page.contains("To read \"About it\", type :learn."))
    person.type(":learn", "0", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `without anything to read it is neither offered nor listed`() throws {
    var person = try interviewee(reading: nil)
    person.type(":learn")
    #expect(person.page.contains("There is nothing more to read here."))
    person.type(":commands")
    #expect(!person.page.contains(":learn"))
    person.type("Ana", "no")
    #expect(!person.page.contains(":learn"))
  }

  @Test func `the commands name it`() throws {
    var person = try interviewee()
    person.type(":commands")
    #expect(person.page.contains("read: About it"))
  }
}
