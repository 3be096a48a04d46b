import FHIR
import Testing

@testable import FormFiller

/// A form as Structor, the form builder of Helsenorge, writes it: UUIDs, contained value sets,
/// Markdown beside texts, extensions of its own.
@Suite struct StructorOfHelsenorgeTests {
  private static let core = ExpressionForm.core
  private static let smoke = "3324c5f6-b4b2-4edb-f95b-54f157d194ad"
  private static let much = "70250735-fbe3-4bcd-c0ad-a695c78fd40c"
  private static let group = "811dfaad-bcaa-40ec-8675-3bd1ab4a5706"
  private static let mail = "061281f3-7fe8-400b-8eee-3b7efdc94abc"

  private static let form = #"""
    {"resourceType":"Questionnaire","language":"nb-NO","id":"bc0517c7-975b-4582-89b6-064005224c5c",
     "url":"Questionnaire/1","name":"ROYK","title":"Røyking","status":"draft","publisher":"NHN",
     "meta":{"profile":["http://ehelse.no/fhir/StructureDefinition/sdf-Questionnaire"],
             "tag":[{"system":"urn:ietf:bcp:47","code":"nb-NO","display":"Bokmål"}],
             "security":[{"code":"3","display":"Helsehjelp (Full)","system":"urn:oid:2.16.578.1.12.4.1.1.7618"}]},
     "contact":[{"name":"http://www.nhn.no"}],"subjectType":["Patient"],
     "extension":[
      {"url":"http://helsenorge.no/fhir/StructureDefinition/sdf-sidebar","valueCoding":
        {"system":"http://helsenorge.no/fhir/ValueSet/sdf-sidebar","code":"1"}},
      {"url":"http://helsenorge.no/fhir/StructureDefintion/sdf-itemControl-visibility","valueCodeableConcept":
        {"coding":[{"system":"http://helsenorge.no/fhir/CodeSystem/AttachmentRenderOptions","code":"hide-help"}]}}],
     "contained":[{"url":"http://ehelse.no/fhir/ValueSet/Predefined","resourceType":"ValueSet","id":"1101",
       "version":"1.0","name":"urn:oid:1101","title":"Ja / Nei (structor)","status":"draft","publisher":"NHN",
       "compose":{"include":[{"system":"urn:oid:2.16.578.1.12.4.1.1101","concept":[
         {"code":"1","display":"Ja"},{"code":"2","display":"Nei"}]}]}}],
     "item":[
      {"linkId":"\#(group)","type":"group","text":"Om røyking",
       "_text":{"extension":[{"url":"\#(core)rendering-markdown","valueMarkdown":"### Om røyking"}]},
       "code":[{"system":"urn:uuid:0fa72951-a3cf-4cda-fd25-f3a23c86acf1","code":"RenderFormStep","id":"30ba7e4a"}],
       "item":[
        {"linkId":"\#(smoke)","type":"choice","text":"Røyker du?","required":true,"answerValueSet":"#1101",
         "extension":[{"url":"\#(core)questionnaire-itemControl","valueCodeableConcept":{"coding":[
           {"system":"http://hl7.org/fhir/ValueSet/questionnaire-item-control","code":"radio-button"}]}},
          {"url":"http://ehelse.no/fhir/StructureDefinition/validationtext","valueString":"Svar på spørsmålet"}],
         "item":[{"linkId":"\#(smoke)-help","type":"display","text":"Også av og til.",
           "_text":{"extension":[{"url":"\#(core)rendering-markdown","valueMarkdown":"Også **av og til**."}]},
           "extension":[{"url":"\#(core)questionnaire-itemControl","valueCodeableConcept":{"coding":[
             {"system":"http://hl7.org/fhir/ValueSet/questionnaire-item-control","code":"help"}]}}]}]},
        {"linkId":"\#(much)","type":"integer","text":"Hvor mange om dagen?","required":true,"maxLength":3,
         "enableWhen":[{"question":"\#(smoke)","operator":"=","answerCoding":
           {"system":"urn:oid:2.16.578.1.12.4.1.1101","code":"1","display":"Ja"}}],
         "extension":[{"url":"\#(core)minValue","valueInteger":1},{"url":"\#(core)maxValue","valueInteger":99},
          {"url":"http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel","valueMarkdown":"Omtrent"}]},
        {"linkId":"\#(mail)","type":"string","text":"E-post","extension":[
          {"url":"\#(core)regex","valueString":"^(([^<>()\\[\\].,;:\\s@\"]+(\\.[^<>()\\[\\].,;:\\s@\"]+)*))@([a-z0-9-]+\\.)+[a-z]{2,}$"},
          {"url":"\#(core)entryFormat","valueString":"navn@sted.no"}]}]}]}
    """#

  @Test func `is filled in Norwegian`() throws {
    let form = try EditorForm.form(Self.form)
    #expect(EditorForm.warnings(form) == [])
    #expect(form.languages.map(\.description) == ["nb-NO"])
    #expect(form.item(linkId: Self.smoke + "-help")?.control == .help)
    #expect(form.item(linkId: Self.smoke)?.options.map(\.value.plainText) == ["Ja", "Nei"])
    let yes = try #require(form.item(linkId: Self.smoke)?.options.first?.value)
    var response = Response(to: form)
    #expect(response.issues().map(\.linkId) == [Self.smoke])
    try response.answer(Self.smoke, yes)
    #expect(response.issues().map(\.linkId) == [Self.much])
    try response.answer(Self.much, .integer(100))
    #expect(response.issues().map(\.code) == [.maxValue])
    try response.answer(Self.much, .integer(10))
    try response.answer(Self.mail, .string("kari"))
    #expect(response.issues().map(\.code) == [.regex])
    try response.answer(Self.mail, .string("kari@sted.no"))
    #expect(
      try response.completedAnswers()
        == ["\(Self.smoke)=Ja", "\(Self.much)=10", "\(Self.mail)=kari@sted.no"])
  }
}
