import FHIR
import FormFiller
import Interview
import Testing
import Visits

/// What was said in a visit is found again in its events.
@Suite struct VisitHistoryTests {
  /// Keeps events as a record would.
  private final class EventJournal: Journal {
    var events: [[UInt8]] = [VisitEvent.opened(VisitOpening(started: VisitForm.time)).bytes]

    func record(_ entry: JournalEntry, of response: Response) {
      events.append(VisitEvent.entry(entry).bytes)
    }
  }

  private static func setting(_ language: LanguageTag? = nil) -> InterviewSetting {
    InterviewSetting(language: language) { VisitForm.clock }
  }

  private static let lines = [
    "Ana", "27 March 1950", "yes", "", "a lamp", "yes", "a chair", "no", "?", "2", "review", "1",
    "Ana Example", "stop", "1",
  ]

  @Test(arguments: 0...lines.count)
  func `after every line the next visit goes on where this one is`(_ count: Int) throws {
    let form = try VisitForm.form()
    let journal = EventJournal()
    var conversation = Conversation(
      Response(to: form, in: VisitOpening(started: VisitForm.time).formContext),
      setting: Self.setting(), journal: journal)
    _ = conversation.begin()
    for line in Self.lines.prefix(count) { _ = conversation.receive(line: line) }

    let history = try VisitHistory(journal.events)
    let response = try history.response(to: form)
    #expect(
      try response.document(as: .inProgress, authored: VisitForm.now()).root
        == conversation.response.document(as: .inProgress, authored: VisitForm.now()).root)
    #expect(response.urgentRecords == conversation.response.urgentRecords)
    var next = Conversation(
      response, setting: Self.setting(), closedGroups: history.closedGroups)
    var same = Conversation(
      conversation.response, setting: Self.setting(), closedGroups: history.closedGroups)
    #expect(next.begin().blocks == same.begin().blocks)
  }

  @Test func `the last language and the last end count`() throws {
    func history(_ events: VisitEvent...) throws -> VisitHistory {
      try VisitHistory(events.map(\.bytes))
    }
    let opened = VisitEvent.opened(VisitOpening(language: LanguageTag("es")))
    #expect(try history(opened).language == LanguageTag("es"))
    #expect(try history(opened, .entry(.language(nil))).language == nil)
    #expect(try history(opened, .ended(.stopped)).end == .stopped)
    let change = VisitEvent.entry(.change(try VisitEventTests.change()))
    #expect(try history(opened, .ended(.stopped), change).end == nil)
    #expect(try history(opened, .unknown(kind: "note"), change).changes.count == 1)
  }

  @Test func `events without an opening are no visit`() throws {
    #expect(throws: VisitEventError.self) { try VisitHistory([]) }
    #expect(throws: VisitEventError.self) {
      try VisitHistory([VisitEvent.ended(.stopped).bytes])
    }
  }

  @Test func `a form of another day is refused, with what does not fit`() throws {
    let journal = EventJournal()
    var conversation = Conversation(
      Response(to: try VisitForm.form()), setting: Self.setting(), journal: journal)
    _ = conversation.begin()
    _ = conversation.receive(line: "Ana")
    let other = try VisitForm.form(VisitForm.text.replacing("\"string\"", with: "\"integer\""))
    let history = try VisitHistory(journal.events)
    #expect(throws: ReplayError.self) { try history.response(to: other) }
    #expect(history.changes.count == 1)
  }
}
