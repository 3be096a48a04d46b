import FHIR
import Testing

@testable import FormFiller

/// A form as Medplum's builder writes it: an id for everything, texts as options of a choice, pages.
@Suite struct FormBuilderOfMedplumTests {
  private static let core = ExpressionForm.core

  private static let form = #"""
    {"resourceType":"Questionnaire","id":"0193","status":"active","name":"Visit","title":"Visit",
     "meta":{"project":"p1","author":{"reference":"Practitioner/1"},"compartment":[{"reference":"Project/p1"}]},
     "item":[
      {"id":"id-1","linkId":"g1","type":"group","text":"Page 1","extension":[
        {"url":"\#(core)questionnaire-itemControl","valueCodeableConcept":{"coding":[
          {"system":"http://hl7.org/fhir/questionnaire-item-control","code":"page"}]}}],
       "item":[
        {"id":"id-2","linkId":"q1","type":"choice","text":"When?","required":true,"answerOption":[
          {"id":"id-3","valueString":"Morning"},{"id":"id-4","valueString":"Evening"}]},
        {"id":"id-5","linkId":"q2","type":"choice","text":"Which days?","repeats":true,"extension":[
          {"url":"\#(core)questionnaire-itemControl","valueCodeableConcept":{"coding":[
            {"system":"http://hl7.org/fhir/questionnaire-item-control","code":"check-box","display":"Checkbox"}],
            "text":"Checkbox"}}],
         "answerOption":[{"id":"id-6","valueString":"Monday"},{"id":"id-7","valueString":"Friday"}],
         "enableWhen":[{"question":"q1","operator":"!=","answerString":"Evening"}]},
        {"id":"id-8","linkId":"q3","type":"reference","text":"Who sees you?","extension":[
          {"url":"\#(core)questionnaire-referenceResource","valueCode":"Practitioner"}]},
        {"id":"id-9","linkId":"q4","type":"boolean","text":"","initial":[{"id":"id-10","valueBoolean":false}]}]}]}
    """#

  @Test func `is filled with texts as options`() throws {
    let form = try EditorForm.form(Self.form)
    #expect(form.problems.map(\.kind) == [.unsupported(.reference)])
    var response = Response(to: form)
    #expect(response.enabled("q2") == [false], "nothing is chosen yet")
    try response.answer("q1", .string("Noon"))
    #expect(response.issues().map(\.code) == [.invalidAnswerOption])
    try response.answer("q1", .string("Morning"))
    try response.answer("q2", .string("Monday"), .string("Friday"))
    #expect(
      try response.completedAnswers() == ["q1=Morning", "q2=Monday", "q2=Friday", "q4=No"])
  }
}
