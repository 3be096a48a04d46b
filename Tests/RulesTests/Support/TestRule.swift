import FHIR
import FHIRPath
import FormFiller
import Library
import Testing

@testable import Rules

/// A form about plants and rules on it.
enum TestRule {
  /// A walk through a garden: a gate that only decides what is asked, a checklist with what follows
  /// from it, rows, a scale, a sum and a value that the form works out.
  static let items = #"""
    {"linkId":"later","type":"boolean","text":"May we ask about the shed?",
     "code":[{"system":"https://intake.example/fhir/CodeSystem/summary-role","code":"routing"}]},
    {"linkId":"pests","type":"choice","repeats":true,"text":"Which pests do you see?",
     "answerOption":[{"valueCoding":{"code":"slugs","display":"Slugs"}},
      {"valueCoding":{"code":"aphids","display":"Aphids"}},
      {"valueCoding":{"code":"none","display":"None"}}]},
    {"linkId":"slugs.since","type":"date","text":"Since when slugs?","enableWhen":[
     {"question":"pests","operator":"=","answerCoding":{"code":"slugs"}}]},
    {"linkId":"shed","type":"group","text":"The shed","enableWhen":[
     {"question":"later","operator":"=","answerBoolean":true}],"item":[
      {"linkId":"shed.dry","type":"boolean","text":"Is it dry?"}]},
    {"linkId":"watered","type":"boolean","text":"Do you water?"},
    {"linkId":"liters","type":"decimal","text":"How many liters?","enableWhen":[
     {"question":"watered","operator":"=","answerBoolean":true}]},
    {"linkId":"week","type":"decimal","text":"Liters a week","readOnly":true,"extension":[
     {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true},
     {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
      "valueExpression":{"language":"text/fhirpath",
       "expression":"%resource.item.where(linkId = 'liters').answer.value * 7"}}]},
    {"linkId":"tool","type":"string","repeats":true,"text":"Which tools?","item":[
     {"linkId":"tool.sharp","type":"boolean","text":"Is it sharp?"}]},
    {"linkId":"plant","type":"group","repeats":true,"text":"A plant","item":[
      {"linkId":"plant.name","type":"string","text":"Its name?"},
      {"linkId":"plant.ill","type":"boolean","text":"Is it ill?"}]}
    """#

  /// The pests that leave a trail.
  static let slimy = #"""
    {"resourceType":"ValueSet","url":"urn:slimy","compose":{"include":[
     {"system":"urn:pests","concept":[{"code":"slugs"},{"code":"snails"}]}]}}
    """#

  static func form() throws -> Form {
    let document = try JSONDocument(
      #"{"resourceType":"Questionnaire","url":"https://example.org/garden","status":"active","item":[\#(items)]}"#
    )
    let questionnaire = try #require(Questionnaire(document.root))
    let library = Library(resources: [try JSONDocument(slimy).root])
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }

  /// A whole rule with this condition.
  static func definition(
    _ condition: String, id: String = "test", level: String = "high", quote: String? = nil,
    edit: (String) -> String = { $0 }
  ) throws -> PlanDefinition {
    let quotes =
      quote.map {
        #","dynamicValue":[{"path":"quote","expression":{"language":"text/fhirpath","expression":"\#($0)"}}]"#
      } ?? ""
    let json = #"""
      {"resourceType":"PlanDefinition","id":"\#(id)","url":"https://example.org/rule/\#(id)",
       "version":"1","title":"A rule","status":"draft","description":"What it looks for.",
       "usage":"When it may not apply.",
       "extension":[{"url":"https://intake.example/fhir/StructureDefinition/unassessed-text",
        "extension":[{"url":"not-answered","valueString":"left open"},
         {"url":"not-asked","valueString":"never asked"}]}],
       "relatedArtifact":[{"type":"citation","label":"A book","citation":"A book, 2020","extension":[
        {"url":"https://intake.example/fhir/StructureDefinition/basis","extension":[
         {"url":"drug","valueString":"water"},{"url":"year","valueString":"2020"}]}]}],
       "action":[{"title":"A line","description":"A text.","code":[
        {"coding":[{"system":"https://intake.example/fhir/CodeSystem/finding-level","code":"\#(level)"}]},
        {"coding":[{"system":"https://intake.example/fhir/CodeSystem/finding-audience","code":"clinician"}]}],
        "condition":[{"kind":"applicability",
         "expression":{"language":"text/fhirpath","expression":"\#(condition)"}}]\#(quotes)}]}
      """#
    return try #require(PlanDefinition(JSONDocument(edit(json)).root))
  }

  static func now() throws -> PartialDateTime {
    try #require(PartialDateTime("2026-03-20T10:00:00Z"))
  }

  /// The finding of a rule with this condition after some answers.
  static func finding(
    _ condition: String, quote: String? = nil, after steps: [Step]
  ) throws -> Finding {
    let book = RuleBook([try definition(condition, quote: quote)], for: try form())
    try #require(book.rules.count == 1)
    return try #require(book.findings(for: try response(after: steps)).first)
  }

  static func response(after steps: [Step]) throws -> Response {
    var response = Response(to: try form(), in: FormContext(now: try now()))
    for step in steps {
      let node = try #require(response.nodes(linkId: step.linkId).last)
      try response.apply(
        Change(step.action, at: response.path(to: node), by: .patient, time: now()))
    }
    return response
  }

  /// One change.
  struct Step: Sendable {
    let linkId: String
    let action: Change.Action

    static func says(_ linkId: String, _ values: AnswerValue...) -> Step {
      Step(linkId: linkId, action: .set(values))
    }
    static func ticks(_ linkId: String, _ codes: String...) -> Step {
      Step(linkId: linkId, action: .set(codes.map { .coding(Coding(code: $0)) }))
    }
    static func skips(_ linkId: String) -> Step { Step(linkId: linkId, action: .clear) }
    static func declines(_ linkId: String) -> Step {
      Step(linkId: linkId, action: .decline(.askedDeclined))
    }
  }
}

extension AnswerValue {
  /// A month of 2026, without a day.
  static func month(_ month: Int) -> AnswerValue {
    PartialDate(year: 2026, month: month).map { .date($0) } ?? .boolean(false)
  }
}
