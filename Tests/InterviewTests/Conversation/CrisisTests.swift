import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// Pages of help in their turn, what is recorded of them, and calls for staff.
@Suite struct CrisisTests {
  private static func person(
    _ attendance: Attendance = .unattended, alerts: TestAlerts? = TestAlerts(),
    journal: (any Journal)? = nil, from draft: JSONNode? = nil, items: String = CrisisForm.items
  ) throws -> Interviewee {
    var setting = InterviewSetting.test
    setting.attendance = attendance
    return try Interviewee(items, setting: setting, journal: journal, alerts: alerts, from: draft)
  }

  private static func records(_ person: Interviewee) -> [UrgentRecord] {
    person.conversation.response.urgentRecords
  }

  private static func draft(of person: Interviewee) throws -> JSONNode {
    try person.conversation.response.document(as: .inProgress, authored: TestClock.now).root
  }

  // MARK: - In its turn

  @Test func `a yes is recorded and staff are called, and the questions go on`() throws {
    let alerts = TestAlerts()
    var person = try Self.person(alerts: alerts)
    #expect(alerts.callCount == 0)
    person.type("yes")
    #expect(person.question == "Two?" && !person.turn.isHelpPage)
    #expect(alerts.callCount == 1)
    #expect(Self.records(person).map(\.page) == ["positive"])
    #expect(Self.records(person).first?.staffCalled == TestClock.now)
    #expect(Self.records(person).first?.shown == nil)
  }

