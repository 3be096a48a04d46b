import FHIR
import Testing

@testable import FormFiller

/// When pages of help are due and what of them comes into the urgent record.
@Suite struct HelpPageMomentTests {
  private static func filler() throws -> Filler { try Filler(CrisisForm.items) }

  private static func due(_ filler: Filler, before linkId: String?) throws -> [String] {
    let stop = try linkId.map { Stop.item(try filler.node($0)) }
    return filler.linkIds(filler.response.helpPagesDue(before: stop))
  }

  private static func pages(_ filler: Filler) -> [String] {
    filler.response.urgentRecords.map(\.page)
  }

  @Test(arguments: [
    (HelpPageMoment.atOnce, ["page"], ["page"]), (.inTurn, [], []), (.record, ["page"], []),
  ])
  func `a moment says what is recorded and shown when an answer opens a page`(
    _ moment: HelpPageMoment, _ recorded: [String], _ shown: [String]
  ) throws {
    var filler = try Filler(
      """
      [{"linkId":"one","type":"boolean"},
       \(CrisisForm.page("page", moment, CrisisForm.any(CrisisForm.condition("one", "=", true))))]
      """)
    let outcome = try filler.set("one", .boolean(true), minute: 1)
    #expect(filler.linkIds(outcome.recorded) == recorded)
    #expect(filler.linkIds(outcome.helpPages) == shown)
    #expect(Self.pages(filler) == recorded)
    #expect(try filler.set("one", .boolean(true), minute: 2).recorded.isEmpty, "recorded once")
  }

  @Test func `a page without a moment comes at once`() throws {
    #expect(
      QuestionnaireItem(
        try JSONDocument(#"{"linkId":"a","type":"display"}"#).root
      ).helpPageMoment == .atOnce)
  }

  enum Last: CaseIterable {
    case yes
    case no
    case skipped
    case unknown
    case declined

    func apply(to filler: inout Filler, minute: Int) throws {
      switch self {
      case .yes: try filler.set("now", .boolean(true), minute: minute)
      case .no: try filler.set("now", .boolean(false), minute: minute)
      case .skipped: try filler.clear("now", minute: minute)
      case .unknown: try filler.decline("now", .askedUnknown, minute: minute)
      case .declined: try filler.decline("now", .askedDeclined, minute: minute)
      }
    }

    var page: String { self == .no ? "calm" : "acute" }
    var words: String {
      switch self {
      case .yes: "Yes"
      case .no: "No"
      case .skipped: "no answer"
      case .unknown: "does not know"
      case .declined: "prefers not to say"
      }
    }
  }

  @Test(arguments: Last.allCases)
  func `a page waits for its turn, and comes also after what is not an answer`(_ last: Last) throws
  {
    var filler = try Self.filler()
    // Nobody has been asked, and the page is open already.
    #expect(try filler.isEnabled("acute"))
    #expect(try Self.due(filler, before: nil).isEmpty && Self.pages(filler).isEmpty)
    try filler.set("one", .boolean(true), minute: 1)
    try filler.set("two", .boolean(false), minute: 2)
    #expect(Self.pages(filler) == ["positive"])
    #expect(try Self.due(filler, before: "now").isEmpty)

    try last.apply(to: &filler, minute: 3)
    #expect(try Self.due(filler, before: "now").isEmpty, "the page lies behind it")
    #expect(try Self.due(filler, before: "after") == [last.page])
    #expect(try Self.due(filler, before: nil) == [last.page])
    #expect(Self.pages(filler) == ["positive"])

    let outcome = try filler.note(.reached, last.page, minute: 4)
    #expect(filler.linkIds(outcome.recorded) == [last.page])
    let record = try #require(filler.response.urgentRecords.last)
    #expect(record.page == last.page)
    #expect(record.opened == (try Filler.time(minute: 4)))
    #expect(record.answers.map(\.answer) == [last.words])
    #expect(try Self.due(filler, before: nil) == [last.page], "until the person has gone on")

    try filler.note(.shown, last.page, minute: 5)
    try filler.note(.acknowledged, last.page, minute: 6)
    #expect(try Self.due(filler, before: nil).isEmpty)
  }

  @Test func `once no danger is said, the pages and the question do not come`() throws {
    var filler = try Self.filler()
    try filler.set("one", .boolean(false))
    try filler.set("two", .boolean(false))
    #expect(try !filler.isEnabled("now"))
    #expect(try Self.due(filler, before: nil).isEmpty)
  }

