import FHIR
import FHIRPath
import FormFiller
import Testing

@testable import Referral

/// Template-based extraction (SDC 4, Form Data Extraction).
@Suite struct TemplateExtractionTests {
  private typealias Case = ExtractionCase

  /// The members of a template for a form with a text `t`, a repeating text `m`, a number `n` and an
  /// amount `d`, and those of the resource that comes of it.
  struct MembersCase: CustomTestStringConvertible {
    let testDescription: String
    let template: String
    /// nil: no resource.
    let result: String?
  }

  static let members = [
    MembersCase(
      testDescription: "what is fixed", template: #""active":true,"gender":"female""#,
      result: #""active":true,"gender":"female""#),
    MembersCase(
      testDescription: "the value of a primitive",
      template: #""name":[{"_text":\#(Case.value("item.where(linkId = 't').answer.value"))}]"#,
      result: #""name":[{"text":"hello"}]"#),
    MembersCase(
      testDescription: "a value in place of a stand-in",
      template: #""birthDate":"1900-01-01","_birthDate":\#(Case.value("@2000-02-03"))"#,
      result: #""birthDate":"2000-02-03""#),
    MembersCase(
      testDescription: "several values of a list",
      template:
        #""name":[{"given":["First",null],"_given":[null,\#(Case.value("item.where(linkId = 'm').answer.value"))]}]"#,
      result: #""name":[{"given":["First","one","two"]}]"#),
    MembersCase(
      testDescription: "an element for each result",
      template:
        #""contact":[{"#
        + Case.context("item.where(linkId = 'm').answer.value")
        + #","name":{"_text":\#(Case.value("$this"))},"gender":"unknown"}]"#,
      result:
        #""contact":[{"name":{"text":"one"},"gender":"unknown"},{"name":{"text":"two"},"gender":"unknown"}]"#
    ),
    MembersCase(
      testDescription: "an element for each result that is no node",
      template:
        #""name":[{"#
        + Case.context("item.where(linkId = 'm').answer.value.select($this + '!')")
        + #","_text":\#(Case.value("$this"))}]"#,
      result: #""name":[{"text":"one!"},{"text":"two!"}]"#),
    MembersCase(
      testDescription: "a context within a context",
      template:
        #""contact":[{"# + Case.context("item.where(linkId = 'm')") + #","telecom":[{"#
        + Case.context("answer") + #","system":"phone","_value":\#(Case.value("value"))}]}]"#,
      result:
        #""contact":[{"telecom":[{"system":"phone","value":"one"},{"system":"phone","value":"two"}]}]"#
    ),
    MembersCase(
      testDescription: "a context with a name",
      template:
        #""name":[{"extension":[\#(Case.sdc("templateExtractContext", #""valueExpression":{"name":"all","language":"text/fhirpath","expression":"item.where(linkId = 't').answer"}"#))],"#
        + #""_text":\#(Case.value("%all.value + '!'"))}]"#,
      result: #""name":[{"text":"hello!"}]"#),
    MembersCase(
      testDescription: "a value that is an object, with its digits",
      template:
        #""extension":[{"url":"urn:x","valueQuantity":\#(Case.value("item.where(linkId = 'd').answer.value"))}]"#,
      result: #""extension":[{"url":"urn:x","valueQuantity":{"value":60.0,"unit":"mg"}}]"#),
    MembersCase(
      testDescription: "a calculated amount",
      template:
        #""extension":[{"url":"urn:x","valueQuantity":\#(Case.value("4 'mg'"))},{"url":"urn:y","valueQuantity":\#(Case.value("2 days"))}]"#,
      result:
        #""extension":[{"url":"urn:x","valueQuantity":{"value":4,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}},{"url":"urn:y","valueQuantity":{"value":2,"unit":"day","system":"http://unitsofmeasure.org","code":"d"}}]"#
    ),
    MembersCase(
      testDescription: "values of all kinds",
      template:
        #""_active":\#(Case.value("1 = 1")),"_multipleBirthInteger":\#(Case.value("item.where(linkId = 'n').answer.value + 1")),"_deceasedDateTime":\#(Case.value("@2001-02-03T04:05:06Z"))"#,
      result:
        #""active":true,"multipleBirthInteger":4,"deceasedDateTime":"2001-02-03T04:05:06Z""#),
    MembersCase(
      testDescription: "what comes to nothing is left out, with what then is empty",
      template:
        #""active":true,"name":[{"_text":\#(Case.value("item.where(linkId = 'e').answer.value"))}],"contact":[{"#
        + Case.context("item.where(linkId = 'e')")
        + #","gender":"unknown"}],"maritalStatus":{"coding":[\#(Case.value("{}"))],"text":"?"}"#,
      result: #""active":true,"maritalStatus":{"text":"?"}"#),
    MembersCase(
      testDescription: "an extension without its value",
      template:
        #""active":true,"extension":[{"url":"urn:x","_valueString":\#(Case.value("{}"))},{"url":"urn:y","valueCode":"k"}]"#,
      result: #""active":true,"extension":[{"url":"urn:y","valueCode":"k"}]"#),
    MembersCase(
      testDescription: "what else stands with a primitive stays",
      template:
        #""_birthDate":{"id":"b","extension":[\#(Case.sdc("templateExtractValue", #""valueString":"@2000-01-01""#)),{"url":"urn:x","valueBoolean":true}]}"#,
      result:
        #""birthDate":"2000-01-01","_birthDate":{"id":"b","extension":[{"url":"urn:x","valueBoolean":true}]}"#
    ),
    MembersCase(
      testDescription: "a resource of which nothing is left",
      template: #""_birthDate":\#(Case.value("{}"))"#, result: ""),
    MembersCase(
      testDescription: "a resource for no result",
      template: Case.context("item.where(linkId = 'e')") + #","active":true"#, result: nil),
  ]

  private static let questions = [
    Case.item("t", "string"), Case.item("m", "string", #","repeats":true"#),
    Case.item("n", "integer"), Case.item("d", "quantity"), Case.item("e", "string"),
  ].joined(separator: ",")

  private static let answers = [
    Case.answer("t", #""valueString":"hello""#),
    Case.answer("m", #""valueString":"one""#, #""valueString":"two""#),
    Case.answer("n", #""valueInteger":3"#),
    Case.answer("d", #""valueQuantity":{"value":60.0,"unit":"mg"}"#),
  ].joined(separator: ",")

  @Test(arguments: members) func `a template is filled`(_ members: MembersCase) throws {
    let form = try Case.form(
      Self.questions, extensions: Case.use("p"),
      contained: #"{"resourceType":"Patient","id":"p",\#(members.template)}"#)
    let extraction = try Case.extraction(form, answers: Self.answers)
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    #expect(
      extraction.resources
        == [
          members.result.map { result in
            #"{"resourceType":"Patient"\#(result.isEmpty ? "" : ",")\#(result)}"#
          }
        ].compactMap { $0 })
  }

  private static func note(_ text: String, rootContext: String? = nil) -> String {
    let context = rootContext.map { Case.context($0) + "," } ?? ""
    return #"{"resourceType":"Basic","id":"p",\#(context)"code":{"_text":\#(Case.value(text))}}"#
  }

  private static func notes(_ texts: String...) -> [String] {
    texts.map { #"{"resourceType":"Basic","code":{"text":"\#($0)"}}"# }
  }

  @Test func `each row makes a resource, and a row without answers none`() throws {
    let form = try Case.form(
      Case.item(
        "g", "group", extensions: Case.use("p"),
        #","repeats":true,"item":[\#(Case.item("t", "string"))]"#),
      contained: Self.note("item.where(linkId = 't').answer.value"))
    let rows = [
      Case.row("g", Case.answer("t", #""valueString":"x""#)), Case.row("g", #"{"linkId":"t"}"#),
      Case.row("g", Case.answer("t", Case.declined)),
      Case.row("g", Case.answer("t", #""valueString":"y""#)),
    ]
    let extraction = try Case.extraction(form, answers: rows.joined(separator: ","))
    #expect(extraction.resources == Self.notes("x", "y"))
    #expect(try Case.extraction(form, answers: "").resources.isEmpty)
  }

  /// SDC: the context of an item is the item with all its answers, not one of them.
  @Test(
    arguments: [
      ("answer.value.join('+')", nil, ["x+y"]), ("value", "answer", ["x", "y"]),
    ] as [(String, String?, [String])])
  func `a question makes one resource, or one for each answer`(
    text: String, context: String?, expected: [String]
  ) throws {
    let form = try Case.form(
      Case.item("t", "string", extensions: Case.use("p"), #","repeats":true"#),
      contained: Self.note(text, rootContext: context))
    let extraction = try Case.extraction(
      form, answers: Case.answer("t", #""valueString":"x""#, #""valueString":"y""#))
    #expect(extraction.resources == expected.flatMap { Self.notes($0) })
    // Who wants one for each answer and gets one for all is told so.
    let warned = extraction.problems.map(\.kind) == [.oneResourceForAllAnswers]
    #expect(warned == (context == nil))
  }

  @Test func `an item can have several templates, and what is not asked none`() throws {
    let condition = #","enableWhen":[{"question":"g","operator":"=","answerBoolean":true}]"#
    let form = try Case.form(
      [
        Case.item("g", "boolean"),
        Case.item("t", "string", extensions: Case.use("p") + "," + Case.use("q"), condition),
      ].joined(separator: ","),
      contained: Self.note("answer.value")
        + #",{"resourceType":"Basic","id":"q","code":{"text":"second"}}"#)
    func resources(_ gate: Bool) throws -> [String] {
      try Case.extraction(
        form,
        answers: Case.answer("g", #""valueBoolean":\#(gate)"#) + ","
          + Case.answer("t", #""valueString":"first""#),
        heading: #""status":"in-progress""#
      ).resources
    }
    #expect(try resources(true) == Self.notes("first", "second"))
    #expect(try resources(false).isEmpty)
  }

  /// Expressions that read what is around the answers, and what they give.
  static let surroundings = [
    ("%resource.status", "completed"), ("%context.linkId", "t"), ("%questionnaire.url", "urn:form"),
    ("%qitem.type", "string"), ("%patient.gender", "female"), ("%outer + '!'", "from the form!"),
    ("%inner", "hello, hello"), ("%rowId", "urn:uuid:2"), ("%formId", "urn:uuid:1"),
    ("today().toString()", "2025-06-01"), ("iif(%missing.exists(), 'there', 'none')", "none"),
  ]

  @Test(arguments: surroundings)
  func `expressions see variables, the form and what was handed in`(
    text: String, expected: String
  ) throws {
    func variable(_ name: String, _ text: String) -> String {
      #"{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":"#
        + #"{"name":"\#(name)","language":"text/fhirpath","expression":"\#(text)"}}"#
    }
    func launch(_ name: String) -> String {
      Case.sdc(
        "launchContext",
        #""extension":[{"url":"name","valueCoding":{"code":"\#(name)"}},{"url":"type","valueCode":"Patient"}]"#
      )
    }
    let question = Case.item(
      "t", "string",
      extensions: Case.use("p") + "," + variable("inner", "answer.value + ', ' + answer.value"))
    let form = try Case.form(
      Case.item(
        "g", "group", extensions: Case.identifier("rowId"), #","item":[\#(question)]"#),
      extensions: [
        launch("patient"), launch("missing"), variable("outer", "'from the form'"),
        Case.identifier("formId"),
      ].joined(separator: ","),
      contained: Self.note(text))
    let patient = ResourceTree(try JSONDocument(#"{"resourceType":"Patient","gender":"female"}"#))
    let extraction = try Case.extraction(
      form, answers: Case.row("g", Case.answer("t", #""valueString":"hello""#)),
      in: FormContext(resources: ["patient": patient.root], now: try TestForm.now()))
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    #expect(extraction.resources == Self.notes(expected))
  }

  /// The parts of a templateExtract, and the entry without its resource.
  static let entryParts: [(KeyValuePairs<String, String>, String)] = [
    ([:], #""fullUrl":"urn:uuid:1" {"method":"POST","url":"Basic"}"#),
    (
      ["fullUrl": "'urn:uuid:9'", "ifNoneExist": "'code=' + answer.value"],
      #""fullUrl":"urn:uuid:9" {"method":"POST","url":"Basic","ifNoneExist":"code=hello"}"#
    ),
    (["fullUrl": "{}"], #""fullUrl":"urn:uuid:1" {"method":"POST","url":"Basic"}"#),
    (
      [
        "resourceId": "answer.value", "ifMatch": "'W/2'", "ifNoneMatch": "'*'",
        "ifModifiedSince": "@2020-01-01T00:00:00Z",
      ],
      #""fullUrl":"urn:uuid:1" {"method":"PUT","url":"Basic/hello","ifNoneMatch":"*","#
        + #""ifModifiedSince":"2020-01-01T00:00:00Z","ifMatch":"W/2"}"#
    ),
    (["resourceId": "{}"], #""fullUrl":"urn:uuid:1" {"method":"POST","url":"Basic"}"#),
  ]

  @Test(arguments: entryParts.indices)
  func `the parts say how the resource stands in the transaction`(_ index: Int) throws {
    let (parts, expected) = Self.entryParts[index]
    let form = try Case.form(
      Case.item("t", "string", extensions: Case.use("p", parts)),
      contained: Self.note("answer.value"))
    let extraction = try Case.extraction(form, answers: Case.answer("t", #""valueString":"hello""#))
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    let entry = try #require(extraction.entries.first)
    let fullUrl = try #require(entry["fullUrl"]?.compactText)
    let request = try #require(entry["request"]?.compactText)
    #expect(#""fullUrl":\#(fullUrl) \#(request)"# == expected)
    #expect(entry["resource"]?["id"]?.string == (request.contains("PUT") ? "hello" : nil))
  }

  @Test func `an id in the template itself updates the resource`() throws {
    let form = try Case.form(
      Case.item("t", "string", extensions: Case.use("p")),
      contained:
        #"{"resourceType":"Basic","id":"p","_id":\#(Case.value("answer.value")),"code":{"text":"x"}}"#
    )
    let extraction = try Case.extraction(form, answers: Case.answer("t", #""valueString":"seven""#))
    #expect(extraction.resources == [#"{"resourceType":"Basic","id":"seven","code":{"text":"x"}}"#])
    #expect(
      extraction.entries.first?["request"]?.compactText == #"{"method":"PUT","url":"Basic/seven"}"#)
  }

  @Test func `identifiers are new for each row and join resources`() throws {
    let form = try Case.form(
      Case.item(
        "g", "group",
        extensions: [
          Case.identifier("first"), Case.use("p", ["fullUrl": "%first"]), Case.use("q"),
        ].joined(separator: ","),
        #","repeats":true,"item":[\#(Case.item("t", "string"))]"#),
      contained: Self.note("item.answer.value")
        + #",{"resourceType":"Basic","id":"q","code":{"text":"q"},"subject":{"_reference":\#(Case.value("%first"))}}"#
    )
    let extraction = try Case.extraction(
      form,
      answers: ["x", "y"].map { Case.row("g", Case.answer("t", #""valueString":"\#($0)""#)) }
        .joined(separator: ","))
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    let addresses = extraction.entries.compactMap { $0["fullUrl"]?.string }
    #expect(addresses == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3", "urn:uuid:4"])
    let references = extraction.entries.compactMap {
      $0["resource"]?["subject"]?["reference"]?.string
    }
    #expect(references == ["urn:uuid:1", "urn:uuid:3"])
  }
}
