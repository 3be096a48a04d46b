import FHIR
import Testing

@testable import FormFiller

/// A form as the Form Builder of NLM's Lister Hill Center writes it.
@Suite struct FormBuilderOfLHCTests {
  /// The builder gives each question of a score a variable, which looks its weight up in the form.
  private static func part(_ name: String, _ linkId: String) -> String {
    #"""
    {"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"\#(name)",
      "language":"text/fhirpath","expression":"%questionnaire.item.where(linkId = '\#(linkId)').answerOption.where(valueCoding.code=%resource.item.where(linkId = '\#(linkId)').answer.valueCoding.code).extension.where(url='http://hl7.org/fhir/StructureDefinition/ordinalValue').valueDecimal",
      "extension":[{"url":"http://lhcforms.nlm.nih.gov/fhirExt/expression-editor-variable-type",
        "valueString":"scoreItem"}]}}
    """#
  }

  private static let options = #"""
    "answerOption":[
      {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}],
       "valueCoding":{"code":"LA-0","display":"Never"}},
      {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":2}],
       "valueCoding":{"code":"LA-2","display":"Often"}}]
    """#

  private static let form = #"""
    {"resourceType":"Questionnaire","title":"Weight and rest","status":"draft",
     "meta":{"profile":["http://hl7.org/fhir/4.0/StructureDefinition/Questionnaire"],
             "tag":[{"code":"lformsVersion: 36.1.3"}]},
     "extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-preferredTerminologyServer",
                   "valueUrl":"https://example.org/fhir/R4"}],
     "item":[
      {"type":"quantity","linkId":"weight","text":"Weight","required":false,"code":[{"code":"w1","display":"Weight"}],
       "extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
         "valueCoding":{"system":"http://unitsofmeasure.org","code":"kg","display":"kilograms"}},
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"display":"stone"}},
        {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationLinkPeriod",
         "valueDuration":{"value":1,"unit":"years","system":"http://unitsofmeasure.org","code":"a"}}]},
      {"type":"choice","linkId":"/r1","text":"Do you wake at night?","required":false,
       "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
         "valueCodeableConcept":{"text":"Drop down","coding":[
          {"system":"http://hl7.org/fhir/questionnaire-item-control","code":"drop-down","display":"Drop down"}]}}],
       \#(options),
       "item":[{"linkId":"/r1-help","type":"display","text":"Not counting the first hour.","extension":[
         {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
          "valueCodeableConcept":{"text":"Help-Button","coding":[{"code":"help","display":"Help-Button",
           "system":"http://hl7.org/fhir/questionnaire-item-control"}]}}]}]},
      {"type":"choice","linkId":"/r2","text":"Are you tired?","required":false,\#(options)},
      {"type":"string","linkId":"/r3","text":"What helps?","enableBehavior":"any","enableWhen":[
        {"question":"/r1","operator":"=","answerCoding":{"code":"LA-2","display":"Often"}},
        {"question":"/r2","operator":"=","answerCoding":{"code":"LA-2","display":"Often"}}]},
      {"type":"decimal","linkId":"/sum","text":"Total score","required":false,"readOnly":true,
       "extension":[\#(part("a", "/r1")),\#(part("b", "/r2")),
        {"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{
          "name":"any_questions_answered","language":"text/fhirpath","expression":"%a.exists() or %b.exists()"}},
        {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
         "valueExpression":{"description":"Total score calculation","language":"text/fhirpath",
          "expression":"iif(%any_questions_answered, iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0), {})"}}]}]}
    """#

  private static func option(_ code: String, _ display: String) -> AnswerValue {
    .coding(Coding(code: code, display: display))
  }

  @Test func `is filled and scored`() throws {
    let form = try EditorForm.form(Self.form)
    var response = Response(to: form)
    #expect(form.item(linkId: "/r1-help")?.control == .help)
    let weight = Quantity(
      value: 70, comparator: nil, unit: "kilograms", system: "http://unitsofmeasure.org",
      code: "kg")
    try response.answer("weight", .quantity(weight))
    try response.answer("/r1", Self.option("LA-2", "Often"))
    #expect(response.enabled("/r3") == [true])
    try response.answer("/r2", Self.option("LA-2", "Often"))
    #expect(response.values("/sum") == ["4"])
    try response.answer("/r1", Self.option("LA-0", "Never"))
    try response.answer("/r3", .string("A walk"))
    #expect(
      try response.completedAnswers()
        == ["weight=70 kilograms", "/r1=Never", "/r2=Often", "/r3=A walk", "/sum=2"])
  }

  @Test func `a missing part is missing although the builder would count it as nothing`() throws {
    var response = Response(to: try EditorForm.form(Self.form))
    try response.answer("/r1", Self.option("LA-2", "Often"))
    let sum = try #require(response.nodes(linkId: "/sum").first)
    let missing = try #require(response.nodes(linkId: "/r2").first)
    #expect(response.calculation(of: sum) == .incomplete(missing: [missing], of: 2))
    #expect(response.values("/sum") == [])
  }
}
