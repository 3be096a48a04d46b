import FHIR
import FormFiller
import Testing

@testable import Referral

/// What a summary makes of a response, rule by rule.
@Suite struct ReferralSummaryTests {
  private static let question = #"{"linkId":"q","type":"boolean","text":"In full?"}"#

  // MARK: - States

  @Test(
    arguments: [
      (nil, .inProgress, .notReached), (nil, .stopped, .notReached),
      (nil, .completed, .noAnswer), (nil, .amended, .noAnswer), (.clear, .completed, .skipped),
      (.clear, .inProgress, .skipped), (.decline(.askedUnknown), .stopped, .doesNotKnow),
      (.decline(.askedDeclined), .completed, .prefersNotToSay),
      (.set([.boolean(false)]), .completed, .answered),
    ] as [(Change.Action?, QuestionnaireResponse.Status, QuestionState)])
  func `tells apart why a question has no answer`(
    _ action: Change.Action?, _ status: QuestionnaireResponse.Status, _ state: QuestionState
  ) throws {
    var response = Response(to: try TestForm.form(Self.question))
    if let action { try response.change("q", action) }
    let summary = try response.summary(status)
    #expect(summary.sections.flatMap(\.questions).map(\.state) == [state])
    #expect(summary.counts[state] == 1)
    #expect(summary.counts.total == 1)
    #expect(summary.counts.asked == (state.wasAsked ? 1 : 0))
    #expect(summary.status == status)
  }

  // MARK: - Answered no

