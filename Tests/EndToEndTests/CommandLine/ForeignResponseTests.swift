import TerminalTesting
import Testing

/// Responses that another program wrote.
@Suite struct ForeignResponseTests {
  private func run(
    _ arguments: [String], response: String, input: String = ""
  ) throws -> PipedProcess {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(response, to: "answers.json")
    return try Program.run(arguments, in: folder, input: input)
  }

  private static let whole = Forms.draft(
    status: "completed",
    items: """
      {"linkId": "name", "text": "Name", "answer": [{"valueString": "Ana"}]},
      {"linkId": "pets", "answer": [{"valueBoolean": false}]}
      """)

  @Test(arguments: [("text", "REFERRAL SUMMARY"), ("json", "{\n")])
  func aSummaryGoesToStandardOutput(_ format: String, _ start: String) throws {
    let run = try run(
      ["summary", "answers.json", "--questionnaire", "form.json", "--format", format],
      response: Self.whole)
    #expect(run.output.hasPrefix(start))
    #expect(run.output.contains("Ana"))
    #expect(run.errors.isEmpty)
    #expect(run.status == .exited(0))
  }

  @Test func aResponseComesFromStandardInput() throws {
    let run = try run(
      ["summary", "-", "--questionnaire", "form.json"], response: "", input: Self.whole)
    #expect(run.output.contains("\"Ana\""))
    #expect(run.status == .exited(0))
  }

  /// A summary is of the day of the answers, on whatever day it is made.
  @Test func whatIsWorkedOutIsOfTheDayOfTheAnswers() throws {
    let folder = try WorkFolder()
    try folder.write(
      """
      {"resourceType": "Questionnaire", "url": "https://example.org/day", "status": "active", "item": [
        {"linkId": "born", "type": "date", "text": "Born?", "code": [
          {"system": "https://intake.example/fhir/CodeSystem/summary-role", "code": "birth-date"}]},
        {"linkId": "day", "type": "date", "text": "Day", "readOnly": true, "extension": [
          {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
           "valueExpression": {"language": "text/fhirpath", "expression": "today()"}}]}]}
      """, to: "form.json")
    try folder.write(
      """
      {"resourceType": "QuestionnaireResponse", "status": "completed",
       "questionnaire": "https://example.org/day", "authored": "2001-02-03T10:00:00Z",
       "item": [{"linkId": "born", "answer": [{"valueDate": "1990-02-03"}]}]}
      """, to: "answers.json")
    let run = try Program.run(
      ["summary", "answers.json", "--questionnaire", "form.json"], in: folder)
    #expect(run.output.contains("1990-02-03 (age 11)"))
    #expect(run.output.contains("  Day                           2001-02-03"))
  }

  @Test(arguments: [
    (#"{"linkId": "shoe", "answer": [{"valueString": "43"}]}"#, "linkId='shoe'", "'shoe'"),
    (
      #"{"linkId": "pets", "answer": [{"valueString": "two"}]}"#, "linkId='pets'",
      "Do you have pets?             (could not be read)"
    ),
    (
      #"{"linkId": "pets", "answer": [{"valueBoolean": true}, {"valueBoolean": false}]}"#,
      "linkId='pets'",
      "Do you have pets?             - Yes\n                                - No"
    ),
  ])
  func whatDoesNotFitIsAnOutcome(
    _ items: String, _ location: String, _ summarised: String
  ) throws {
    let response = Forms.draft(status: "completed", items: items)
    let validation = try run(
      ["validate", "answers.json", "--questionnaire", "form.json"], response: response)
    #expect(validation.output.contains("\"resourceType\": \"OperationOutcome\""))
    #expect(validation.output.contains(location))
    #expect(validation.errors.isEmpty)
    #expect(validation.status == .exited(1))
    // A clinician gets the summary all the same, with what could not be read.
    let summary = try run(
      ["summary", "answers.json", "--questionnaire", "form.json"], response: response)
    #expect(summary.status == .exited(0))
    #expect(summary.output.contains(summarised), "\(summary.output)")
  }

  @Test func aResponseThatFitsIsValid() throws {
    let run = try run(
      ["validate", "answers.json", "--questionnaire", "form.json"], response: Self.whole)
    #expect(!run.output.contains("\"error\""))
    #expect(run.status == .exited(0))
  }

  @Test(arguments: ["summary", "validate"])
  func aResponseWithoutItsQuestionnaireIsSaid(_ command: String) throws {
    let unnamed = try run(
      [command, "answers.json"],
      response: #"{"resourceType":"#
        + #" "QuestionnaireResponse", "status": "completed"}"#)
    #expect(unnamed.errors.hasPrefix("Error: the response does not say which questionnaire"))
    #expect(unnamed.status == .exited(1))
    let unknown = try run([command, "answers.json"], response: Self.whole)
    #expect(unknown.errors.contains("https://example.org/form"))
    #expect(unknown.status == .exited(1))
    #expect(unknown.output.isEmpty)
  }

  @Test(arguments: ["summary", "validate"])
  func aBrokenResponseIsSaidWithItsPlace(_ command: String) throws {
    let run = try run(
      [command, "answers.json", "--questionnaire", "form.json"], response: "{\n\"item\": Ana}")
    #expect(run.errors == "Error: answers.json, line 2, column 9: expected a JSON value here\n")
    #expect(run.status == .exited(1))
  }
}
