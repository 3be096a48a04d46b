import FHIR
import FormFiller
import Testing

@testable import Interview

/// Nobody is told that an answer is saved that is not, and what could not be saved is tried again.
@Suite struct SavingTests {
  static let form = """
    {"linkId":"one","text":"One?","type":"string"},
    {"linkId":"two","text":"Two?","type":"string"},
    {"linkId":"rows","text":"Things","type":"group","repeats":true,"item":[
      {"linkId":"name","text":"Name?","type":"string"}]},
    {"linkId":"last","text":"Last?","type":"boolean"}
    """

  private func texts(_ journal: TestJournal) -> [String] {
    journal.changes.compactMap { change in
      if case .set(let values) = change.action { return values.first?.plainText }
      return nil
    }
  }

  @Test func `an answer that is not saved is said at once, and the next answer tries both`() throws
  {
    let journal = TestJournal(refuses: true)
    var person = try Interviewee(Self.form, journal: journal)
    person.type("first")
    #expect(person.page.contains("Error: your last answer is not saved. Please tell the staff."))
    #expect(person.question == "Two?")
    #expect(person.values("one") == [[.string("first")]])
    #expect(person.conversation.unsavedAnswerCount == 1)
    journal.refuses = false
    person.type("second")
    #expect(texts(journal) == ["first", "second"])
    #expect(person.page.contains("All your answers are saved now."))
    #expect(!person.page.contains("not saved"))
    #expect(person.conversation.unsavedAnswerCount == 0)
  }

  @Test func `it is said once for each answer, and not where nothing was answered`() throws {
    let journal = TestJournal(refuses: true)
    var person = try Interviewee(Self.form, journal: journal)
    #expect(!person.page.contains("not saved"))
    person.type("first")
    person.type("?")
    #expect(!person.page.contains("not saved"))
    person.type("1")
    #expect(!person.page.contains("not saved"))
    person.type("second")
    #expect(person.page.contains("Error: your last 2 answers are not saved."))
  }

  @Test func `stopping tries again, and asks what to do while answers would be lost`() throws {
    let journal = TestJournal(refuses: true)
    var person = try Interviewee(Self.form, journal: journal)
    person.type("first", "stop", "1")
    #expect(person.question == "Your last answer is not saved.")
    #expect(person.turn.ending == nil)
    #expect(person.page.contains("Please tell the staff before you go."))
    person.type("1")
    #expect(
      person.turn.ending == nil && person.page.contains("Error: your last answer is not saved"))
    journal.refuses = false
    person.type("1")
    #expect(person.turn.ending == .stopped)
    #expect(texts(journal) == ["first"])
  }

  @Test func `who wants to end without them can`() throws {
    var person = try Interviewee(Self.form, journal: TestJournal(refuses: true))
    person.type("first", "stop", "1", "3")
    #expect(person.turn.ending == nil && person.page.contains("Error: type 1 or 2."))
    person.type("2")
    #expect(person.turn.ending == .stopped)
    #expect(person.conversation.unsavedAnswerCount == 1)
  }

  @Test func `finishing tries again`() throws {
    let journal = TestJournal(refuses: true)
    var person = try Interviewee(Self.form, journal: journal)
    person.type("a", "b", "c", "no", "yes", "0")
    #expect(person.turn.ending == nil && person.question?.contains("are not saved") == true)
    journal.refuses = false
    person.type("1")
    #expect(person.turn.ending == .completed)
    #expect(texts(journal) == ["a", "b", "c", "Yes"])
  }

  @Test func `who goes away leaves what can be saved`() throws {
    let journal = TestJournal(refuses: true)
    var person = try Interviewee(Self.form, journal: journal)
    person.type("first")
    journal.refuses = false
    #expect(person.conversation.cutOff() == nil)
    #expect(texts(journal) == ["first"])
  }

  @Test func `a journal that fails in between keeps the order`() throws {
    let journal = TestJournal()
    var person = try Interviewee(Self.form, journal: journal)
    for (index, line) in ["a", "b", "c", "no", "yes", "1", "a2", "0"].enumerated() {
      journal.refuses = index.isMultiple(of: 2)
      person.type(line)
    }
    journal.refuses = false
    if person.turn.ending == nil { person.type("1") }
    #expect(person.turn.ending == .completed)
    var replayed = Response(to: try Form.test(Self.form))
    for change in journal.changes { try replayed.apply(change) }
    #expect(
      try replayed.document(as: .completed, authored: TestClock.now).root
        == person.conversation.response.document(as: .completed, authored: TestClock.now).root)
  }

  // MARK: - Going on where it stopped

  /// The conversation that the journal alone gives.
  private func resumed(_ journal: TestJournal) throws -> Interviewee {
    let form = try Form.test(Self.form)
    let response = try Response.replaying(journal.changes, to: form)
    let closed = journal.entries.compactMap { entry in
      if case .rowsClosed(let path) = entry { return path }
      return nil
    }
    return Interviewee(Conversation(response, setting: .test, closedGroups: closed))
  }

  @Test(arguments: [
    ([], "One?"), (["a"], "Two?"), (["skip"], "Two?"), (["a", "?", "2"], "Name?"),
    (["a", "b", "c"], "Do you want to add one more?"),
    (["a", "b", "c", "yes"], "Name?"),
    // Nothing after the rows has been answered, and still nobody asks again whether there are more.
    (["a", "b", "c", "no"], "Last?"),
    (["a", "b", "c", "yes", "d", "no"], "Last?"),
    (["a", "b", "c", "no", "skip"], "To finish, type 0."),
  ])
  func `the next visit asks what this one would have asked`(
    _ lines: [String], _ question: String
  ) throws {
    let journal = TestJournal()
    var person = try Interviewee(Self.form, journal: journal)
    for line in lines { person.type(line) }
    #expect(person.question == question)
    let next = try resumed(journal)
    #expect(next.question == question)
    #expect(next.conversation.response.urgentRecords == person.conversation.response.urgentRecords)
  }

  @Test func `the language that was chosen is kept`() throws {
    let journal = TestJournal()
    var person = try Interviewee(
      #"{"linkId":"a","text":"A?","type":"string","_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"es"},{"url":"content","valueString":"¿A?"}]}]}}"#,
      journal: journal, start: #""language":"en","#)
    person.type(":language es")
    #expect(person.question == "¿A?")
    #expect(journal.entries == [.language(LanguageTag("es"))])
  }
}
