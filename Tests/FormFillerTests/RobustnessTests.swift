import FHIR
import FormGenerator
import Testing

@testable import FormFiller

/// Forms and responses that are huge, nonsense or meant to do harm: nothing crashes, nothing hangs.
@Suite struct RobustnessTests {
  private static let core = "http://hl7.org/fhir/StructureDefinition/"

  private static func everything(with form: Form) throws {
    let response = Response(to: form)
    _ = response.issues()
    _ = try? response.document(as: .completed, authored: Filler.time())
    let draft = try response.document(as: .inProgress, authored: Filler.time())
    let source = try #require(QuestionnaireResponse(draft.root))
    _ = Response.issues(in: source, form: form)
    var stop = response.firstStop
    while let current = stop { stop = response.stop(after: current) }
    for problem in form.problems.prefix(10) { #expect(!problem.description.isEmpty) }
  }

  static let values = [
    "null", "true", "-1", "0", "1e100", "123456789012345678901234567890123456789012", "0.5",
    #""""#, #""x""#, "[]", "[null]", "{}", #"[{"url":"x"}]"#, "[[]]",
    #"[{"item":[{}]}]"#,
  ]

  static let members = [
    "linkId", "type", "text", "enableWhen", "enableBehavior", "required", "repeats", "readOnly",
    "maxLength", "answerValueSet", "answerOption", "initial", "item", "extension", "code", "prefix",
    "modifierExtension",
  ]

  @Test(arguments: members)
  func `a member of any type does no harm`(_ member: String) throws {
    for type in ItemType.allCases.map(\.rawValue) {
      for value in Self.values {
        let base = ["linkId": #""a""#, "type": #""\#(type)""#].filter { $0.key != member }
          .map { #""\#($0.key)":\#($0.value)"# }
        let item = (base + [#""\#(member)":\#(value)"#]).joined(separator: ",")
        try Self.everything(with: Filler.form("[{\(item)}]"))
      }
    }
  }

  static let extensions = [
    "minOccurs", "maxOccurs", "minValue", "maxValue", "minLength", "maxDecimalPlaces", "regex",
    "maxSize", "mimeType", "questionnaire-minOccurs", "questionnaire-maxOccurs",
    "questionnaire-itemControl", "questionnaire-unit", "questionnaire-unitOption",
    "questionnaire-unitValueSet", "questionnaire-hidden", "questionnaire-referenceResource",
  ]

  @Test(arguments: extensions)
  func `an extension of any type does no harm`(_ name: String) throws {
    let answers = [
      "string": #"{"valueString":"abc"}"#, "integer": #"{"valueInteger":-9223372036854775808}"#,
      "decimal": #"{"valueDecimal":0.00000000000000000000000000000000000001}"#,
      "quantity": #"{"valueQuantity":{"value":1e30}}"#,
      "attachment": #"{"valueAttachment":{"size":-1,"data":"="}}"#,
    ]
    let kinds = AnswerValue.Kind.allCases.map(\.rawValue)
    for (type, answer) in answers {
      for value in Self.values + ["9223372036854775807", "-9223372036854775808"] {
        for kind in kinds {
          let filler = try Filler(
            #"[{"linkId":"a","type":"\#(type)","repeats":true,"maxLength":-5,"extension":[{"url":"\#(Self.core)\#(name)","value\#(kind)":\#(value)}]}]"#
          )
          let (read, _) = try filler.reading(#"[{"linkId":"a","answer":[\#(answer)]}]"#)
          _ = read.response.issues()
          _ = read.response.firstStop
        }
      }
    }
  }

  @Test func `a response of any shape does no harm`() throws {
    let filler = try Filler(
      #"""
      [{"linkId":"a","type":"string","item":[{"linkId":"b","type":"integer"}]},
       {"linkId":"g","type":"group","item":[{"linkId":"c","type":"choice"}]}]
      """#)
    for member in ["linkId", "text", "answer", "item", "extension", "definition"] {
      for linkId in ["a", "g"] {
        for value in Self.values {
          let base = member == "linkId" ? "" : #""linkId":"\#(linkId)","#
          let (read, _) = try filler.reading(#"[{\#(base)"\#(member)":\#(value)}]"#)
          _ = read.response.issues()
          let text = try read.text()
          #expect(try read.rewritten().text() == text)
        }
      }
    }
    for member in ["item", "status", "authored", "questionnaire", "extension", "contained"] {
      for value in Self.values {
        let (read, _) = try filler.reading(
          document: #"{"resourceType":"QuestionnaireResponse","\#(member)":\#(value)}"#)
        _ = try read.text()
      }
    }
  }

  // MARK: - Depth

  private static func nested(_ type: String, depth: Int) -> String {
    (0..<depth).reduce("[]") { inner, level in
      #"[{"linkId":"d\#(level)","type":"\#(type)","item":\#(inner)}]"#
    }
  }

  @Test(arguments: ["group", "string"])
  func `items may lie as deep as JSON may`(_ type: String) throws {
    // An object and an array a level, with the questionnaire around.
    let depth = 63
    var filler = try Filler(Self.nested(type, depth: depth))
    #expect(filler.form.items.count == depth)
    if type == "string" {
      for level in (0..<depth).reversed() { try filler.set("d\(level)", .string("x")) }
      #expect(try filler.isEnabled("d0"))
      try filler.clear("d\(depth - 1)")
      #expect(try !filler.isEnabled("d0"))
      // An answer and its items are two levels of JSON more each.
      #expect(filler.response.issues().isEmpty)
    }
    try Self.everything(with: filler.form)
    #expect(throws: JSONError.self) { try Filler.form(Self.nested(type, depth: 64)) }
  }

  @Test func `items under answers as deep as a response may be are read and written`() throws {
    let depth = 31
    var filler = try Filler(Self.nested("string", depth: depth))
    for level in (0..<depth).reversed() { try filler.set("d\(level)", .string("x")) }
    let again = try filler.rewritten()
    #expect(try again.isEnabled("d0"))
    #expect(try again.text() == filler.text())
  }

  // MARK: - Size

  @Test func `a large form compiles without problems`() throws {
    let document = LargeForm.document(itemCount: 2000)
    let form = Form(try #require(Questionnaire(document.root))) { _ in [] }
    #expect(form.items.count == 2000)
    #expect(form.problems.isEmpty)
    #expect(form.items.reduce(0) { $0 + $1.conditions.count } == 400)
  }

  @Test func `a chain of conditions as long as the form is settled in one go`() throws {
    let count = 3000
    let items = (0..<count).map { index in
      let condition =
        index == 0
        ? ""
        : #","enableWhen":[{"question":"q\#(index - 1)","operator":"=","answerBoolean":true}]"#
      return
        #"{"linkId":"q\#(index)","type":"boolean","initial":[{"valueBoolean":true}]\#(condition)}"#
    }
    // From the last to the first, so that every condition looks forward.
    var filler = try Filler("[\(items.reversed().joined(separator: ","))]")
    #expect(filler.form.problems.isEmpty)
    #expect(try filler.isEnabled("q\(count - 1)"))
    let outcome = try filler.set("q0", .boolean(false))
    #expect(outcome.closed.count == count - 1)
    #expect(filler.response.item(of: try #require(outcome.closed.first)).linkId == "q\(count - 1)")
  }

  @Test func `many loops are each named`() throws {
    let items = (0..<500).map { index in
      #"""
      {"linkId":"a\#(index)","type":"boolean","enableWhen":[{"question":"b\#(index)","operator":"exists","answerBoolean":true}]},
      {"linkId":"b\#(index)","type":"boolean","enableWhen":[{"question":"a\#(index)","operator":"exists","answerBoolean":true}]}
      """#
    }
    let form = try Filler.form("[\(items.joined(separator: ","))]")
    #expect(form.problems.count == 500)
  }

  @Test func `many rows, answers and options are taken`() throws {
    let options = (0..<2000).map { #"{"valueCoding":{"code":"c\#($0)"}}"# }
    var filler = try Filler(
      #"""
      [{"linkId":"pick","type":"choice","repeats":true,"answerOption":[\#(options.joined(separator: ","))]},
       {"linkId":"g","type":"group","repeats":true,"item":[
         {"linkId":"q","type":"boolean"},
         {"linkId":"t","type":"string","enableWhen":[{"question":"q","operator":"=","answerBoolean":true}]}]}]
      """#)
    #expect(filler.form.problems.isEmpty)
    let rows = (0..<1000).map { _ in
      #"{"linkId":"g","item":[{"linkId":"q","answer":[{"valueBoolean":true}]}]}"#
    }
    let (read, issues) = try filler.reading("[\(rows.joined(separator: ","))]")
    #expect(issues.isEmpty)
    filler = read
    #expect(filler.response.nodes(linkId: "t").count { filler.response.isEnabled($0) } == 1000)
    let outcome = try filler.set("q", .boolean(false), instance: 999)
    #expect(outcome.closed == [try filler.node("t", 999)])
    try filler.removeRow(0, of: "g")
    #expect(filler.response.nodes(linkId: "t").count == 999)
  }

  // MARK: - Patterns

  @Test(arguments: [
    ("(", false), ("[0-9]{2}", true), ("(a+)+b", true), ("\\p{L}+", true), ("(?<=a)b", false),
    (String(repeating: "(", count: 400) + String(repeating: ")", count: 400), false),
    (String(repeating: "a", count: 1001), false),
  ])
  func `a pattern is a regular expression or is named`(_ pattern: String, _ isValid: Bool) throws {
    let escaped = pattern.replacing("\\", with: "\\\\")
    let form = try Filler.form(
      #"[{"linkId":"a","type":"string","extension":[{"url":"\#(Self.core)regex","valueString":"\#(escaped)"}]}]"#
    )
    #expect(form.problems.map(\.kind) == (isValid ? [] : [.regex(pattern)]))
    try Self.everything(with: form)
  }

  @Test func `a text too long to be tried is too long`() throws {
    func issues(_ members: String, _ length: Int) throws -> [AnswerIssue] {
      let form = try Filler.form(
        #"[{"linkId":"a","type":"string"\#(members),"extension":[{"url":"\#(Self.core)regex","valueString":"a*"}]}]"#
      )
      return form.items[0].issues(with: .string(String(repeating: "a", count: length)))
    }
    #expect(try issues("", 2000).isEmpty)
    #expect(try issues("", 2001) == [.tooLong(2000)])
    #expect(try issues(#","maxLength":3000"#, 3000).isEmpty)
    #expect(try issues(#","maxLength":3000"#, 3001) == [.tooLong(3000)])
    #expect(try issues(#","maxLength":9223372036854775807"#, 10_001) == [.tooLong(10_000)])
    #expect(try issues(#","maxLength":-1"#, 1) == [.tooLong(-1)])
  }
}
