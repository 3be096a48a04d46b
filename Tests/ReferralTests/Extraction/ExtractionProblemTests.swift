import FHIR
import FormFiller
import Testing

@testable import Referral

/// What is wrong with what a form says of extraction.
@Suite struct ExtractionProblemTests {
  private typealias Case = ExtractionCase

  /// A form with a question `t` and what is wrong with it.
  struct ProblemCase: CustomTestStringConvertible {
    let testDescription: String
    var marks = Case.use("p")
    var codes = ""
    var type = "string"
    var form = ""
    var template = #""type":{"text":"x"}"#
    /// The start of the problem in words.
    let problem: String
    var severity = ExtractionProblem.Severity.error
  }

  private static func valued(_ expression: String) -> String {
    #""type":{"_text":\#(Case.value(expression))}"#
  }

  /// What can be told without a response.
  static let known = [
    ProblemCase(
      testDescription: "no template", marks: Case.sdc("templateExtract", #""extension":[]"#),
      problem: "the templateExtract has no \"template\""),
    ProblemCase(
      testDescription: "template not contained", marks: Case.use("other"),
      problem: "the templateExtract names #other, which the questionnaire does not contain"),
    ProblemCase(
      testDescription: "a part that is none", marks: Case.use("p", ["fullURL": "'x'"]),
      problem: "a templateExtract has no part \"fullURL\""),
    ProblemCase(
      testDescription: "an expression that cannot be read", template: valued("answer."),
      problem: "the templateExtractValue cannot be used: syntax error"),
    ProblemCase(
      testDescription: "a part that cannot be read", marks: Case.use("p", ["fullUrl": "'"]),
      problem: "the fullUrl cannot be used: syntax error"),
    ProblemCase(
      testDescription: "no expression",
      template:
        #""type":{"_text":{"extension":[{"url":"\#(ExtensionURL.templateExtractValue.rawValue)"}]}}"#,
      problem: "the templateExtractValue has no expression"),
    ProblemCase(
      testDescription: "another language",
      template:
        #""extension":[\#(Case.sdc("templateExtractContext", #""valueExpression":{"language":"text/cql","expression":"x"}"#))],"type":{"text":"x"}"#,
      problem: "the templateExtractContext is in the language \"text/cql\""),
    ProblemCase(
      testDescription: "an unknown variable", template: valued("%nobody"),
      problem: "the templateExtractValue uses %nobody, which nothing defines here"),
    ProblemCase(
      testDescription: "an unknown item",
      template: valued("%resource.item.where(linkId = 'u').answer.value"),
      problem: "the templateExtractValue reads 'u', which no item has"),
    ProblemCase(
      testDescription: "an unknown value set", template: valued("answer.value.memberOf('urn:v')"),
      problem: "the templateExtractValue asks about the value set urn:v, which cannot be used"),
    ProblemCase(
      testDescription: "an element under another name", template: valued("answer.valueString"),
      problem: "the templateExtractValue: ", severity: .warning),
    ProblemCase(
      testDescription: "a value on the resource",
      template:
        #""extension":[\#(Case.sdc("templateExtractValue", #""valueString":"answer""#))],"type":{"text":"x"}"#,
      problem: "a templateExtractValue stands on a resource as a whole"),
    ProblemCase(
      testDescription: "an element that R4 has not", template: #""type":{"txt":"x"}"#,
      problem: "there is no element Specimen.type.txt in R4"),
    ProblemCase(
      testDescription: "an element of another type", template: #""type":{"text":4}"#,
      problem: "the value of Specimen.type.text is no string"),
    ProblemCase(
      testDescription: "a reference that cannot be taken along",
      template: ##""type":{"text":"x"},"subject":{"reference":"#patient"}"##,
      problem: "the template refers to #patient"),
    ProblemCase(
      testDescription: "an identifier without name",
      marks: Case.sdc("extractAllocateId", #""valueString":"""#),
      problem: "the extractAllocateId has no name"),
    ProblemCase(
      testDescription: "an identifier twice",
      marks: Case.identifier("i") + "," + Case.identifier("i"),
      problem: "the identifier %i is allocated twice"),
    ProblemCase(
      testDescription: "no code", marks: Case.observed(),
      problem: "the item is to become an observation and has no code"),
    ProblemCase(
      testDescription: "a relationship that is none", marks: Case.observed(as: "child"),
      codes: Case.code("c"), problem: "there is no relationship \"child\" of observations"),
    ProblemCase(
      testDescription: "a component of nothing", marks: Case.observed(as: "component"),
      codes: Case.code("c"), problem: "the item is to be \"component\" of an observation"),
    ProblemCase(
      testDescription: "a type without value", marks: Case.observed(), codes: Case.code("c"),
      type: "reference", problem: "an answer of the type reference cannot be the value"),
    ProblemCase(
      testDescription: "a way that there is not",
      marks: Case.sdc("definitionExtract", #""extension":[]"#),
      problem: "the extension \(ExtractionCase.sdc)definitionExtract is not supported",
      severity: .warning),
  ]

  @Test(arguments: known) func `problems of the form are known beforehand`(
    _ problem: ProblemCase
  ) throws {
    let form = try Self.form(problem)
    let problems = ExtractionPlan(of: form).problems
    #expect(problems.count == 1, "\(problems)")
    let first = try #require(problems.first)
    #expect("\(first)".hasPrefix("linkId 't': \(problem.problem)"), "\(first)")
    #expect(first.severity == problem.severity)
    guard problem.severity == .error else { return }
    // Nothing is extracted, and it is said once.
    let answers = problem.type == "string" ? Case.answer("t", #""valueString":"x""#) : ""
    let extraction = try Case.extraction(form, answers: answers)
    #expect(extraction.problems == problems)
    #expect(extraction.entries.isEmpty)
  }

  /// What shows only in a response.
  static let found = [
    ProblemCase(
      testDescription: "an expression that cannot be evaluated",
      template: valued("(1 | 2).single().toString()"),
      problem: "the templateExtractValue has no value: execution error"),
    ProblemCase(
      testDescription: "several values", template: valued("'a' | 'b'"),
      problem: "the templateExtractValue gives several values where one belongs"),
    ProblemCase(
      testDescription: "several addresses", marks: Case.use("p", ["fullUrl": "'a' | 'b'"]),
      problem: "the fullUrl gives several values where one belongs"),
    ProblemCase(
      testDescription: "a value of another type", template: valued("4"),
      problem: "the value of Specimen.type.text is no string"),
    ProblemCase(
      testDescription: "an object where a text belongs", template: valued("%context"),
      problem: "the value of Specimen.type.text is no string"),
    ProblemCase(
      testDescription: "a text where an object belongs",
      template: #""type":\#(Case.value("'x'"))"#,
      problem: "the value of Specimen.type is no CodeableConcept"),
    ProblemCase(
      testDescription: "a type as value", template: #""type":{"_text":\#(Case.value("type()"))}"#,
      problem: "the templateExtractValue gives something that a resource cannot hold"),
    ProblemCase(
      testDescription: "an address that nobody has",
      marks: Case.identifier("i") + "," + Case.use("p"),
      template: #""type":{"text":"x"},"subject":{"_reference":\#(Case.value("%i"))}"#,
      problem: "a reference points to urn:uuid:1, which no extracted resource has"),
    ProblemCase(
      testDescription: "an address twice",
      marks: Case.identifier("i") + "," + Case.use("p", ["fullUrl": "%i"]) + ","
        + Case.use("p", ["fullUrl": "%i"]),
      problem: "two resources have the address urn:uuid:1"),
    ProblemCase(
      testDescription: "a resource updated twice",
      marks: Case.use("p", ["resourceId": "'7'"]) + "," + Case.use("p", ["resourceId": "'7'"]),
      problem: "two resources have the address Specimen/7"),
  ]

  @Test(arguments: found) func `problems of a response are found`(
    _ problem: ProblemCase
  ) throws {
    let form = try Self.form(problem)
    #expect(ExtractionPlan(of: form).problems.isEmpty)
    let extraction = try Case.extraction(form, answers: Case.answer("t", #""valueString":"x""#))
    #expect(extraction.problems.count == 1, "\(extraction.problems)")
    let first = try #require(extraction.problems.first)
    #expect("\(first)".hasPrefix("linkId 't': \(problem.problem)"), "\(first)")
    #expect(first.severity == .error)
  }

  @Test func `a resource without what R4 demands is told of`() throws {
    let form = try Case.form(
      Case.item("t", "string", extensions: Case.use("p")),
      contained: #"{"resourceType":"MedicationStatement","id":"p","status":"active"}"#)
    let extraction = try Case.extraction(form, answers: Case.answer("t", #""valueString":"x""#))
    #expect(
      extraction.problems.map(\.kind) == [
        .missingElement(path: "MedicationStatement.medication"),
        .missingElement(path: "MedicationStatement.subject"),
      ])
  }

  @Test func `all problems are told, each with its place`() throws {
    let form = try TestForm.form(
      json: """
        {"resourceType":"Questionnaire","status":"active","item":[
         {"linkId":"a","type":"string","extension":[
          \(Case.use("none"))]},
         {"linkId":"b","type":"string","extension":[
          \(Case.identifier(""))]}]}
        """)
    let problems = ExtractionPlan(of: form).problems
    #expect(problems.map(\.linkId) == ["a", "b"])
    #expect(problems.map(\.position.line) == [3, 5])
  }

  @Test func `observations within what is left out are told of`() throws {
    let inner = Case.item("t", "string", extensions: Case.observed(), codes: Case.code("c"))
    let form = try Case.form(
      Case.item("g", "group", extensions: Case.observed(false), #","item":[\#(inner)]"#))
    let extraction = try Case.extraction(
      form, answers: Case.row("g", Case.answer("t", #""valueString":"x""#)))
    #expect(extraction.problems.map(\.kind) == [.observationWithinExcluded])
    #expect(extraction.entries.isEmpty)
  }

  @Test func `nothing is made of what was entered in error`() throws {
    let form = try Case.form(
      Case.item("t", "string", extensions: Case.observed(), codes: Case.code("c")))
    let extraction = try Case.extraction(
      form, answers: Case.answer("t", #""valueString":"x""#),
      heading: #""status":"entered-in-error""#)
    #expect(extraction.problems.map(\.kind) == [.enteredInError])
    #expect(extraction.entries.isEmpty)
  }

  private static func form(_ problem: ProblemCase) throws -> Form {
    try Case.form(
      Case.item("t", problem.type, extensions: problem.marks, codes: problem.codes),
      extensions: problem.form,
      contained: #"{"resourceType":"Specimen","id":"p",\#(problem.template)}"#)
  }
}
