import FHIR
import FormFiller
import Testing

@testable import Referral

/// Responses that another filler wrote.
@Suite struct ForeignResponseTests {
  private static let form = #"""
    {"linkId":"g","type":"group","text":"Group","item":[
      {"linkId":"a","type":"string","text":"A"},{"linkId":"b","type":"integer","text":"B"},
      {"linkId":"c","type":"boolean","text":"C"}]}
    """#

  private static func summary(
    _ items: String, status: String = "completed"
  ) throws -> ReferralSummary {
    let source = try TestForm.response(
      json: #"{"resourceType":"QuestionnaireResponse","status":"\#(status)","item":[\#(items)]}"#)
    let (response, issues) = Response.reading(source, form: try TestForm.form(Self.form))
    return ReferralSummary(
      of: response, status: try #require(source.status), context: try TestForm.context(),
      readingIssues: issues)
  }

  @Test func `shows what fits and names what does not`() throws {
    let summary = try Self.summary(
      #"""
      {"linkId":"g","item":[
        {"linkId":"a","answer":[{"valueString":"kept"}]},
        {"linkId":"b","answer":[{"valueString":"not a number"}]}]},
      {"linkId":"elsewhere","answer":[{"valueString":"unknown"}]}
      """#)
    #expect(
      summary.sections.flatMap(\.questions).map(\.state) == [.answered, .unreadable, .noAnswer])
    #expect(summary.questions(in: .unreadable).map(\.linkId) == ["b"])
    #expect(summary.questions(in: .noAnswer).map(\.linkId) == ["c"])
    #expect(summary.readingProblems.map(\.linkId) == ["b", "elsewhere"])
    #expect(summary.readingProblems.map(\.code) == [.invalidAnswerType, .invalidLinkId])
    let text = TextRenderer().render(summary)
    #expect(text.contains("DOES NOT FIT THE FORM - may be missing here (2)"))
    #expect(text.contains("COULD NOT BE READ (1)"))
    #expect(text.contains("NO ANSWER - skipped or not asked (1)"))
  }

  @Test func `says that a response is unfinished`() throws {
    let summary = try Self.summary(#"{"linkId":"g","item":[]}"#, status: "in-progress")
    #expect(summary.counts[.notReached] == 3)
    #expect(TextRenderer().render(summary).contains("PART: still in progress"))
  }

  @Test func `summarises a response without anything in it`() throws {
    let source = try TestForm.response(
      json: #"{"resourceType":"QuestionnaireResponse","status":"entered-in-error"}"#)
    let (response, issues) = Response.reading(source, form: try TestForm.form(Self.form))
    let summary = ReferralSummary(
      of: response, status: .enteredInError, context: try TestForm.context(), readingIssues: issues)
    #expect(TextRenderer().render(summary).contains("ENTERED IN ERROR"))
  }
}

extension ForeignResponseTests {
  @Test func `what cannot be worked out is named`() throws {
    let calculation =
      #"{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"'word'"}}"#
    let form = try TestForm.form(
      #"{"linkId":"n","type":"integer","text":"How many?","extension":[\#(calculation)]}"#)
    let problems = try Response(to: form).summary().readingProblems
    #expect(problems.map(\.linkId) == ["n"])
    #expect(problems.map(\.code) == [.notEvaluated])
    #expect(problems.allSatisfy { $0.details.contains("the calculatedExpression has no value") })
  }
}
