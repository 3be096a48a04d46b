import FHIR
import FHIRPath
import Testing

@testable import FormFiller

/// A form as CSIRO's Smart Forms are written: tabs, contained answers, queries to a server, an item
/// of its own for the choice of a renderer.
@Suite struct SmartFormsOfCSIROTests {
  private static let sdc = ExpressionForm.sdc
  private static let core = ExpressionForm.core

  private static func fhirPath(_ url: String, _ text: String) -> String {
    #"{"url":"\#(url)","valueExpression":{"language":"text/fhirpath","expression":"\#(text)"}}"#
  }

  private static func control(_ code: String) -> String {
    #"""
    {"url":"\#(core)questionnaire-itemControl","valueCodeableConcept":{"coding":[
      {"system":"http://hl7.org/fhir/questionnaire-item-control","code":"\#(code)"}]}}
    """#
  }

  private static let context = #"""
    {"url":"\#(sdc)launchContext","extension":[
      {"url":"name","valueCoding":{"system":"http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext","code":"patient"}},
      {"url":"type","valueCode":"Patient"},
      {"url":"description","valueString":"The patient that is to be used to pre-populate the form"}]},
    {"url":"\#(core)variable","valueExpression":{"name":"Condition","language":"application/x-fhir-query",
      "expression":"Condition?patient={{%patient.id}}"}},
    {"url":"\#(core)variable","valueExpression":{"name":"age","language":"text/fhirpath",
      "expression":"%resource.repeat(item).where(linkId='age').answer.value"}}
    """#

  private static let form = #"""
    {"resourceType":"Questionnaire","id":"check","url":"https://forms.example.org/check","version":"0.3.0",
     "name":"Check","title":"Health check","status":"draft","experimental":false,"subjectType":["Patient"],
     "contained":[
      {"resourceType":"ValueSet","id":"YesNo","url":"https://forms.example.org/ValueSet/YesNo","status":"draft",
       "compose":{"include":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0136","concept":[
         {"code":"Y","display":"Yes"},{"code":"N","display":"No"}]}]},
       "expansion":{"timestamp":"2024-01-01T00:00:00Z","contains":[
         {"system":"http://terminology.hl7.org/CodeSystem/v2-0136","code":"Y","display":"Yes"},
         {"system":"http://terminology.hl7.org/CodeSystem/v2-0136","code":"N","display":"No"}]}}],
     "extension":[\#(context)],
     "item":[
      {"linkId":"tabs","type":"group","text":"Check","extension":[\#(control("tab-container"))],"item":[
       {"linkId":"about","type":"group","text":"About you","item":[
        {"linkId":"age","type":"integer","text":"Age","extension":[
          \#(fhirPath(sdc + "initialExpression", "%patient.extension.where(url='urn:age').value")),
          {"url":"\#(core)questionnaire-unit","valueCoding":{"system":"http://unitsofmeasure.org","code":"a","display":"years"}}]},
        {"linkId":"history","type":"string","text":"Medical history","extension":[
          \#(fhirPath(sdc + "initialExpression", "%Condition.entry.resource.code.text.first()"))]},
        {"linkId":"smoke","type":"choice","text":"Do you smoke?","answerValueSet":"#YesNo",
         "extension":[\#(control("radio-button")),
          {"url":"\#(sdc)preferredTerminologyServer","valueUrl":"https://example.org/fhir"},
          \#(fhirPath(sdc + "enableWhenExpression", "%age >= 15"))]}]},
       {"linkId":"measured","type":"group","text":"Measured","extension":[\#(control("grid"))],"item":[
        {"linkId":"height","type":"decimal","text":"Height","extension":[
          {"url":"\#(core)questionnaire-unit","valueCoding":{"system":"http://unitsofmeasure.org","code":"cm","display":"cm"}}]},
        {"linkId":"mass","type":"decimal","text":"Weight","extension":[
          {"url":"\#(core)entryFormat","valueString":"kilograms"}]},
        {"linkId":"bmi","type":"decimal","text":"BMI","extension":[
          {"url":"\#(core)variable","valueExpression":{"name":"height","language":"text/fhirpath",
            "expression":"%resource.item.item.item.where(linkId='height').answer.value"}},
          {"url":"\#(core)variable","valueExpression":{"name":"mass","language":"text/fhirpath",
            "expression":"%resource.item.item.item.where(linkId='mass').answer.value"}},
          \#(fhirPath(sdc + "calculatedExpression", "(%mass / ((%height / 100).power(2))).round(1)"))]}]}]}]}
    """#

  @Test func `is filled without a server, and what needs one is said`() throws {
    let form = try EditorForm.form(Self.form)
    let said = EditorForm.warnings(form)
    #expect(said.contains { $0.contains("application/x-fhir-query") })
    #expect(said.contains { $0.hasPrefix("smoke: ") && $0.contains("terminology server") })
    #expect(said.count == 2, "\(said)")
    let patient = ResourceTree(
      try JSONDocument(
        #"{"resourceType":"Patient","extension":[{"url":"urn:age","valueInteger":40}]}"#
      ).root
    ).root
    var response = Response(to: form, in: FormContext(resources: ["patient": patient]))
    #expect(response.values("age") == ["40"])
    #expect(response.values("history") == [], "nobody could be asked")
    #expect(response.enabled("smoke") == [true])
    try response.answer(
      "smoke",
      .coding(Coding(system: "http://terminology.hl7.org/CodeSystem/v2-0136", code: "N")))
    try response.answer("height", .decimal(200))
    try response.answer("mass", .decimal(80))
    #expect(response.values("bmi") == ["20"])
    try response.answer("age", .integer(9))
    #expect(response.enabled("smoke") == [false])
    #expect(
      try response.completedAnswers() == ["age=9", "height=200", "mass=80", "bmi=20"])
  }
}
