import FHIR
import Library
import Testing

@testable import FormFiller

/// Every kind of problem in the smallest form that has it, with its severity and its place.
@Suite struct FormProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: FormProblem.Kind
    let severity: FormProblem.Severity
    let linkId: String?
    /// The items; `^` stands just before the place that is named.
    let items: String
    /// Members of the questionnaire before its items.
    let start: String

    init(
      _ kind: FormProblem.Kind, _ severity: FormProblem.Severity = .error, at linkId: String?,
      _ items: String, start: String = ""
    ) {
      self.kind = kind
      self.severity = severity
      self.linkId = linkId
      self.items = items
      self.start = start
    }

    var testDescription: String { "\(kind)" }

    var text: String {
      #"{"resourceType":"Questionnaire",\#n\#(start)"item":\#n\#(items)}"#
    }
  }

  private static let bound = "http://hl7.org/fhir/StructureDefinition/"
  private static let subQuestionnaire =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire"
  private static let definition = "https://intake.example/fhir/StructureDefinition/score-definition"
  private static let own = "https://intake.example/fhir/StructureDefinition/"
  private static let gate = #"{"linkId":"a","type":"boolean"}"#
  private static let picker = #"""
    {"linkId":"a","type":"choice","answerOption":[{"valueCoding":{"system":"urn:s","code":"x"}}]}
    """#
  private static func when(_ condition: String) -> String {
    #"{"linkId":"b","type":"string","enableWhen":[^{\#(condition)}]}"#
  }

  static let cases: [Case] = [
    Case(.missingLinkId, at: nil, #"[^{"type":"string"}]"#),
    Case(.missingLinkId, at: nil, #"[^{"linkId":"","type":"string"}]"#),
    Case(
      .duplicateLinkId(first: SourcePosition(line: 4, column: 2)), at: "a",
      #"""
      [{"linkId":"a","type":"string"},
       ^{"linkId":"a","type":"string"}]
      """#, start: "\"id\":\"é\",\n"),
    Case(.missingType, at: "a", #"[^{"linkId":"a"}]"#),
    Case(.unknownType("strnig"), at: "a", #"[^{"linkId":"a","type":"strnig"}]"#),
    Case(.abstractType, at: "a", #"[^{"linkId":"a","type":"question"}]"#),
    Case(
      .conditionWithoutQuestion, at: "b",
      "[\(gate),\(when(#""operator":"=","answerBoolean":true"#))]"),
    Case(
      .conditionOnUnknownItem("z"), at: "b",
      "[\(when(#""question":"z","operator":"=","answerBoolean":true"#))]"),
    Case(
      .conditionOnUnaskedItem("g"), at: "b",
      #"[{"linkId":"g","type":"display"},\#(when(#""question":"g","operator":"exists","answerBoolean":true"#))]"#
    ),
    Case(
      .conditionOnItself("b"), at: "b",
      "[\(when(#""question":"b","operator":"exists","answerBoolean":true"#))]"),
    Case(
      .conditionOnItself("c"), at: "b",
      #"""
      [{"linkId":"b","type":"group","enableWhen":[
        ^{"question":"c","operator":"exists","answerBoolean":true}],
        "item":[{"linkId":"c","type":"boolean"}]}]
      """#),
    Case(
      .conditionOperator("is"), at: "b",
      "[\(gate),\(when(#""question":"a","operator":"is","answerBoolean":true"#))]"),
    Case(
      .conditionOperator(nil), at: "b",
      "[\(gate),\(when(#""question":"a","answerBoolean":true"#))]"),
    Case(.conditionWithoutValue, at: "b", "[\(gate),\(when(#""question":"a","operator":"=""#))]"),
    Case(
      .conditionType(question: "a", expected: "answerBoolean"), at: "b",
      "[\(gate),\(when(#""question":"a","operator":"=","answerString":"yes""#))]"),
    Case(
      .conditionOption(question: "a", code: "y"), at: "b",
      "[\(picker),\(when(#""question":"a","operator":"=","answerCoding":{"code":"y"}"#))]"),
    Case(
      .existsWithoutBoolean, at: "b",
      "[\(gate),\(when(#""question":"a","operator":"exists","answerString":"yes""#))]"),
    Case(
      .conditionWithoutOrder("a"), at: "b",
      "[\(gate),\(when(#""question":"a","operator":">","answerBoolean":true"#))]"),
    Case(
      .missingBehavior, at: "b",
      #"""
      [{"linkId":"a","type":"boolean"},
      ^{"linkId":"b","type":"string","enableWhen":[
        {"question":"a","operator":"=","answerBoolean":true},
        {"question":"a","operator":"exists","answerBoolean":false}]}]
      """#),
    Case(
      .conditionLoop(["a", "b", "a"]), at: "a",
      #"""
      [^{"linkId":"a","type":"boolean",
         "enableWhen":[{"question":"b","operator":"=","answerBoolean":true}]},
        {"linkId":"b","type":"boolean",
         "enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}]
      """#),
    Case(
      .regex("[0-9"), at: "a",
      #"[^{"linkId":"a","type":"string","extension":[{"url":"\#(bound)regex","valueString":"[0-9"}]}]"#
    ),
    Case(
      .optionWithoutValue, at: "a",
      #"[{"linkId":"a","type":"choice","answerOption":[{"valueCoding":{"code":"x"}},^{"initialSelected":true}]}]"#
    ),
    Case(
      .duplicateOption("x"), at: "a",
      #"[{"linkId":"a","type":"choice","answerOption":[{"valueCoding":{"code":"x"}},^{"valueCoding":{"code":"x"}}]}]"#
    ),
    Case(.choiceWithoutOptions, at: "a", #"[^{"linkId":"a","type":"choice"}]"#),
    Case(
      .optionsAndValueSet, at: "a",
      #"[^{"linkId":"a","type":"choice","answerValueSet":"urn:v","answerOption":[{"valueCoding":{"code":"x"}}]}]"#
    ),
    Case(
      .valueSet("urn:missing", reason: "it is not here"), at: "a",
      #"[^{"linkId":"a","type":"choice","answerValueSet":"urn:missing"}]"#),
    Case(
      .valueSet("urn:empty", reason: "it holds no concepts"), at: "a",
      #"[^{"linkId":"a","type":"choice","answerValueSet":"urn:empty"}]"#),
    Case(
      .valueSet("urn:missing", reason: "it is not here"), at: "a",
      #"[^{"linkId":"a","type":"quantity","extension":[{"url":"\#(bound)questionnaire-unitValueSet","valueCanonical":"urn:missing"}]}]"#
    ),
    Case(
      .optionsOnOtherType, at: "a",
      #"[^{"linkId":"a","type":"boolean","answerOption":[{"valueString":"x"}]}]"#),
    Case(
      .displayThatAsks, at: "a",
      #"[^{"linkId":"a","type":"display","item":[{"linkId":"b","type":"string"}]}]"#),
    Case(.displayThatAsks, at: "a", #"[^{"linkId":"a","type":"display","required":true}]"#),
    Case(.emptyGroup, .warning, at: "a", #"[^{"linkId":"a","type":"group"}]"#),
    Case(
      .emptyRange, at: "a",
      #"[^{"linkId":"a","type":"integer","extension":[{"url":"\#(bound)minValue","valueInteger":5},{"url":"\#(bound)maxValue","valueInteger":4}]}]"#
    ),
    Case(
      .emptyRange, at: "a",
      #"[^{"linkId":"a","type":"string","maxLength":1,"extension":[{"url":"\#(bound)minLength","valueInteger":2}]}]"#
    ),
    Case(
      .initialValue, at: "a",
      #"[^{"linkId":"a","type":"integer","initial":[{"valueString":"5"}]}]"#),
    Case(
      .initialValue, at: "a",
      #"[^{"linkId":"a","type":"integer","initial":[{"valueInteger":5},{"valueInteger":6}]}]"#),
    Case(
      .scoreDefinition("none"), .warning, at: "a",
      #"[^{"linkId":"a","type":"integer","extension":[{"url":"\#(definition)","valueReference":{"reference":"none"}}]}]"#
    ),
    Case(
      .unsupported(.extension(subQuestionnaire)), .warning, at: "a",
      #"[{"linkId":"a","type":"display","extension":[^{"url":"\#(subQuestionnaire)"}]}]"#),
    Case(
      .unsupported(.modifierExtension("urn:m")), at: "a",
      #"[{"linkId":"a","type":"string","modifierExtension":[^{"url":"urn:m"}]}]"#),
    Case(
      .unsupported(.attachment), .warning, at: "a", #"[^{"linkId":"a","type":"attachment"}]"#),
    Case(.unsupported(.reference), .warning, at: "a", #"[^{"linkId":"a","type":"reference"}]"#),
    Case(
      .unsupported(.terminologyServer), .warning, at: "a",
      #"""
      [{"linkId":"a","type":"string","extension":[^{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-preferredTerminologyServer","valueUrl":"https://tx.example"}]}]
      """#),
    Case(
      .unsupported(.terminologyServer), .warning, at: nil, #"[{"linkId":"a","type":"string"}]"#,
      start: "\"extension\":[^{\"url\":\"\(bound)terminology-server\"}],\n"),
    // A misspelt word must not keep help from anybody.
    Case(
      .unknownCode(.helpPage, "crises"), at: "a",
      #"[{"linkId":"a","type":"display","extension":[^{"url":"\#(own)help-page","valueCode":"crises"}]}]"#
    ),
    Case(
      .unknownCode(.helpPageMoment, "later"), at: "a",
      #"""
      [{"linkId":"a","type":"display","extension":[{"url":"\#(own)help-page","valueCode":"crisis"},^{"url":"\#(own)help-page-moment","valueCode":"later"}]}]
      """#),
    Case(
      .unknownCode(.endPage, nil), at: "a",
      #"[{"linkId":"a","type":"display","extension":[^{"url":"\#(own)end-page"}]}]"#),
    Case(
      .withoutHelpPage(.attendedText), .warning, at: "a",
      #"[{"linkId":"a","type":"string","extension":[^{"url":"\#(own)attended-text","valueString":"x"}]}]"#
    ),
    Case(
      .withoutHelpPage(.helpPageMoment), .warning, at: "a",
      #"""
      [{"linkId":"a","type":"display","extension":[^{"url":"\#(own)help-page-moment","valueCode":"record"}]}]
      """#),
    // An underscore is no part of a tag.
    Case(
      .languageTag("es_MX"), .warning, at: "a", translated("lang", #""valueCode":"es_MX""#)),
    // Two letters that are no code of ISO 639-1.
    Case(.languageTag("xx"), .warning, at: "a", translated("lang", #""valueCode":"xx""#)),
    Case(.languageTag(nil), .warning, at: "a", translated("other", #""valueCode":"es""#)),
    Case(
      .languageTag("zz"), .warning, at: "a",
      #"""
      [{"linkId":"a","type":"choice","answerOption":[{"valueCoding":{"code":"x","display":"X","_display":{"extension":[^{"url":"\#(bound)translation","extension":[{"url":"lang","valueCode":"zz"},{"url":"content","valueString":"X"}]}]}}}]}]
      """#),
  ]

  /// A text with a translation that names its language so.
  private static func translated(_ url: String, _ language: String) -> String {
    #"""
    [{"linkId":"a","type":"string","text":"A","_text":{"extension":[^{"url":"\#(bound)translation","extension":[{"url":"\#(url)",\#(language)},{"url":"content","valueString":"B"}]}]}}]
    """#
  }

  static func form(_ text: String) throws -> Form {
    struct NotHere: Error, CustomStringConvertible { let description = "it is not here" }
    return Form(try #require(Questionnaire(JSONDocument(text).root))) { url in
      if url == "urn:missing" { throw NotHere() }
      return url == "urn:empty" ? [] : [Concept(Coding(code: "x"))]
    }
  }

  @Test(arguments: cases)
  func `names what is wrong and where`(_ row: Case) throws {
    let before = try #require(row.text.split(separator: "^", maxSplits: 1).first)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let position = SourcePosition(
      line: lines.count, column: try #require(lines.last).unicodeScalars.count + 1)
    let form = try Self.form(row.text.replacing("^", with: ""))
    let expected = FormProblem(
      severity: row.severity, kind: row.kind, linkId: row.linkId, file: nil, position: position)
    #expect(form.problems == [expected])
    #expect(form.isUsable == (row.severity == .warning || row.kind == .missingBehavior))
  }

  /// A kind that has no case here makes this stop compiling.
  @Test func `has a case for every kind`() {
    let names = Set(Self.cases.map { Self.name(of: $0.kind) })
    #expect(names.count == 36)
  }

  private static func name(of kind: FormProblem.Kind) -> String {
    switch kind {
    case .missingLinkId, .missingType, .abstractType, .conditionWithoutQuestion,
      .conditionWithoutValue, .existsWithoutBoolean, .missingBehavior, .optionWithoutValue,
      .choiceWithoutOptions, .optionsAndValueSet, .optionsOnOtherType, .displayThatAsks,
      .emptyGroup, .emptyRange, .initialValue:
      "\(kind)"
    case .duplicateLinkId: "duplicateLinkId"
    case .unknownType: "unknownType"
    case .conditionOnUnknownItem: "conditionOnUnknownItem"
    case .conditionOnUnaskedItem: "conditionOnUnaskedItem"
    case .conditionOnItself: "conditionOnItself"
    case .conditionOperator: "conditionOperator"
    case .conditionType: "conditionType"
    case .conditionOption: "conditionOption"
    case .conditionWithoutOrder: "conditionWithoutOrder"
    case .conditionLoop: "conditionLoop"
    case .regex: "regex"
    case .duplicateOption: "duplicateOption"
    case .valueSet: "valueSet"
    case .languageTag: "languageTag"
    case .expression: "expression"
    case .expressionLanguage: "expressionLanguage"
    case .unknownVariable: "unknownVariable"
    case .expressionOnUnknownItem: "expressionOnUnknownItem"
    case .expressionValueSet: "expressionValueSet"
    case .expressionLint: "expressionLint"
    case .variableWithoutName: "variableWithoutName"
    case .duplicateVariable: "duplicateVariable"
    case .variableLoop: "variableLoop"
    case .calculationLoop: "calculationLoop"
    case .constraintWithoutExpression: "constraintWithoutExpression"
    case .expressionOnUnaskedItem: "expressionOnUnaskedItem"
    case .conditionsAndExpression: "conditionsAndExpression"
    case .scoreDefinition: "scoreDefinition"
    case .unknownCode: "unknownCode"
    case .withoutHelpPage: "withoutHelpPage"
    case .unsupported(let what):
      switch what {
      case .extension: "unsupported extension"
      case .modifierExtension: "unsupported modifierExtension"
      case .terminologyServer: "unsupported terminologyServer"
      case .attachment, .reference: "unsupported type"
      }
    // These have tests of their own.
    case .review: "review"
    }
  }

  @Test func `names all problems of a bad form in the order of its file`() throws {
    let form = try Self.form(
      #"""
      {"resourceType":"Questionnaire","item":[
        {"linkId":"a","type":"boolean"},
        {"linkId":"b","type":"strnig","enableWhen":[{"question":"z","operator":"=","answerBoolean":true}]},
        {"type":"string"},
        {"linkId":"a","type":"choice"},
        {"linkId":"c","type":"group","item":[{"linkId":"d"}]},
        {"linkId":"e","type":"group"}]}
      """#)
    let found = form.problems.map { "\($0.position.line) \(Self.name(of: $0.kind))" }
    #expect(
      found == [
        "3 unknownType", "3 conditionOnUnknownItem", "4 missingLinkId", "5 duplicateLinkId",
        "5 choiceWithoutOptions", "6 missingType", "7 emptyGroup",
      ])
    #expect(
      form.problems.map { $0.severity == .error } == [true, true, true, true, true, true, false])
    #expect(form.problems.allSatisfy { !$0.description.isEmpty })
    // A bad form can be filled all the same.
    let response = Response(to: form)
    #expect(response.topNodes.count == 6)
  }

  @Test(arguments: [
    ("conditionWithoutQuestion", #""operator":"=","answerBoolean":true"#),
    ("conditionOnUnknownItem", #""question":"z","operator":"=","answerBoolean":true"#),
    ("conditionOperator", #""question":"a","operator":"is","answerBoolean":true"#),
    ("conditionWithoutValue", #""question":"a","operator":"!=""#),
    ("conditionType", #""question":"a","operator":"!=","answerString":"yes""#),
    ("existsWithoutBoolean", #""question":"a","operator":"exists","answerString":"yes""#),
  ])
  func `a condition that cannot be understood is never met`(
    _ name: String, _ condition: String
  ) throws {
    var filler = try Filler(
      "[\(Self.gate),\(Self.when(condition).replacing("^", with: ""))]")
    #expect(filler.form.problems.map { Self.name(of: $0.kind) } == [name])
    #expect(try !filler.isEnabled("b"))
    try filler.set("a", .boolean(false))
    #expect(try !filler.isEnabled("b"))
  }
}
