import FHIR
import FHIRPath
import Testing

@testable import FormFiller

/// A form as the builder of Aidbox (Formbox) writes it: random linkIds, expressions over
/// `repeat(item)`, a table of rows, a slider.
@Suite struct FormboxOfAidboxTests {
  private static let sdc = ExpressionForm.sdc
  private static let core = ExpressionForm.core

  private static func control(_ code: String) -> String {
    #"""
    {"url":"\#(core)questionnaire-itemControl","valueCodeableConcept":{"coding":[
      {"system":"http://hl7.org/fhir/questionnaire-item-control","code":"\#(code)"}]}}
    """#
  }

  private static let form = #"""
    {"resourceType":"Questionnaire","id":"a1b2","url":"http://forms.example.org/Questionnaire/rows",
     "version":"1.0.0","status":"active","title":"Rows","subjectType":["Patient"],
     "meta":{"lastUpdated":"2025-06-01T10:00:00Z","versionId":"17"},
     "extension":[
      {"url":"http://forms.example.org/StructureDefinition/theme","valueString":"default"},
      {"url":"\#(sdc)launchContext","extension":[
        {"url":"name","valueCoding":{"system":"http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext",
          "code":"patient","display":"Patient"}},
        {"url":"type","valueCode":"Patient"}]},
      {"url":"\#(sdc)assembledFrom","valueCanonical":"http://forms.example.org/Questionnaire/part|1"}],
     "item":[
      {"linkId":"q7Fh2kQp","type":"date","text":"Born","extension":[
        {"url":"\#(sdc)initialExpression","valueExpression":{"language":"text/fhirpath",
          "expression":"%patient.birthDate"}},
        {"url":"\#(sdc)shortText","valueString":"DOB"}]},
      {"linkId":"grp00Zx1","type":"group","text":"Walks","repeats":true,
       "extension":[\#(control("gtable")),
        {"url":"\#(core)questionnaire-constraint","extension":[
          {"url":"key","valueId":"c1"},{"url":"severity","valueCode":"error"},
          {"url":"human","valueString":"A walk takes time."},
          {"url":"expression","valueString":"item.where(linkId='min9Pq2r').answer.value > 0"},
          {"url":"requirements","valueMarkdown":"asked for by the team"}]}],
       "item":[
        {"linkId":"min9Pq2r","type":"integer","text":"Minutes","required":true,
         "extension":[{"url":"\#(core)questionnaire-unit","valueCoding":
           {"system":"http://unitsofmeasure.org","code":"min","display":"minutes"}}]},
        {"linkId":"how1Aa2b","type":"integer","text":"How hard?","extension":[
          \#(control("slider")),{"url":"\#(core)minValue","valueInteger":0},
          {"url":"\#(core)maxValue","valueInteger":10},
          {"url":"\#(core)questionnaire-sliderStepValue","valueInteger":2}]}]},
      {"linkId":"sum5Tt6u","type":"integer","text":"Minutes in all","readOnly":true,
       "extension":[{"url":"\#(sdc)calculatedExpression","valueExpression":{"language":"text/fhirpath",
         "expression":"%resource.repeat(item).where(linkId='min9Pq2r').answer.valueInteger.sum()"}}]},
      {"linkId":"why3Cc4d","type":"choice","text":"Why so few?","repeats":false,"enableBehavior":"any",
       "enableWhen":[{"question":"sum5Tt6u","operator":"<","answerInteger":30}],
       "extension":[\#(control("radio-button")),{"url":"\#(core)questionnaire-choiceOrientation","valueCode":"horizontal"}],
       "answerOption":[{"valueCoding":{"code":"rain","display":"Rain"}},{"valueCoding":{"code":"pain","display":"Pain"}}]}]}
    """#

  @Test func `is filled, with rows, a total and a start`() throws {
    let form = try EditorForm.form(Self.form)
    #expect(form.problems.filter { $0.severity == .error } == [])
    let patient = ResourceTree(
      try JSONDocument(#"{"resourceType":"Patient","birthDate":"1950-04-03"}"#).root
    ).root
    var response = Response(to: form, in: FormContext(resources: ["patient": patient]))
    #expect(response.values("q7Fh2kQp") == ["1950-04-03"])
    try response.answer("min9Pq2r", .integer(10))
    #expect(response.enabled("why3Cc4d") == [true])
    try response.change(.addRow, "grp00Zx1")
    try response.answer("min9Pq2r", .integer(0), instance: 1)
    #expect(response.issues().map(\.details) == ["A walk takes time."])
    try response.answer("min9Pq2r", .integer(25), instance: 1)
    #expect(response.values("sum5Tt6u") == ["35"])
    #expect(response.enabled("why3Cc4d") == [false])
    #expect(
      try response.completedAnswers()
        == ["q7Fh2kQp=1950-04-03", "min9Pq2r=10", "min9Pq2r=25", "sum5Tt6u=35"])
  }
}
