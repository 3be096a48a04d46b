import FHIR
import Testing

@testable import FormFiller

/// A help page that was opened stays on record, whatever happens to the answer that opened it.
@Suite struct UrgentRecordTests {
  private static let page = "https://intake.example/fhir/StructureDefinition/help-page"
  private static let short =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"

  private static let items = #"""
    [{"linkId":"gate","type":"boolean"},
     {"linkId":"g","type":"group","enableWhen":[
       {"question":"gate","operator":"!=","answerBoolean":false}],
      "item":[
       {"linkId":"harm","text":"Have you thought of harm?","type":"boolean"},
       {"linkId":"help","text":"Call us.","type":"display",
        "extension":[{"url":"\#(page)","valueCode":"crisis"},
                     {"url":"\#(short)","valueString":"Thoughts of harm"}],
        "enableWhen":[{"question":"harm","operator":"=","answerBoolean":true}]}]}]
    """#

  /// Opened at minute 1.
  private static func opened() throws -> Filler {
    var filler = try Filler(items)
    try filler.set("gate", .boolean(true))
    let outcome = try filler.set("harm", .boolean(true), minute: 1)
    #expect(filler.linkIds(outcome.helpPages) == ["help"])
    return filler
  }

  private static func answer(_ words: String) -> UrgentRecord.QuotedAnswer {
    UrgentRecord.QuotedAnswer(
      linkId: "harm", question: "Have you thought of harm?", answer: words)
  }

  @Test func `a record says what was asked and answered, and when`() throws {
    let filler = try Self.opened()
    #expect(
      filler.response.urgentRecords == [
        UrgentRecord(
          page: "help", kind: .crisis, label: "Thoughts of harm",
          opened: try Filler.time(minute: 1), answers: [Self.answer("Yes")])
      ])
  }

  @Test func `it stays when the answer is changed, and holds what was said later`() throws {
    var filler = try Self.opened()
    let outcome = try filler.set("harm", .boolean(false), minute: 2)
    #expect(filler.linkIds(outcome.closed) == ["help"])
    #expect(outcome.helpPages.isEmpty)
    try filler.decline("harm", .askedDeclined, minute: 3)
    try filler.decline("harm", .askedUnknown, minute: 4)
    try filler.clear("harm", minute: 5)
    let record = try #require(filler.response.urgentRecords.first)
    #expect(filler.response.urgentRecords.count == 1)
    #expect(record.answers == [Self.answer("Yes")])
    #expect(
      record.laterAnswers == [
        UrgentRecord.LaterAnswer(time: try Filler.time(minute: 2), answer: Self.answer("No")),
        UrgentRecord.LaterAnswer(
          time: try Filler.time(minute: 3), answer: Self.answer("prefers not to say")),
        UrgentRecord.LaterAnswer(
          time: try Filler.time(minute: 4), answer: Self.answer("does not know")),
        UrgentRecord.LaterAnswer(
          time: try Filler.time(minute: 5), answer: Self.answer("no answer")),
      ])
  }

  @Test func `it stays when the question is disabled`() throws {
    var filler = try Self.opened()
    try filler.set("gate", .boolean(false), minute: 2)
    #expect(try !filler.isEnabled("help"))
    #expect(filler.response.urgentRecords.map(\.page) == ["help"])
  }

  @Test(arguments: [QuestionnaireResponse.Status.inProgress, .stopped, .completed, .amended])
  func `it is written in every status and read back the same`(
    _ status: QuestionnaireResponse.Status
  ) throws {
    var filler = try Self.opened()
    try filler.set("harm", .boolean(false), minute: 2)
    try filler.set("gate", .boolean(false), minute: 3)
    let again = try filler.reading(document: filler.text(status)).filler
    #expect(again.response.urgentRecords == filler.response.urgentRecords)
    #expect(again.response.urgentRecords.first?.laterAnswers.count == 1)
    #expect(try again.text(status) == filler.text(status))
  }

  @Test func `each opening is a record of its own`() throws {
    var filler = try Self.opened()
    try filler.set("harm", .boolean(false), minute: 2)
    let outcome = try filler.set("harm", .boolean(true), minute: 3)
    #expect(filler.linkIds(outcome.helpPages) == ["help"])
    #expect(
      filler.response.urgentRecords.map(\.opened) == [
        try Filler.time(minute: 1), try Filler.time(minute: 3),
      ])
  }

  @Test func `the page comes again when its question is answered again`() throws {
    var filler = try Self.opened()
    let outcome = try filler.set("harm", .boolean(true), minute: 2)
    #expect(filler.linkIds(outcome.helpPages) == ["help"])
    #expect(outcome.opened.isEmpty)
    #expect(filler.response.urgentRecords.count == 1, "it never closed")
    #expect(filler.response.urgentRecords.first?.laterAnswers.map(\.answer) == [Self.answer("Yes")])
    #expect(try filler.set("gate", .boolean(true), minute: 3).helpPages.isEmpty)
  }

  @Test func `a page in a group opens, and comes again, with the group`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"harm","text":"Have you thought of harm?","type":"boolean"},
       {"linkId":"g","type":"group",
        "enableWhen":[{"question":"harm","operator":"=","answerBoolean":true}],
        "item":[{"linkId":"help","type":"display",
                 "extension":[{"url":"\#(Self.page)","valueCode":"crisis"}]},
                {"linkId":"more","type":"boolean"},
                {"linkId":"other","type":"display",
                 "enableWhen":[{"question":"more","operator":"=","answerBoolean":true}],
                 "extension":[{"url":"\#(Self.page)","valueCode":"emergency"}]}]}]
      """#)
    #expect(filler.linkIds(try filler.set("harm", .boolean(true)).helpPages) == ["help"])
    #expect(filler.response.urgentRecords.first?.answers == [Self.answer("Yes")])
    #expect(filler.linkIds(try filler.set("more", .boolean(true)).helpPages) == ["other"])
    #expect(filler.linkIds(try filler.set("harm", .boolean(true)).helpPages) == ["help"])
  }

  @Test func `reading a response that has none opens the pages that are open`() throws {
    let filler = try Filler(Self.items)
    let (read, _) = try filler.reading(
      document: #"""
        {"resourceType":"QuestionnaireResponse","status":"completed",
         "authored":"2026-01-05T10:00:00Z",
         "item":[{"linkId":"gate","answer":[{"valueBoolean":true}]},
                 {"linkId":"g","item":[{"linkId":"harm","answer":[{"valueBoolean":true}]}]}]}
        """#)
    #expect(read.response.urgentRecords.map(\.page) == ["help"])
    #expect(read.response.urgentRecords.first?.opened == PartialDateTime("2026-01-05T10:00:00Z"))
    #expect(try read.rewritten().response.urgentRecords.count == 1)
  }

  @Test func `a record that cannot be read is kept as it is`() throws {
    let record = #"""
      {"url":"https://intake.example/fhir/StructureDefinition/urgent-record","extension":[{"url":"kind","valueCode":"flood"}]}
      """#
    let (read, _) = try Filler(Self.items).reading(
      document:
        #"{"resourceType":"QuestionnaireResponse","status":"in-progress","extension":[\#(record)]}"#
    )
    #expect(read.response.urgentRecords.isEmpty)
    #expect(try read.text().contains(record))
  }

  @Test func `a row that is taken away leaves its record`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"g","type":"group","repeats":true,"item":[
        {"linkId":"harm","text":"Have you thought of harm?","type":"boolean"},
        {"linkId":"help","type":"display",
         "extension":[{"url":"\#(Self.page)","valueCode":"same-day"}],
         "enableWhen":[{"question":"harm","operator":"=","answerBoolean":true}]}]}]
      """#)
    try filler.addRow("g")
    try filler.set("harm", .boolean(true), instance: 1)
    try filler.removeRow(1, of: "g")
    #expect(filler.response.urgentRecords.map(\.kind) == [.sameDay])
  }

  @Test func `an end page is named when it opens`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"q","type":"boolean"},
       {"linkId":"end","type":"display",
        "extension":[{"url":"https://intake.example/fhir/StructureDefinition/end-page","valueCode":"keep"}],
        "enableWhen":[{"question":"q","operator":"=","answerBoolean":false}]}]
      """#)
    #expect(try filler.set("q", .boolean(true)).endPage == nil)
    #expect(try filler.set("q", .boolean(false)).endPage == filler.node("end"))
    #expect(filler.response.item(of: try filler.node("end")).endPage == .keep)
  }
}
