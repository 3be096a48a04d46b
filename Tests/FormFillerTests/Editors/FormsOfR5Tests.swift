import FHIR
import Testing

@testable import FormFiller

/// A form with the names of R5 and R4B, as editors write it that have moved on.
@Suite struct FormsOfR5Tests {
  private static let core = ExpressionForm.core
  private static let sdc = ExpressionForm.sdc

  private static let form = #"""
    {"resourceType":"Questionnaire","url":"https://example.org/r5","version":"2","status":"active",
     "versionAlgorithmString":"integer","copyrightLabel":"Example","title":"R5",
     "item":[
      {"linkId":"1","type":"coding","text":"Which?","answerConstraint":"optionsOnly","answerOption":[
        {"valueCoding":{"system":"urn:s","code":"a","display":"A"},
         "extension":[{"url":"\#(core)itemWeight","valueDecimal":1}]},
        {"valueCoding":{"system":"urn:s","code":"b","display":"B"},
         "extension":[{"url":"\#(core)itemWeight","valueDecimal":3}]}]},
      {"linkId":"2","type":"coding","text":"Or else?","answerConstraint":"optionsOrString",
       "answerOption":[{"valueCoding":{"system":"urn:s","code":"c","display":"C"}}]},
      {"linkId":"3","type":"string","text":"Why B?","disabledDisplay":"hidden","enableWhen":[
        {"question":"1","operator":"=","answerCoding":{"system":"urn:s","code":"b"}}],
       "extension":[{"url":"\#(core)minLength","valueInteger":2}]},
      {"linkId":"4","type":"integer","text":"How many?","extension":[
        {"url":"\#(core)targetConstraint","extension":[
          {"url":"key","valueId":"few"},{"url":"severity","valueCode":"error"},
          {"url":"human","valueMarkdown":"At most *nine*."},
          {"url":"expression","valueExpression":{"language":"text/fhirpath","expression":"answer.value < 10"}}]}]},
      {"linkId":"5","type":"decimal","text":"Weight","readOnly":true,"extension":[
        {"url":"\#(sdc)calculatedExpression","valueExpression":{"language":"text/fhirpath",
          "expression":"%resource.item.where(linkId='1').answer.value.weight()"}}]}]}
    """#

  @Test func `is filled by the names of R5`() throws {
    let form = try EditorForm.form(Self.form)
    #expect(EditorForm.warnings(form) == [])
    #expect(form.items.map(\.type) == [.choice, .openChoice, .string, .integer, .decimal])
    var response = Response(to: form)
    try response.answer("1", .code("b"))
    #expect(response.enabled("3") == [true])
    #expect(response.values("5") == ["3"])
    try response.answer("2", .string("Something"))
    try response.answer("3", .string("x"))
    try response.answer("4", .integer(12))
    #expect(response.issues().map(\.code) == [.minLength, .invariant])
    try response.answer("3", .string("because"))
    try response.answer("4", .integer(9))
    #expect(
      try response.completedAnswers() == ["1=b", "2=Something", "3=because", "4=9", "5=3"])
  }
}