  @Test(arguments: [
    ("yes", "acute"), ("no", "calm"), ("skip", "acute"), (":unknown", "acute"),
    (":decline", "acute"),
  ])
  func `the page comes after the last question, whatever is typed there`(
    _ line: String, _ page: String
  ) throws {
    let alerts = TestAlerts()
    var person = try Self.person(alerts: alerts)
    person.type("yes", "no", line)
    #expect(person.turn.isHelpPage && person.page.contains("The page \(page)."))
    for text in ["call 000", "call or text 111", "555 0100"] { #expect(person.page.contains(text)) }
    #expect(alerts.callCount == 2)
    var record = try #require(Self.records(person).last)
    #expect(record.page == page && record.shown == TestClock.now && record.acknowledged == nil)
    person.type("")
    #expect(person.question == "After?")
    record = try #require(Self.records(person).last)
    #expect(record.acknowledged == TestClock.now)
    person.type("words")
    #expect(person.page.contains("Check your answers"))
  }

  @Test func `nobody is alarmed where nothing is said`() throws {
    let alerts = TestAlerts()
    var person = try Self.person(alerts: alerts)
    person.type("no", "no")
    #expect(person.question == "After?")
    #expect(alerts.callCount == 0 && Self.records(person).isEmpty)
  }

  @Test func `going back past it and on again does not show it again`() throws {
    var person = try Self.person()
    person.type("yes", "no", "skip", "", "back")
    #expect(person.question == "Now?")
    person.type("back", "")
    #expect(person.question == "Now?")
    // Left out once more, it comes once more.
    person.type("skip")
    #expect(person.turn.isHelpPage)
    person.type("", "back", "no")
    #expect(person.page.contains("The page calm."))
    person.type("", "back", "")
    #expect(person.question == "After?")
    #expect(Self.records(person).map(\.page) == ["positive", "acute", "calm"])
  }

  @Test func `an answer changed at the end brings the page that it opens, before anything else`()
    throws
  {
    var person = try Self.person()
    person.type("yes", "no", "no", "", "words")
    #expect(person.page.contains("Check your answers"))
    person.type("3", "yes")
    #expect(person.page.contains("The page acute."))
    person.type("")
    #expect(person.page.contains("Check your answers"))
    let record = try #require(Self.records(person).first { $0.page == "calm" })
    #expect(record.closed == TestClock.now)
    #expect(record.laterAnswers.map(\.answer.answer) == ["Yes"])
  }

  @Test func `what becomes asked by a change at the end brings its page`() throws {
    var person = try Self.person()
    person.type("no", "no", "words", "1", "yes")
    #expect(person.question == "Now?")
    person.type(":decline")
    #expect(person.page.contains("The page acute."))
    person.type("")
    #expect(person.page.contains("Check your answers"))
  }

  // MARK: - Leaving

  @Test func `who stops at the last question sees the page, and then has stopped`() throws {
    let alerts = TestAlerts()
    var person = try Self.person(alerts: alerts)
    person.type("yes", "no", "stop", "yes")
    #expect(person.turn.isHelpPage && person.page.contains("The page acute."))
    #expect(alerts.callCount == 2 && person.turn.ending == nil)
    person.type("")
    #expect(person.turn.ending == .stopped)
    #expect(Self.records(person).map { $0.acknowledged != nil } == [false, true])
  }

  @Test(arguments: ["stop", "", "2"])
  func `stop at that page ends it without asking again`(_ line: String) throws {
    var person = try Self.person()
    person.type("yes", "no", "stop", "stop", line)
    #expect(person.turn.ending == .stopped)
  }

  @Test func `who stops elsewhere is not alarmed`() throws {
    let alerts = TestAlerts()
    var person = try Self.person(alerts: alerts)
    person.type("no", "stop", "yes")
    #expect(person.turn.ending == .stopped)
    #expect(alerts.callCount == 0 && Self.records(person).isEmpty)
  }

  @Test func `who stops before a page has come is told whom to call`() throws {
    var person = try Self.person()
    person.type("yes", "stop")
    #expect(person.page.contains("You can get help at any time."))
    #expect(person.page.contains("call 000") && person.page.contains("call or text 111"))
    #expect(!person.page.contains("Yes\n"), "no answer stays on the screen")
    // Who has read the page knows.
    person = try Self.person(items: CrisisForm.items.replacing("\"record\"", with: "\"at-once\""))
    person.type("yes", "", "stop")
    #expect(!person.page.contains("You can get help"))
    person = try Self.person()
    person.type("no", "stop")
    #expect(!person.page.contains("You can get help"))
  }

  @Test func `who goes away at the last question is recorded, and staff are called`() throws {
    for detour in [[], ["?"], ["stop"], ["hide"], ["review"]] {
      let alerts = TestAlerts()
      var person = try Self.person(alerts: alerts)
      person.type("no", "skip")
      for line in detour { person.type(line) }
      #expect(person.conversation.cutOff() == nil)
      #expect(Self.records(person).map(\.page) == ["acute"], "\(detour)")
      #expect(Self.records(person).first?.shown == nil)
      #expect(alerts.callCount == 1)
    }
  }

  // MARK: - Going on with a draft

  @Test func `a page that nobody went on from comes in the next visit, and staff are called`()
    throws
  {
    var person = try Self.person()
    person.type("yes", "no", "skip")
    let alerts = TestAlerts()
    var later = try Self.person(alerts: alerts, from: try Self.draft(of: person))
    #expect(later.turn.isHelpPage && later.page.contains("The page acute."))
    #expect(alerts.callCount == 1)
    later.type("")
    #expect(later.question == "After?")
    #expect(Self.records(later).count == 2)
    let again = try Self.person(from: try Self.draft(of: later))
    #expect(again.question == "After?", "not twice")
  }

  @Test func `a page that comes at once does, too`() throws {
    var person = try Interviewee(HelpPageTests.form)
    person.type("1", "1")
    #expect(person.turn.isHelpPage)
    var later = try Interviewee(HelpPageTests.form, from: try Self.draft(of: person))
    #expect(later.turn.isHelpPage)
    later.type("")
    #expect(later.question == "Adult?")
    let again = try Interviewee(HelpPageTests.form, from: try Self.draft(of: later))
    #expect(again.question == "Adult?")
  }

  @Test func `staff who could not be called before are called in the next visit, once`() throws {
    var person = try Self.person(alerts: TestAlerts(works: false))
    person.type("yes")
    #expect(Self.records(person).first?.staffCalled == nil)
    let alerts = TestAlerts()
    let later = try Self.person(alerts: alerts, from: try Self.draft(of: person))
    #expect(alerts.callCount == 1 && later.question == "Two?")
    let third = TestAlerts()
    _ = try Self.person(alerts: third, from: try Self.draft(of: later))
    #expect(third.callCount == 0)
  }

  // MARK: - Who is said to come

  @Test(arguments: [
    (Attendance.attended, true, true), (.attended, false, false), (.unattended, true, false),
  ])
  func `staff are spoken of only where they are near and could be called`(
    _ attendance: Attendance, _ works: Bool, _ isAttended: Bool
  ) throws {
    var person = try Self.person(attendance, alerts: TestAlerts(works: works))
    person.type("yes", "no", "yes")
    #expect(person.page.contains("Somebody comes to you") == isAttended)
    #expect(person.page.contains("The page acute.") == !isAttended)
    // The numbers are there in any case.
    #expect(person.page.contains("call 000") && person.page.contains("call or text 111"))
  }

  @Test func `without anybody to call the words are those of a place without staff`() throws {
    var person = try Self.person(.attended, alerts: nil)
    person.type("yes", "no", "yes")
    #expect(person.page.contains("The page acute."))
  }

  @Test func `a page without attended words keeps its own`() throws {
    var setting = InterviewSetting.test
    setting.attendance = .attended
    var person = try Interviewee(HelpPageTests.form, setting: setting, alerts: TestAlerts())
    person.type("1", "1")
    #expect(person.page.contains("Get help now."))
  }

  @Test func `attended words are translated, and a group's texts have their own`() throws {
    let translation = "http://hl7.org/fhir/StructureDefinition/translation"
    let own = "https://intake.example/fhir/StructureDefinition/"
    let items = #"""
      {"linkId":"one","text":"One?","type":"boolean"},
      {"linkId":"page","type":"group","text":"Page",
       "_text":{"extension":[{"url":"\#(translation)","extension":[
         {"url":"lang","valueCode":"es"},{"url":"content","valueString":"Hoja"}]}]},
       "extension":[
        {"url":"\#(own)help-page","valueCode":"crisis"},
        {"url":"\#(own)attended-text","valueString":"Near","_valueString":{"extension":[
          {"url":"\#(translation)","extension":[{"url":"lang","valueCode":"es"},
            {"url":"content","valueString":"Cerca"}]}]}}],
       "enableWhen":[{"question":"one","operator":"=","answerBoolean":true}],
       "item":[{"linkId":"text","type":"display","text":"Alone.","extension":[
         {"url":"\#(own)attended-text","valueMarkdown":"We **come**."}]}]}
      """#
    var setting = InterviewSetting.test
    setting.attendance = .attended
    setting.language = LanguageTag("es")
    var person = try Interviewee(items, setting: setting, alerts: TestAlerts())
    person.type("1")
    #expect(person.page.contains("Cerca") && person.page.contains("We come."))
    #expect(!person.page.contains("Alone."))
  }

  @Test(arguments: [(true, "We have called the staff. Or call"), (false, "Tell the staff that")])
  func `who asks for a person is told that one was called only if so`(
    _ works: Bool, _ words: String
  ) throws {
    let alerts = TestAlerts(works: works)
    var person = try Self.person(alerts: alerts)
    person.type("person")
    #expect(person.page.contains(words) && person.question == "One?")
    #expect(alerts.callCount == 1)
    person.type("person")
    // A call that still waits is not doubled; one that failed is tried again.
    #expect(alerts.callCount == (works ? 1 : 2))
  }

  @Test func `person on a page of help leaves the page there`() throws {
    var person = try Self.person()
    person.type("yes", "no", "yes", "person")
    #expect(person.turn.isHelpPage && person.page.contains("We have called the staff."))
    #expect(Self.records(person).last?.acknowledged == nil)
    person.type("hide")
    #expect(person.turn.isHidden)
    person.type("")
    #expect(person.turn.isHelpPage)
  }

  @Test func `a page that comes again calls again, unless a call still waits`() throws {
    for isAnswered in [false, true] {
      let alerts = TestAlerts()
      var person = try Self.person(alerts: alerts)
      person.type("yes", "no", "skip", "")
      alerts.isAnswered = isAnswered
      person.type("back", "skip")
      #expect(person.turn.isHelpPage)
      #expect(alerts.callCount == (isAnswered ? 3 : 2))
    }
  }

  // MARK: - Whatever else fails

  @Test func `it comes when answers cannot be saved and nobody can be called`() throws {
    var person = try Self.person(
      .attended, alerts: TestAlerts(works: false), journal: TestJournal(refuses: true))
    person.type("yes", "no", "yes")
    #expect(person.turn.isHelpPage && person.page.contains("The page acute."))
    person.type("")
    #expect(person.question == "After?")
  }

  @Test func `what is noted of pages replays with the answers`() throws {
    let journal = TestJournal()
    var person = try Self.person(journal: journal)
    person.type("yes", "no", "skip", "", "back", "no", "", "words")
    var replayed = Response(to: try Form.test(CrisisForm.items))
    for change in journal.changes { try replayed.apply(change) }
    #expect(replayed.urgentRecords == Self.records(person))
    #expect(replayed.urgentRecords.count == 3)
  }

  @Test func `a rule of the form keeps nobody from the page`() throws {
    let rule = #"""
      "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/targetConstraint","extension":[
        {"url":"key","valueId":"never"},{"url":"severity","valueCode":"error"},
        {"url":"human","valueString":"Say no."},{"url":"expression","valueExpression":{
          "language":"text/fhirpath","expression":"answer.value = false"}}]}],
      """#
    let items = CrisisForm.items.replacing(
      #"{"linkId":"now","#, with: #"{\#(rule)"linkId":"now","#)
    var person = try Self.person(items: items)
    person.type("yes", "no", "yes")
    #expect(person.turn.isHelpPage && person.page.contains("The page acute."))
  }
}
