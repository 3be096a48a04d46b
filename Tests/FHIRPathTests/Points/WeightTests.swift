import FHIRPath
import Testing

/// `weight()`, its older name `ordinal()`, and `answers()` of structured data capture.
@Suite struct WeightTests {
  static let response = PointResources.tree(
    """
    {"resourceType":"QuestionnaireResponse","status":"completed","item":[
      {"linkId":"r4","answer":[{"valueCoding":{"code":"weekly",
        "extension":[{"url":"http://example.org/other","valueDecimal":9},
          {"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":3}]}}]},
      {"linkId":"sdc","answer":[{"valueCoding":{"code":"weekly",
        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":1.5}]}}]},
      {"linkId":"zero","answer":[{"valueCoding":{"code":"weekly",
        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":0}]}}]},
      {"linkId":"hosted","answer":[{"valueCoding":{"code":"weekly"}}]},
      {"linkId":"unscored","answer":[{"valueCoding":{"code":"unsure"}}]},
      {"linkId":"unheard","answer":[{"valueCoding":{"code":"unheard"}}]},
      {"linkId":"failing","answer":[{"valueCoding":{"code":"failing"}}]},
      {"linkId":"number","answer":[{"valueInteger":7}]},
      {"linkId":"scored text","answer":[{"valueString":"often",
        "_valueString":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":4}]}}]},
      {"linkId":"none"},
      {"linkId":"many","answer":[{"valueCoding":{"code":"weekly"}},{"valueInteger":7},
        {"valueCoding":{"code":"daily",
          "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueInteger":5}]}}]}]}
    """)

  static let cases = PointCase.table(
    """
    item.where(linkId = 'r4').answer.weight() => 3
    item.where(linkId = 'r4').answer.value.weight() => 3
    item.where(linkId = 'r4').answer.ordinal() => 3
    item.where(linkId = 'r4').answer.value.ordinal() => 3
    item.where(linkId = 'sdc').answer.weight() => 1.5
    item.where(linkId = 'zero').answer.weight() => 0
    item.where(linkId = 'hosted').answer.weight() => 2
    item.where(linkId = 'hosted').answer.value.weight() => 2
    item.where(linkId = 'hosted').answer.value.code.weight() => 2
    item.where(linkId = 'unscored').answer.weight() => {}
    item.where(linkId = 'unheard').answer.weight() => error missingHostFunction
    item.where(linkId = 'failing').answer.weight() => error hostFailure
    item.where(linkId = 'number').answer.weight() => {}
    item.where(linkId = 'number').answer.value.weight() => {}
    item.where(linkId = 'scored text').answer.weight() => 4
    item.where(linkId = 'none').answer.weight() => {}
    item.where(linkId = 'none').weight() => {}
    item.where(linkId = 'many').answer.weight() => 2, 5
    item.where(linkId = 'r4' or linkId = 'sdc').answer.weight().sum() => 4.5
    item.where(linkId = 'zero').answer.weight().exists() => true
    (1 | 'weekly').weight() => {}
    {}.weight() => {}
    """)

  @Test(arguments: cases) func `the score of an answer`(_ one: PointCase) {
    one.check(on: Self.response, with: PointHost.options)
  }

  /// An option of a question carries its score itself, or its Coding does.
  @Test func `the score of an option`() {
    let questionnaire = PointResources.tree(
      """
      {"resourceType":"Questionnaire","status":"active","item":[{"linkId":"a","type":"choice",
        "enableWhen":[{"question":"b","operator":"=","answerCoding":{"code":"x"}}],
        "answerOption":[
        {"valueCoding":{"code":"never"},
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":0}]},
        {"valueCoding":{"code":"weekly",
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}]}},
        {"valueString":"other"}]}]}
      """)
    PointCase(expression: "item.answerOption.weight()", expected: "0, 1").check(on: questionnaire)
    PointCase(expression: "answers()", expected: "{}").check(on: questionnaire)
  }

  static let answers = PointCase.table(
    """
    answers().count() => 9
    answers().value.ofType(integer) => integer(2), integer(2), integer(2), integer(3)
    item[0].answers().value.code => code(never), code(daily)
    item.where(linkId = 'text').answers().value => string(none), string(no need)
    item.where(linkId = 'declined').answers().count() => 1
    item.where(linkId = 'nothing').answers() => {}
    item.where(linkId = 'mood').answers().weight().sum() => 2.0
    item[0].item[0].answer.answers() => {}
    (1 | 'a').answers() => {}
    """)

  @Test(arguments: answers) func `all answers below a node`(_ one: PointCase) {
    one.check(on: PointResources.response)
  }
}
