import FHIR
import Library
import Testing

@testable import FormFiller

/// Every code that an issue can have, in the smallest form and response that bring it about.
@Suite struct IssueCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: IssueCode
    let items: String
    let answers: String
    let place: String
    var severity = ResponseIssue.Severity.error
    var linkId: String? = "q"
    /// Members of the questionnaire before its items.
    var start = ""

    var testDescription: String { code.rawValue }
  }

  /// A case on one question `q` with these members, which has these answers.
  private static func q(
    _ code: IssueCode, _ members: String, _ answers: String,
    at place: String = "QuestionnaireResponse.item[0].answer[0]",
    _ severity: ResponseIssue.Severity = .error
  ) -> Case {
    Case(
      code: code, items: #"[{"linkId":"q",\#(members)}]"#,
      answers: #"[{"linkId":"q","answer":[\#(answers)]}]"#, place: place, severity: severity)
  }

  private static let item = "QuestionnaireResponse.item[0]"
  private static let core = "http://hl7.org/fhir/StructureDefinition/"
  private static func bound(_ name: String, _ value: String) -> String {
    #""extension":[{"url":"\#(core)\#(name)",\#(value)}]"#
  }

  private static let gramOnly = bound(
    "questionnaire-unitOption",
    #""valueCoding":{"system":"http://unitsofmeasure.org","code":"g"}"#)
  private static let kilogram =
    #"{"valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"kg"}}"#

  /// A form whose question 'q' has this constraint or calculation.
  private static func expression(_ code: IssueCode, _ members: String) -> Case {
    Case(
      code: code, items: #"[{"linkId":"q","type":"integer",\#(members)}]"#,
      answers: #"[{"linkId":"q","answer":[{"valueInteger":4}]}]"#, place: item)
  }

  static let cases: [Case] = [
    expression(
      .invariant,
      #""extension":[\#(ExpressionForm.constraint("even", "answer.value > 5"))]"#),
    expression(
      .invariantExecution,
      #""extension":[\#(ExpressionForm.constraint("even", "answer.value > 'a'"))]"#),
    expression(
      .calculatedValue,
      #""readOnly":true,"extension":[\#(ExpressionForm.calculated("2 + 3"))]"#),
    Case(
      code: .questionnaireDraft, items: "[]", answers: "[]",
      place: "QuestionnaireResponse.questionnaire", severity: .warning, linkId: nil,
      start: #""status":"draft","#),
    Case(
      code: .questionnaireRetired, items: "[]", answers: "[]",
      place: "QuestionnaireResponse.questionnaire", severity: .warning, linkId: nil,
      start: #""status":"retired","#),
    Case(
      code: .questionnaireInactive, items: "[]", answers: "[]",
      place: "QuestionnaireResponse.authored", severity: .warning, linkId: nil,
      start: #""effectivePeriod":{"end":"2025-12-31"},"#),
    Case(
      code: .questionnaireInactive, items: "[]", answers: "[]",
      place: "QuestionnaireResponse.authored", severity: .warning, linkId: nil,
      start: #""effectivePeriod":{"start":"2026-03-02"},"#),
    Case(
      code: .invalidLinkId, items: "[]", answers: #"[{"linkId":"q"}]"#, place: item,
      severity: .fatal),
    Case(
      code: .invalidType, items: #"[{"linkId":"q","type":"question"}]"#,
      answers: #"[{"linkId":"q"}]"#, place: item, severity: .fatal),
    q(.invalidAnswerType, #""type":"integer""#, #"{"valueString":"5"}"#, .fatal),
    q(.invalidAnswerType, #""type":"integer""#, #"{"valueInteger":5.5}"#, .fatal),
    q(.invalidAnswerType, #""type":"date""#, #"{"valueDate":"2020-02-30"}"#, .fatal),
    q(
      .invalidAnswerOption, #""type":"choice","answerOption":[{"valueCoding":{"code":"a"}}]"#,
      #"{"valueCoding":{"code":"b"}}"#),
    q(
      .invalidCoding, #""type":"choice","answerValueSet":"urn:v""#, #"{"valueCoding":{"code":"b"}}"#
    ),
    q(
      .exclusiveAnswerOption,
      #""type":"choice","repeats":true,"answerOption":[{"valueCoding":{"code":"a"}},{"valueCoding":{"code":"none"},\#(bound("questionnaire-optionExclusive", #""valueBoolean":true"#))}]"#,
      #"{"valueCoding":{"code":"a"}},{"valueCoding":{"code":"none"}}"#, at: item),
    q(.invalidUnit, #""type":"quantity",\#(gramOnly)"#, kilogram),
    q(
      .invalidUnitValueSet,
      #""type":"quantity",\#(bound("questionnaire-unitValueSet", #""valueCanonical":"urn:v""#))"#,
      kilogram),
    q(.invalidRefValue, #""type":"reference""#, #"{"valueReference":{"reference":"Patient/ 1"}}"#),
    q(
      .invalidRefResourceType, #""type":"reference""#,
      #"{"valueReference":{"reference":"Animal/1"}}"#),
    q(
      .invalidRefResourceTypeRestriction,
      #""type":"reference",\#(bound("questionnaire-referenceResource", #""valueCode":"Patient""#))"#,
      #"{"valueReference":{"reference":"Group/1"}}"#),
    Case(
      code: .required, items: #"[{"linkId":"q","type":"string","required":true}]"#, answers: "[]",
      place: "QuestionnaireResponse"),
    Case(
      code: .required,
      items:
        #"[{"linkId":"q","type":"group","required":true,"item":[{"linkId":"in","type":"string"}]}]"#,
      answers: #"[{"linkId":"q"}]"#, place: item),
    q(
      .minCount,
      #""type":"string","repeats":true,\#(bound("questionnaire-minOccurs", #""valueInteger":2"#))"#,
      #"{"valueString":"a"}"#, at: item),
    q(
      .maxCount,
      #""type":"string","repeats":true,\#(bound("questionnaire-maxOccurs", #""valueInteger":1"#))"#,
      #"{"valueString":"a"},{"valueString":"b"}"#, at: item),
    q(.repeats, #""type":"string""#, #"{"valueString":"a"},{"valueString":"b"}"#, at: item),
    Case(
      code: .repeats,
      items: #"[{"linkId":"q","type":"group","item":[{"linkId":"in","type":"string"}]}]"#,
      answers: #"[{"linkId":"q"},{"linkId":"q"}]"#, place: "QuestionnaireResponse.item[1]"),
    q(
      .minValue, #""type":"integer",\#(bound("minValue", #""valueInteger":5"#))"#,
      #"{"valueInteger":4}"#),
    q(
      .maxValue, #""type":"date",\#(bound("maxValue", #""valueDate":"2020-01-31""#))"#,
      #"{"valueDate":"2020-02"}"#),
    q(
      .minLength, #""type":"string",\#(bound("minLength", #""valueInteger":3"#))"#,
      #"{"valueString":"äö"}"#),
    q(.maxLength, #""type":"string","maxLength":2"#, #"{"valueString":"abc"}"#),
    q(
      .maxDecimalPlaces,
      #""type":"decimal",\#(bound("maxDecimalPlaces", #""valueInteger":1"#))"#,
      #"{"valueDecimal":1.50}"#),
    q(
      .regex, #""type":"string",\#(bound("regex", #""valueString":"[0-9]{2}""#))"#,
      #"{"valueString":"123"}"#),
    q(
      .maxAttachmentSize,
      #""type":"attachment",\#(bound("maxSize", #""valueDecimal":2"#))"#,
      #"{"valueAttachment":{"data":"YWJj"}}"#),
    q(
      .invalidAttachmentType,
      #""type":"attachment",\#(bound("mimeType", #""valueCode":"image/png""#))"#,
      #"{"valueAttachment":{"contentType":"text/plain"}}"#),
    q(.displayAnswer, #""type":"display""#, #"{"valueString":"a"}"#, at: item),
    Case(
      code: .groupShouldNotHaveAnswers,
      items: #"[{"linkId":"q","type":"group","item":[{"linkId":"in","type":"string"}]}]"#,
      answers: #"[{"linkId":"q","answer":[{"valueString":"a"}]}]"#, place: item),
    Case(
      code: .notEnabled,
      items: #"""
        [{"linkId":"gate","type":"boolean"},
         {"linkId":"q","type":"string","enableWhen":[
           {"question":"gate","operator":"=","answerBoolean":true}]}]
        """#,
      answers: #"[{"linkId":"q","answer":[{"valueString":"a"}]}]"#, place: item),
    q(.emptyAnswer, #""type":"string""#, #"{"id":"a"}"#),
    q(
      .emptyAnswer, #""type":"string","repeats":true"#,
      #"{"valueString":"a"},{"extension":[{"url":"\#(core)data-absent-reason","valueCode":"asked-unknown"}]}"#,
      at: "QuestionnaireResponse.item[0].answer[1]", .warning),
  ]

  private static func issues(
    _ row: Case, status: QuestionnaireResponse.Status = .completed
  ) throws -> [ResponseIssue] {
    let questionnaire = try JSONDocument(
      #"{"resourceType":"Questionnaire",\#(row.start)"item":\#(row.items)}"#)
    let source = try JSONDocument(
      #"""
      {"resourceType":"QuestionnaireResponse","status":"\#(status.rawValue)",
       "authored":"2026-03-01T09:00:00Z","item":\#(row.answers)}
      """#)
    let form = Form(try #require(Questionnaire(questionnaire.root))) { _ in
      [Concept(Coding(system: Quantity.ucum, code: "g"))]
    }
    return Response.issues(
      in: try #require(QuestionnaireResponse(source.root)), form: form)
  }

  @Test(arguments: cases)
  func `gives the code, the severity and the place`(_ row: Case) throws {
    let issues = try Self.issues(row)
    #expect(issues.map(\.code) == [row.code])
    #expect(issues.map(\.severity) == [row.severity])
    #expect(issues.map(\.linkId) == [row.linkId])
    #expect(issues.map(\.expression) == [row.place])
    #expect(issues.allSatisfy { !$0.details.isEmpty })
  }

  /// Nothing is evaluated here that could fail.
  static let unused: Set<IssueCode> = [.notEvaluated]

  @Test func `has a case for every code`() {
    #expect(Set(Self.cases.map(\.code)).union(Self.unused) == Set(IssueCode.allCases))
  }

  /// Before a response is completed, what is missing or parked is no fault.
  @Test(arguments: cases.filter { [.required, .minCount, .notEnabled].contains($0.code) })
  func `is not given for a draft`(_ row: Case) throws {
    #expect(try Self.issues(row, status: .inProgress).isEmpty)
  }

  @Test(arguments: [
    (
      #""type":"date",\#(bound("maxValue", #""valueDate":"2020-02-15""#))"#,
      #"{"valueDate":"2020-02"}"#
    ),
    (#""type":"quantity""#, kilogram),
    (#""type":"quantity",\#(gramOnly)"#, #"{"valueQuantity":{"value":1,"code":"g"}}"#),
    (#""type":"string","maxLength":2"#, #"{"valueString":"äö"}"#),
    (
      #""type":"open-choice","answerOption":[{"valueCoding":{"code":"a"}}]"#,
      #"{"valueString":"something else"}"#
    ),
    (#""type":"open-choice","answerValueSet":"urn:v""#, #"{"valueString":"something else"}"#),
    (
      #""type":"choice","answerOption":[{"valueInteger":1},{"valueInteger":2}]"#,
      #"{"valueInteger":2}"#
    ),
    (
      #""type":"string","required":true"#,
      #"{"extension":[{"url":"\#(core)data-absent-reason","valueCode":"asked-declined"}]}"#
    ),
    (#""type":"decimal",\#(bound("minValue", #""valueInteger":1"#))"#, #"{"valueDecimal":1.0}"#),
    (
      #""type":"string",\#(bound("regex", #""valueString":"[0-9]{2}""#))"#, #"{"valueString":"12"}"#
    ),
    (#""type":"reference""#, ##"{"valueReference":{"reference":"#contained"}}"##),
  ])
  func `nothing is wrong`(_ members: String, _ answer: String) throws {
    #expect(try Self.issues(Self.q(.required, members, answer)).isEmpty)
  }
}
