import FHIR
import Library
import Testing

@testable import FormFiller

/// Scores: what the weights of answers add up to, and when they have a value at all.
@Suite struct ScoreTests {
  typealias Build = ExpressionForm

  /// Options with weights 0 to 3, in one of the places where forms have them.
  private static func options(_ place: String) -> String {
    let options = (0...3).map { weight in
      let mark = #""extension":[{"url":"\#(place)","valueDecimal":\#(weight)}]"#
      return place.hasSuffix("itemWeight")
        ? #"{\#(mark),"valueCoding":{"system":"urn:s","code":"o\#(weight)"}}"#
        : #"{"valueCoding":{\#(mark),"system":"urn:s","code":"o\#(weight)"}}"#
    }
    return #""answerOption":[\#(options.joined(separator: ","))]"#
  }

  private static func option(_ weight: Int) -> AnswerValue {
    .coding(Coding(system: "urn:s", code: "o\(weight)"))
  }

  static let totals = [
    "%resource.item.where(linkId='scale').item.answer.value.weight().sum()",
    "%resource.item.where(linkId='scale').item.answer.weight().sum()",
    "%resource.item.where(linkId='scale').item.answer.value.ordinal().sum()",
    "%scale.item.answer.value.weight().sum()",
    "(%scale.item.where(linkId='q1').answer.value.weight()) + %scale.item.where(linkId='q2').answer.value.weight() + %scale.item.where(linkId='q3').answer.value.weight().combine(0.0).sum()",
  ]

  private static func form(_ total: String, weights: String) throws -> Form {
    try Build.form(
      [
        Build.item("gate", "boolean"),
        Build.item(
          "scale", "group",
          items: [
            Build.item("q1", "choice", [], options(weights)),
            Build.item("q2", "choice", [], options(weights)),
            Build.item(
              "q3", "choice", [],
              #""enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}],"#
                + options(weights)),
            Build.item("remark", "string"),
            Build.item("total", "integer", [Build.calculated(total)], #""readOnly":true"#),
          ]),
      ], extensions: [Build.variable("scale", "%resource.item.where(linkId='scale')")])
  }

  @Test(
    arguments: totals,
    [Build.core + "itemWeight", Build.core + "ordinalValue"])
  func `has a value when every part that is asked has one`(_ total: String, _ weights: String)
    throws
  {
    let form = try Self.form(total, weights: weights)
    #expect(form.problems.filter { $0.severity == .error } == [])
    var response = Response(to: form)
    let node = try #require(response.nodes(linkId: "total").first)
    func missing() -> [String] {
      guard case .incomplete(let missing, let count)? = response.calculation(of: node) else {
        return []
      }
      return missing.map { response.item(of: $0).linkId } + ["of \(count)"]
    }
    #expect(missing() == ["q1", "q2", "of 2"])
    try response.answer("q1", Self.option(2))
    #expect(response.values("total") == [])
    #expect(missing() == ["q2", "of 2"])
    try response.answer("q2", Self.option(2))
    #expect(response.values("total") == ["4"])
    #expect(response.calculation(of: node) == .calculated([.integer(4)]))
    try response.answer("gate", .boolean(true))
    #expect(response.values("total") == [])
    #expect(missing() == ["q3", "of 3"])
    try response.answer("q3", Self.option(3))
    #expect(response.values("total") == ["7"])
    try response.change(.decline(.askedDeclined), "q1")
    #expect(response.values("total") == [])
    #expect(missing() == ["q1", "of 3"])
    try response.answer("q1", Self.option(0))
    try response.answer("gate", .boolean(false))
    #expect(response.values("total") == ["2"])
  }

  /// Where a value set or a code system says what a concept scores.
  static let vocabularies: [(what: String, listing: String, definition: String)] = [
    (
      "the value set",
      #"{"code":"x","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":5}]}"#,
      #"{"code":"x","display":"X"}"#
    ),
    (
      "an extension in the code system", #"{"code":"x"}"#,
      #"{"code":"x","display":"X","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":5}]}"#
    ),
    (
      "a property in the code system", #"{"code":"x"}"#,
      #"{"code":"x","display":"X","property":[{"code":"itemWeight","valueDecimal":5}]}"#
    ),
  ]

  @Test(arguments: vocabularies)
  func `weights may stand in a vocabulary`(
    _ what: String, _ listing: String, _ definition: String
  ) throws {
    let library = try Library(resources: [
      JSONDocument(
        #"{"resourceType":"CodeSystem","url":"urn:s","status":"active","content":"complete","concept":[\#(definition)]}"#
      ).root,
      JSONDocument(
        #"{"resourceType":"ValueSet","url":"urn:v","status":"active","compose":{"include":[{"system":"urn:s","concept":[\#(listing)]}]}}"#
      ).root,
    ])
    let text =
      #"{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"q","type":"choice","answerValueSet":"urn:v"},"#
      + Build.item(
        "total", "integer",
        [Build.calculated("%resource.item.where(linkId='q').answer.value.weight()")]) + "]}"
    let questionnaire = try #require(Questionnaire(JSONDocument(text).root))
    let form = Form(questionnaire, terminology: Terminology(library, for: questionnaire))
    #expect(form.problems == [])
    var response = Response(to: form)
    try response.answer("q", AnswerValue.coding(Coding(system: "urn:s", code: "x")))
    #expect(response.values("total") == ["5"], "\(what)")
  }

  @Test func `a foreign wrong total is worked out anew and reported`() throws {
    let form = try Self.form(Self.totals[0], weights: Build.core + "ordinalValue")
    let source = #"""
      {"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"scale","item":[
        {"linkId":"q1","answer":[{"valueCoding":{"system":"urn:s","code":"o1"}}]},
        {"linkId":"q2","answer":[{"valueCoding":{"system":"urn:s","code":"o2"}}]},
        {"linkId":"total","answer":[{"valueInteger":9}]}]}]}
      """#
    let foreign = try #require(QuestionnaireResponse(JSONDocument(source).root))
    let (response, issues) = Response.reading(foreign, form: form)
    #expect(response.values("total") == ["3"])
    #expect(
      issues.map { "\($0.code) \($0.expression)" } == [
        "calculatedValue QuestionnaireResponse.item[0].item[2]"
      ])
    let right = source.replacing("\"valueInteger\":9", with: "\"valueInteger\":3")
    let same = try #require(QuestionnaireResponse(JSONDocument(right).root))
    #expect(Response.issues(in: same, form: form) == [])
  }
}
