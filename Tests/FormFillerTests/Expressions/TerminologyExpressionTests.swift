import FHIR
import FHIRPath
import FormFiller
import Library
import Testing

private typealias Build = ExpressionForm

/// Expressions of a form ask the vocabularies of the library.
@Suite struct TerminologyExpressionTests {
  static let library = [
    #"""
    {"resourceType":"CodeSystem","url":"urn:pets","version":"2","name":"Pets","content":"complete",
     "concept":[
      {"code":"dog","display":"Dog","property":[{"code":"tag","valueCode":"loud"},
        {"code":"food","valueDecimal":0.4},{"code":"food-text","valueString":"meat"}]},
      {"code":"cat","display":"Cat","property":[{"code":"food","valueDecimal":0.1}]},
      {"code":"fish","display":"Fish"}]}
    """#,
    #"""
    {"resourceType":"ValueSet","url":"urn:all","compose":{"include":[{"system":"urn:pets"}]}}
    """#,
    #"""
    {"resourceType":"ValueSet","url":"urn:loud","version":"1","compose":{"include":[
      {"system":"urn:pets","filter":[{"property":"tag","op":"=","value":"loud"}]}]}}
    """#,
    #"""
    {"resourceType":"ValueSet","url":"urn:lost","compose":{"include":[{"system":"urn:gone"}]}}
    """#,
  ]

  static let pet = "%resource.descendants().where(linkId='pet').answer.value"

  private static func form(_ items: [String], members: String = "") throws -> Form {
    let text =
      #"{"resourceType":"Questionnaire","status":"active","url":"urn:form",\#(members)"#
      + #""item":[{"linkId":"pet","type":"open-choice","repeats":true,"answerValueSet":"urn:all"},"#
      + items.joined(separator: ",") + "]}"
    let questionnaire = try #require(Questionnaire(JSONDocument(text).root))
    let library = Library(resources: try Self.library.map { try JSONDocument($0).root })
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }

  private static func pets(_ codes: String) -> [AnswerValue] {
    codes.split(separator: " ").map { code in
      code.first == "'"
        ? .string(String(code.dropFirst().dropLast()))
        : .coding(Coding(system: "urn:pets", code: String(code)))
    }
  }

  // MARK: - Values

  static let calculations: [(String, String, String, [String])] = [
    ("\(pet).where(memberOf('urn:loud')).exists()", "boolean", "dog", ["Yes"]),
    ("\(pet).where(memberOf('urn:loud')).exists()", "boolean", "cat fish", ["No"]),
    ("\(pet).where(memberOf('urn:loud|1')).count()", "integer", "cat dog", ["1"]),
    ("\(pet).memberOf('urn:loud')", "boolean", "dog", ["Yes"]),
    ("\(pet).memberOf('urn:loud')", "boolean", "cat", ["No"]),
    ("\(pet).memberOf('#own')", "boolean", "cat", ["Yes"]),
    // Nothing is known of what was written in other words.
    ("\(pet).memberOf('urn:loud')", "boolean", "'dog'", []),
    ("%terminologies.lookup(\(pet)).parameter.count()", "integer", "'dog'", ["0"]),
    (
      "%terminologies.lookup(\(pet)).parameter.where(name='display').value", "string", "dog",
      ["Dog"]
    ),
    (
      "%terminologies.lookup(\(pet)).parameter.where(name='property' and part.where(name='code')"
        + ".value='food').part.where(name='value').value * 7", "decimal", "dog", ["2.8"]
    ),
    (
      "\(pet).select(%terminologies.lookup($this).parameter.where(name='property' and "
        + "part.where(name='code').value='food').part.where(name='value').value).sum()",
      "decimal", "dog cat fish 'worm'", ["0.5"]
    ),
    (
      "%terminologies.lookup(\(pet)).parameter.where('food-text' in part.value).part"
        + ".where(name='value').value", "string", "dog", ["meat"]
    ),
  ]

  @Test(arguments: calculations)
  func `a calculation asks the library`(
    _ expression: String, _ type: String, _ pets: String, _ expected: [String]
  ) throws {
    let contained =
      #""contained":[{"resourceType":"ValueSet","id":"own","compose":{"include":["#
      + #"{"system":"urn:pets","concept":[{"code":"cat"}]}]}}],"#
    let form = try Self.form(
      [Build.item("value", type, [Build.calculated(expression)])], members: contained)
    #expect(form.problems == [])
    var response = Response(to: form)
    try response.apply(
      Change(
        .set(Self.pets(pets)),
        at: response.path(to: try #require(response.nodes(linkId: "pet").first)),
        by: .patient, time: try #require(Response.noon)))
    #expect(response.values("value") == expected)
    #expect(response.expressionFailures == [])
  }

  @Test func `it follows the answer`() throws {
    let food =
      "%terminologies.lookup(\(Self.pet)).parameter.where(name='property' and "
      + "part.where(name='code').value='food').part.where(name='value').value"
    let form = try Self.form([
      Build.item("food", "decimal", [Build.calculated(food)]),
      Build.item("noise", "boolean", [Build.enableWhen("\(Self.pet).memberOf('urn:loud')")]),
    ])
    var response = Response(to: form)
    let steps: [(String, [String], Bool)] = [
      ("dog", ["0.4"], true), ("cat", ["0.1"], false), ("fish", [], false), ("dog", ["0.4"], true),
    ]
    for (pet, expected, isLoud) in steps {
      try response.answer("pet", .coding(Coding(system: "urn:pets", code: pet)))
      #expect(response.values("food") == expected)
      #expect(response.enabled("noise") == [isLoud])
    }
  }

  // MARK: - What is not here

  @Test(arguments: [
    ("urn:gone", "is not here"), ("urn:loud|2", "is not here"), ("#own", "is not here"),
  ])
  func `a value set that is not here is a problem of the form, and never false`(
    _ valueSet: String, _ reason: String
  ) throws {
    let form = try Self.form([
      Build.item(
        "loud", "boolean",
        [Build.calculated("\(Self.pet).where(memberOf('\(valueSet)')).exists()")])
    ])
    let problem = try #require(form.problems.first)
    #expect(form.problems.count == 1)
    guard case .expressionValueSet(.calculation, valueSet, let why) = problem.kind else {
      Issue.record("\(problem)")
      return
    }
    #expect(why.contains(reason))
    #expect(problem.description.contains("the calculatedExpression asks about the value set"))
    #expect(!form.isUsable)
    var response = Response(to: form)
    try response.answer("pet", .coding(Coding(system: "urn:pets", code: "cat")))
    #expect(response.values("loud") == [])
    let failure = try #require(response.expressionFailures.first)
    #expect(failure.leavesValueUnknown)
    #expect("\(failure)".contains("memberOf() failed: the value set \(valueSet)"))
  }

  /// The mistake lies in the value set, which `Library.problems()` tells; here it is told when asked.
  @Test(arguments: ["'urn:lost'", "'urn:' & %resource.status", "iif(true, 'urn:none')"])
  func `what turns out to be unusable gives no value`(_ valueSet: String) throws {
    let form = try Self.form([
      Build.item(
        "loud", "boolean",
        [Build.calculated("\(Self.pet).where(memberOf(\(valueSet))).exists()")])
    ])
    #expect(form.problems == [])
    var response = Response(to: form)
    #expect(response.values("loud") == ["No"])
    try response.answer("pet", .coding(Coding(system: "urn:pets", code: "cat")))
    #expect(response.values("loud") == [])
    #expect(response.expressionFailures.count == 1)
  }

  @Test func `expressions beside the form ask, too`() throws {
    let form = try Self.form([Build.item("other", "string")])
    var response = Response(to: form)
    try response.answer("pet", .coding(Coding(system: "urn:pets", code: "dog")))
    let asked = try AnswerExpression("\(Self.pet).memberOf('urn:loud')")
    #expect(asked.valueSets == ["urn:loud"])
    #expect(asked.linkIds == ["pet"])
    var answers = AnswerExpressions(response)
    let root = answers.root
    #expect(
      try answers.values(of: asked, at: root, on: root.node).compactMap(\.boolean) == [true])
    let unknown = try AnswerExpression("\(Self.pet).memberOf('urn:none')")
    #expect(throws: AnswerExpressionError.self) {
      try answers.values(of: unknown, at: root, on: root.node)
    }
  }
}