  @Test(
    arguments: [
      (#""type":"boolean""#, [.boolean(false)], true),
      (#""type":"boolean""#, [.boolean(true)], false),
      (#""type":"choice""#, [.coding(Coding(code: "none"))], true),
      (#""type":"choice""#, [.coding(Coding(code: "n", display: "None of these"))], true),
      (#""type":"choice""#, [.coding(Coding(code: "unsure"))], false),
      (#""type":"choice""#, [.coding(Coding(code: "pain"))], false),
      (#""type":"choice""#, [.coding(Coding(code: "none")), .coding(Coding(code: "pain"))], false),
      (#""type":"choice""#, [.coding(Coding(code: "m", display: "None so far"))], false),
      (#""type":"string""#, [.string("none")], false),
    ] as [(String, [AnswerValue], Bool)])
  func `knows a plain no`(_ type: String, _ values: [AnswerValue], _ isNo: Bool) throws {
    let exclusive = #"[{"url":"\#(ExtensionURL.optionExclusive.rawValue)","valueBoolean":true}]"#
    let options =
      type.contains("choice")
      ? #"""
      ,"repeats":true,"answerOption":[
        {"valueCoding":{"code":"pain","display":"Pain"}},
        {"extension":\#(exclusive),"valueCoding":{"code":"none","display":"Nothing"}},
        {"extension":\#(exclusive),"valueCoding":{"code":"n","display":"None of these"}},
        {"valueCoding":{"code":"m","display":"None so far"}},
        {"extension":\#(exclusive),"valueCoding":{"code":"unsure","display":"I am not sure"}}]
      """# : ""
    var response = Response(to: try TestForm.form(#"{"linkId":"q",\#(type)\#(options)}"#))
    try response.change("q", .set(values))
    #expect(try response.summary().answeredNo.map(\.linkId) == (isNo ? ["q"] : []))
  }

  // MARK: - Who

  @Test(
    arguments: [
      ("1950-06-01", "2025-06-01", 75...75), ("1950-06-02", "2025-06-01", 74...74),
      ("1950", "2025-06-01", 74...75), ("1950-06", "2025-06-15", 74...75),
      ("1950-05", "2025-06-15", 75...75), ("2000-02-29", "2025-02-28", 24...24),
      ("2000-02-29", "2025-03-01", 25...25), ("1950-06-01", "2025", 74...75),
      ("2026-01-01", "2025-06-01", nil), ("2025-06-01", "2025-06-01", 0...0),
    ] as [(String, String, ClosedRange<Int>?)])
  func `counts the age to the day the summary is made`(
    _ birthDate: String, _ made: String, _ age: ClosedRange<Int>?
  ) throws {
    var response = Response(
      to: try TestForm.form(#"{"linkId":"b","type":"date",\#(TestForm.role("birth-date"))}"#))
    try response.answer("b", .date(#require(PartialDate(birthDate))))
    var context = try TestForm.context()
    context.made = try #require(PartialDateTime(made))
    let summary = ReferralSummary(of: response, status: .completed, context: context)
    #expect(summary.patient.age == age)
    #expect(summary.patient.birthDate?.answers.map(\.text) == [birthDate])
  }

  @Test func `counts the age to the day of the answers, where that is known`() throws {
    var response = Response(
      to: try TestForm.form(#"{"linkId":"b","type":"date",\#(TestForm.role("birth-date"))}"#))
    try response.answer("b", .date(#require(PartialDate("1950-06-02"))))
    var context = try TestForm.context()
    context.made = try #require(PartialDateTime("2025-06-02"))
    context.answered = PartialDateTime("2025-06-01T23:00:00Z")
    let summary = ReferralSummary(of: response, status: .completed, context: context)
    #expect(summary.patient.age == 74...74)
  }

  @Test func `finds who it is about and who answered by their roles`() throws {
    let roles = [
      "consent", "patient-name", "phone", "respondent", "helper-name", "helper-relation",
      "legal-decision-maker",
    ]
    let items = roles.map { #"{"linkId":"x-\#($0)","type":"string",\#(TestForm.role($0))}"# }
    var response = Response(to: try TestForm.form(items.joined(separator: ",")))
    for role in roles { try response.answer("x-\(role)", .string("the \(role)")) }
    try response.change("x-phone", .decline(.askedDeclined))
    var context = try TestForm.context()
    context.authors = [.form, .helper, .patient]
    let summary = ReferralSummary(of: response, status: .completed, context: context)
    #expect(summary.consent?.answers.map(\.text) == ["the consent"])
    #expect(summary.patient.name?.answers.map(\.text) == ["the patient-name"])
    #expect(summary.patient.phone?.state == .prefersNotToSay)
    #expect(summary.patient.birthDate == nil)
    #expect(summary.respondent.who?.answers.map(\.text) == ["the respondent"])
    #expect(summary.respondent.helperName?.answers.map(\.text) == ["the helper-name"])
    #expect(summary.respondent.helperRelation?.answers.map(\.text) == ["the helper-relation"])
    #expect(summary.respondent.mayDecide?.answers.map(\.text) == ["the legal-decision-maker"])
    #expect(summary.respondent.authors == [.helper, .patient])
  }

  // MARK: - What is not shown

  @Test func `shows nothing that is disabled, hidden or not a question`() throws {
    let hidden = #""extension":[{"url":"\#(ExtensionURL.hidden.rawValue)","valueBoolean":true}]"#
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"gate","type":"boolean"},
        {"linkId":"parked","type":"string",
         "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}]},
        {"linkId":"hidden","type":"group",\#(hidden),"item":[{"linkId":"inside","type":"string"}]},
        {"linkId":"empty","type":"group","item":[{"linkId":"help","type":"display","text":"x"}]},
        {"linkId":"fixed","type":"integer","readOnly":true,"initial":[{"valueInteger":7}]},
        {"linkId":"uncounted","type":"integer","readOnly":true}
        """#))
    try response.answer("gate", .boolean(true))
    try response.answer("parked", .string("secret"))
    try response.answer("inside", .string("secret"))
    try response.answer("gate", .boolean(false))
    let summary = try response.summary()
    let questions = summary.sections.flatMap(\.questions)
    #expect(questions.map(\.linkId) == ["gate", "fixed"])
    #expect(questions.map(\.origin) == [.person, .form])
    #expect(summary.counts.total == 1)
    for format in SummaryFormat.allCases { #expect(!format.render(summary).contains("secret")) }
  }

  @Test func `keeps urgent records first and whole, whatever was changed later`() throws {
    let page = #""extension":[{"url":"\#(ExtensionURL.helpPage.rawValue)","valueCode":"crisis"}]"#
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"q","type":"boolean","text":"Do you need help?"},
        {"linkId":"page","type":"display","text":"Help",\#(page),
         "enableWhen":[{"question":"q","operator":"=","answerBoolean":true}]}
        """#))
    try response.answer("q", .boolean(true))
    try response.answer("q", .boolean(false))
    let summary = try response.summary(.stopped)
    #expect(summary.urgent == response.urgentRecords)
    #expect(summary.urgent.map(\.answers.first?.answer) == ["Yes"])
    #expect(summary.urgent.first?.laterAnswers.map(\.answer.answer) == ["No"])
    let lines = TextRenderer().render(summary).split(separator: "\n").map(String.init)
    let urgent = try #require(lines.firstIndex(of: "URGENT (1)"))
    #expect(
      Array(lines[(urgent + 2)..<(urgent + 4)]) == [
        "! Help: Do you need help? \"Yes\" (crisis page, 2025-06-01 10:00 UTC+02:00; closed",
        "  by later answers 10:00; Later, 10:00: Do you need help? \"No\")",
      ])
    let detail = try #require(
      lines.firstIndex(
        of: "! Help (crisis page, 2025-06-01 10:00 UTC+02:00; closed by later answers"))
    #expect(
      Array(lines[(detail + 1)..<(detail + 6)]) == [
        "  10:00)", "    Do you need help?", "      \"Yes\"", "    Later, 10:00: Do you need help?",
        "      \"No\"",
      ])
    let answeredNo = try #require(lines.firstIndex(of: "ASKED, ANSWERED NO (1)"))
    #expect(urgent < answeredNo)
  }

  // MARK: - Waits for staff

  private static let gated = #"""
    {"linkId":"gate","type":"boolean",\#(TestForm.role("private-answers"))},
    {"linkId":"other","type":"boolean"},
    {"linkId":"private","type":"group","text":"Private","item":[{"linkId":"p","type":"string"}],
     "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}]},
    {"linkId":"usual","type":"group","text":"Usual","item":[{"linkId":"u","type":"string"}],
     "enableWhen":[{"question":"other","operator":"=","answerBoolean":true}]}
    """#

  @Test(
    arguments: [
      (nil, .inProgress, false), (nil, .completed, true), (.clear, .inProgress, true),
      (.decline(.askedUnknown), .inProgress, true), (.decline(.askedDeclined), .inProgress, true),
      (.set([.boolean(false)]), .inProgress, true), (.set([.boolean(true)]), .inProgress, false),
    ] as [(Change.Action?, QuestionnaireResponse.Status, Bool)])
  func `lists what waits for staff because nobody said it was private`(
    _ action: Change.Action?, _ status: QuestionnaireResponse.Status, _ waits: Bool
  ) throws {
    var response = Response(to: try TestForm.form(Self.gated))
    try response.answer("other", .boolean(false))
    if let action { try response.change("gate", action) }
    #expect(try response.summary(status).waitsForStaff.map(\.linkId) == (waits ? ["private"] : []))
  }
}
