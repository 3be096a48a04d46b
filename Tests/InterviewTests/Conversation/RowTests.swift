import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// Repeating groups: list, change, remove, add.
@Suite struct RowTests {
  static let form = #"""
    {"linkId":"any","text":"Any?","type":"boolean"},
    {"linkId":"row","text":"Thing","type":"group","repeats":true,
     "enableWhen":[{"question":"any","operator":"=","answerBoolean":true}],
     "item":[{"linkId":"row.name","text":"Name?","type":"string"},
             {"linkId":"row.more","text":"More?","type":"boolean"},
             {"linkId":"row.what","text":"What more?","type":"string",
              "enableWhen":[{"question":"row.more","operator":"=","answerBoolean":true}]}]},
    {"linkId":"end","text":"End?","type":"boolean"}
    """#

  @Test func `asks for one more until there is none`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2")
    #expect(person.question == "Do you want to add one more?")
    person.type("1", "two", "1", "extra", "2")
    #expect(person.question == "End?")
    #expect(person.values("row.name") == [[.string("one")], [.string("two")]])
    #expect(person.values("row.what") == [[], [.string("extra")]])
  }

  @Test func `changes a row and comes back to the list`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "1", "two", "2", "change 1", "uno", "")
    #expect(person.page.contains("1  uno, No") && person.page.contains("2  two, No"))
    #expect(person.question == "Do you want to add one more?")
  }

  @Test func `a row that was opened by mistake is given up by Enter alone`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "1")
    #expect(person.page.contains("No more? Press Enter to leave this out."))
    person.type("")
    #expect(person.question == "End?")
    #expect(person.values("row.name") == [[.string("one")]])
  }

  @Test func `the only row is not given up by Enter`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "")
    #expect(person.question == "Name?" && person.page.contains("Error: "))
  }

  @Test func `what else can be done with rows names one that is there`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2")
    #expect(person.page.contains("Also: change 1, remove 1, back, stop"))
  }

  @Test func `removes a row after asking`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "1", "two", "2", "remove 1", "2")
    #expect(person.page.contains("1  one"))
    person.type("remove 1", "1")
    #expect(person.values("row.name") == [[.string("two")]])
    #expect(person.page.contains("1  two"))
  }

  @Test func `the last row can be removed, and its place filled again`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "remove 1", "1")
    #expect(person.page.contains("nothing filled in"))
    person.type("1")
    #expect(person.question == "Name?")
    person.type("new", "2", "2")
    #expect(person.values("row.name") == [[.string("new")]])
    #expect(person.question == "End?")
  }

  @Test(arguments: ["change 3", "remove 0x", "remove 7", "maybe"])
  func `nonsense is said and changes nothing`(_ line: String) throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", line)
    #expect(person.page.contains("Error: "))
    #expect(person.values("row.name") == [[.string("one")]])
  }

  @Test func `back goes into the last row, and from the question after it to the list`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "back")
    #expect(person.question == "More?")
    person.type("2", "2", "back")
    #expect(person.question == "Do you want to add one more?")
  }

  @Test func `backing out of a row that is changed ends the change`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "1", "two", "2", "change 1", "back")
    #expect(person.question == "Any?")
    person.type("", "", "", "", "")
    #expect(person.question == "Do you want to add one more?")
  }

  @Test func `a group that a change on the check page opens is asked with its rows`() throws {
    var person = try Interviewee(Self.form)
    person.type("2", "1", "1")
    #expect(person.question == "Any?")
    person.type("1", "one", "2", "1", "two", "2", "2")
    #expect(person.page.contains("Check your answers"))
    #expect(person.page.contains("Name? (1): one") && person.page.contains("Name? (2): two"))
  }

  @Test func `a draft does not ask again for rows that were closed`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2", "2", "1")
    let draft = try person.conversation.response.document(as: .inProgress, authored: TestClock.now)
    let later = try Interviewee(Self.form, from: draft.root)
    #expect(later.page.contains("Check your answers"))
  }

  @Test func `a draft left at the list asks for one more`() throws {
    var person = try Interviewee(Self.form)
    person.type("1", "one", "2")
    let draft = try person.conversation.response.document(as: .inProgress, authored: TestClock.now)
    let later = try Interviewee(Self.form, from: draft.root)
    #expect(later.question == "Do you want to add one more?")
  }
}