  @Test func `events keep their first time, and make no other record`() throws {
    var filler = try Self.filler()
    try filler.clear("now", minute: 1)
    for minute in 2...3 {
      for event in HelpPageEvent.allCases { try filler.note(event, "acute", minute: minute) }
    }
    let record = try #require(filler.response.urgentRecords.first)
    let first = try Filler.time(minute: 2)
    #expect(filler.response.urgentRecords.count == 1)
    #expect(
      [record.opened, record.staffCalled, record.shown, record.acknowledged]
        == [first, first, first, first])
    #expect(record.closed == nil)
  }

  @Test func `a page comes again when its question is answered again, and only then`() throws {
    var filler = try Self.filler()
    try filler.set("now", .boolean(true), minute: 1)
    try filler.note(.acknowledged, "acute", minute: 2)
    try filler.set("one", .boolean(true), minute: 3)
    #expect(try Self.due(filler, before: nil).isEmpty)
    for (minute, last) in [(4, Last.yes), (6, .skipped), (8, .declined)] {
      try last.apply(to: &filler, minute: minute)
      #expect(try Self.due(filler, before: nil) == ["acute"], "\(last)")
      try filler.note(.acknowledged, "acute", minute: minute + 1)
    }
    let record = try #require(filler.response.urgentRecords.first)
    #expect(record.acknowledged == (try Filler.time(minute: 2)))
    #expect(record.laterAnswers.map(\.answer.answer) == ["Yes", "no answer", "prefers not to say"])
  }

  @Test func `a page that closed and opens again is another record`() throws {
    var filler = try Self.filler()
    try filler.set("now", .boolean(true), minute: 1)
    try filler.note(.acknowledged, "acute", minute: 2)
    try filler.set("now", .boolean(false), minute: 3)
    #expect(filler.response.urgentRecords.map(\.closed) == [try Filler.time(minute: 3)])
    #expect(try Self.due(filler, before: nil) == ["calm"])
    try filler.note(.acknowledged, "calm", minute: 4)
    try filler.set("now", .boolean(true), minute: 5)
    #expect(try Self.due(filler, before: nil) == ["acute"])
    // Left before the page was reached, it comes in the next visit.
    #expect(try Self.due(try filler.rewritten(), before: nil) == ["acute"])
    try filler.note(.reached, "acute", minute: 6)
    #expect(Self.pages(filler) == ["acute", "calm", "acute"])
  }

  @Test func `another answer that would have opened it is added, and those that would not are not`()
    throws
  {
    var filler = try Self.filler()
    try filler.set("one", .boolean(true), minute: 1)
    try filler.set("two", .boolean(false), minute: 2)
    try filler.set("two", .boolean(true), minute: 3)
    try filler.set("two", .boolean(false), minute: 4)
    let record = try #require(filler.response.urgentRecords.first)
    #expect(record.answers.map(\.linkId) == ["one"])
    #expect(
      record.laterAnswers.map { "\($0.answer.linkId) \($0.answer.answer)" } == [
        "two Yes", "two No",
      ])
  }

  @Test func `leaving a question brings the pages that wait behind it without an answer`() throws {
    var filler = try Self.filler()
    func leaving(_ linkId: String) throws -> [String] {
      filler.linkIds(filler.response.helpPagesDue(onLeaving: try filler.node(linkId)))
    }
    #expect(try leaving("one").isEmpty)
    #expect(try leaving("two").isEmpty)
    #expect(try leaving("now") == ["acute"])
    #expect(try leaving("after").isEmpty)
    try filler.note(.acknowledged, "acute", minute: 1)
    #expect(try leaving("now").isEmpty)
  }

  @Test func `a page that stays closed takes no notes, and other items none`() throws {
    var filler = try Self.filler()
    let outcome = try filler.note(.shown, "positive", minute: 1)
    #expect(outcome.recorded.isEmpty && Self.pages(filler).isEmpty)
    #expect(throws: ChangeError.notAHelpPage(linkId: "now")) { try filler.note(.shown, "now") }
  }

  // MARK: - Reading what was written

  @Test(arguments: [QuestionnaireResponse.Status.inProgress, .stopped, .completed])
  func `what happened with a page is written and read back`(
    _ status: QuestionnaireResponse.Status
  ) throws {
    var filler = try Self.filler()
    try filler.set("one", .boolean(true), minute: 1)
    try filler.set("now", .boolean(true), minute: 2)
    for (index, event) in HelpPageEvent.allCases.enumerated() {
      try filler.note(event, "acute", minute: 3 + index)
    }
    try filler.set("now", .boolean(false), minute: 9)
    try filler.note(.reached, "calm", minute: 10)
    let again = try filler.reading(document: filler.text(status)).filler
    #expect(again.response.urgentRecords == filler.response.urgentRecords)
    #expect(again.response.urgentRecords.count == 3)
    #expect(try again.text(status) == filler.text(status))
  }

  /// What a response of another program holds, and which pages are recorded when it is read.
  @Test(arguments: [
    ("in-progress", "", []),
    ("in-progress", #"{"linkId":"now"}"#, ["acute"]),
    ("in-progress", #"{"linkId":"now","answer":[{"valueBoolean":true}]}"#, ["acute"]),
    ("in-progress", #"{"linkId":"now","answer":[{"valueBoolean":false}]}"#, ["calm"]),
    ("completed", #"{"linkId":"now","answer":[{"valueBoolean":true}]}"#, ["acute"]),
    // Nothing says that anybody was asked.
    ("completed", "", []),
  ])
  func `reading records what was reached`(
    _ status: String, _ item: String, _ pages: [String]
  ) throws {
    let items = item.isEmpty ? "[]" : #"[{"linkId":"last","item":[\#(item)]}]"#
    let (read, _) = try Self.filler().reading(
      document: #"""
        {"resourceType":"QuestionnaireResponse","status":"\#(status)",
         "authored":"2026-01-05T10:00:00Z","item":\#(items)}
        """#)
    #expect(Self.pages(read) == pages)
    #expect(try Self.due(read, before: nil) == pages, "nobody has gone on from it")
    #expect(try Self.pages(read.rewritten()) == pages)
  }

  @Test func `a page is due in the next visit unless the person has gone on from it`() throws {
    var filler = try Self.filler()
    try filler.clear("now", minute: 1)
    try filler.note(.reached, "acute", minute: 2)
    try filler.note(.shown, "acute", minute: 2)
    #expect(try Self.due(try filler.rewritten(), before: nil) == ["acute"])
    try filler.note(.acknowledged, "acute", minute: 3)
    #expect(try Self.due(try filler.rewritten(), before: nil).isEmpty)
  }

  @Test func `a row's page looks at its own row`() throws {
    var filler = try Filler(
      """
      [{"linkId":"g","type":"group","repeats":true,"item":[
        {"linkId":"one","text":"One?","type":"boolean"},
        \(CrisisForm.page("page", .inTurn, CrisisForm.any(CrisisForm.condition("one", "=", true))))]}]
      """)
    try filler.addRow("g")
    try filler.set("one", .boolean(true), instance: 0, minute: 1)
    try filler.note(.acknowledged, "page", minute: 2)
    try filler.set("one", .boolean(true), instance: 1, minute: 3)
    let due = filler.response.helpPagesDue(before: nil)
    #expect(due == [try filler.node("page", 1)])
    try filler.note(.acknowledged, "page", instance: 1, minute: 4)
    try filler.set("one", .boolean(false), instance: 1, minute: 5)
    #expect(
      filler.response.urgentRecords.map { $0.laterAnswers.map(\.answer.answer) } == [[], ["No"]])
    #expect(filler.response.urgentRecords.map { $0.closed == nil } == [true, false])
    // The record that was not closed is the first row's.
    let again = try filler.rewritten()
    #expect(again.response.helpPagesDue(before: nil).isEmpty)
  }

  @Test func `an expression's questions are quoted, and bring the page again`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"high","text":"High?","type":"integer"},
       {"linkId":"page","type":"display","extension":[
         {"url":"\#(CrisisForm.own)help-page","valueCode":"same-day"},
         {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
          "valueExpression":{"language":"text/fhirpath",
           "expression":"%resource.item.where(linkId='high').answer.value >= 180"}}]}]
      """#)
    #expect(filler.linkIds(try filler.set("high", .integer(190), minute: 1).helpPages) == ["page"])
    #expect(filler.response.urgentRecords.first?.answers.map(\.answer) == ["190"])
    #expect(filler.linkIds(try filler.set("high", .integer(185), minute: 2).helpPages) == ["page"])
    try filler.set("high", .integer(120), minute: 3)
    #expect(
      filler.response.urgentRecords.first?.laterAnswers.map(\.answer.answer) == ["185", "120"])
  }
}
