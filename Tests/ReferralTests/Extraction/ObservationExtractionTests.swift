import FHIR
import FormFiller
import Testing

@testable import Referral

/// Observation-based extraction (SDC 4, Form Data Extraction).
@Suite struct ObservationExtractionTests {
  private typealias Case = ExtractionCase

  /// An answer to a coded question, and the value of the observation.
  struct ValueCase: CustomTestStringConvertible {
    let type: String
    var members = ""
    let answer: String
    let value: String

    var testDescription: String { "\(type) \(answer)" }
  }

  private static let unit = #"""
    {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unit","valueCoding":
     {"system":"http://unitsofmeasure.org","code":"kg","display":"kilograms"}}
    """#

  private static let absent = #"""
    dataAbsentReason={"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"asked-declined","display":"Asked But Declined"}]}
    """#

  static let values = [
    ValueCase(type: "boolean", answer: #""valueBoolean":false"#, value: "valueBoolean=false"),
    ValueCase(type: "integer", answer: #""valueInteger":3"#, value: "valueInteger=3"),
    ValueCase(
      type: "decimal", answer: #""valueDecimal":7.50"#, value: #"valueQuantity={"value":7.50}"#),
    ValueCase(
      type: "decimal", members: unit, answer: #""valueDecimal":70.0"#,
      value:
        #"valueQuantity={"value":70.0,"unit":"kilograms","system":"http://unitsofmeasure.org","code":"kg"}"#
    ),
    ValueCase(
      type: "integer", members: unit, answer: #""valueInteger":70"#,
      value:
        #"valueQuantity={"value":70,"unit":"kilograms","system":"http://unitsofmeasure.org","code":"kg"}"#
    ),
    ValueCase(
      type: "quantity", answer: #""valueQuantity":{"value":5,"unit":"mg"}"#,
      value: #"valueQuantity={"value":5,"unit":"mg"}"#),
    ValueCase(
      type: "open-choice", answer: #""valueCoding":{"system":"urn:s","code":"x","display":"X"}"#,
      value: #"valueCodeableConcept={"coding":[{"system":"urn:s","code":"x","display":"X"}]}"#),
    ValueCase(
      type: "open-choice", answer: #""valueString":"other""#, value: #"valueString="other""#),
    ValueCase(type: "text", answer: #""valueString":"words""#, value: #"valueString="words""#),
    ValueCase(type: "url", answer: #""valueUri":"urn:x""#, value: #"valueString="urn:x""#),
    ValueCase(type: "date", answer: #""valueDate":"2019-03""#, value: #"valueDateTime="2019-03""#),
    ValueCase(
      type: "dateTime", answer: #""valueDateTime":"2019-03-01T10:00:00Z""#,
      value: #"valueDateTime="2019-03-01T10:00:00Z""#),
    ValueCase(type: "time", answer: #""valueTime":"10:30:00""#, value: #"valueTime="10:30:00""#),
    ValueCase(type: "string", answer: Case.declined, value: absent),
  ]

  @Test(arguments: values) func `a value is what was answered`(_ value: ValueCase) throws {
    let options =
      value.type == "open-choice" ? #","answerOption":[{"valueCoding":{"code":"x"}}]"# : ""
    let marks = [Case.observed(), value.members].filter { !$0.isEmpty }.joined(separator: ",")
    let form = try Case.form(
      Case.item("q", value.type, extensions: marks, codes: Case.code("c"), options))
    let extraction = try Case.extraction(form, answers: Case.answer("q", value.answer))
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    #expect(extraction.observations == ["c \(value.value)"])
  }

  @Test func `an observation takes over what is known of the response`() throws {
    let category = #"{"coding":[{"code":"survey"}]}"#
    let form = try Case.form(
      Case.item("q", "boolean", codes: Case.code("c")),
      extensions: Case.observed() + ","
        + Case.sdc("observation-extract-category", #""valueCodeableConcept":\#(category)"#))
    let extraction = try Case.extraction(
      form, answers: Case.answer("q", #""valueBoolean":true"#),
      heading: #"""
        "id":"r","basedOn":[{"reference":"ServiceRequest/1"}],"partOf":[{"reference":"Procedure/2"}],
        "questionnaire":"urn:form","status":"completed","subject":{"reference":"Patient/3"},
        "encounter":{"reference":"Encounter/4"},"authored":"2025-06-01T10:00:00+02:00",
        "author":{"reference":"RelatedPerson/5"},"source":{"reference":"Patient/3"}
        """#)
    #expect(
      extraction.entries.map(\.compactText) == [
        #"{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Observation","#
          + #""basedOn":[{"reference":"ServiceRequest/1"}],"partOf":[{"reference":"Procedure/2"}],"#
          + #""status":"final","category":[{"coding":[{"code":"survey"}]}],"#
          + #""code":{"coding":[{"system":"urn:s","code":"c"}]},"subject":{"reference":"Patient/3"},"#
          + #""encounter":{"reference":"Encounter/4"},"#
          + #""effectiveDateTime":"2025-06-01T10:00:00+02:00","issued":"2025-06-01T10:00:00+02:00","#
          + #""performer":[{"reference":"RelatedPerson/5"}],"valueBoolean":true,"#
          + #""derivedFrom":[{"reference":"QuestionnaireResponse/r"}]},"#
          + #""request":{"method":"POST","url":"Observation"}}"#
      ])
    #expect(extraction.bundle.root["type"]?.string == "transaction")
  }

  /// The head of a response, and a part of the observation that comes of it.
  static let headings = [
    (#""status":"completed""#, #""status":"final""#),
    (#""status":"amended""#, #""status":"final""#),
    (#""status":"in-progress""#, #""status":"preliminary""#),
    (#""status":"stopped""#, #""status":"preliminary""#),
    (
      #""status":"completed","authored":"2025-06-01""#,
      // A day is no instant, so that nothing was issued.
      #""effectiveDateTime":"2025-06-01","valueBoolean""#
    ),
    (
      #""status":"completed","questionnaire":"urn:form","authored":"2025-06-01""#,
      #""derivedFrom":[{"type":"QuestionnaireResponse","#
        + #""display":"Answers to urn:form of 2025-06-01"}]"#
    ),
    (
      #""status":"completed","identifier":{"value":"9"}"#,
      #""derivedFrom":[{"type":"QuestionnaireResponse","identifier":{"value":"9"}}]"#
    ),
  ]

  @Test(arguments: headings)
  func `the head of the response shows in the observation`(heading: String, part: String) throws {
    let form = try Case.form(
      Case.item("q", "boolean", extensions: Case.observed(), codes: Case.code("c")))
    let extraction = try Case.extraction(
      form, answers: Case.answer("q", #""valueBoolean":true"#), heading: heading)
    #expect(extraction.resources.first?.contains(part) == true, "\(extraction.resources)")
  }

  /// Marks on a form with two questions in a group, all coded, and the codes of what comes of it.
  struct ScopeCase: CustomTestStringConvertible {
    let testDescription: String
    var form = ""
    var group = ""
    var first = ""
    var firstCodes = ExtractionCase.code("a")
    let codes: [String]
  }

  static let scopes = [
    ScopeCase(testDescription: "no mark", codes: []),
    ScopeCase(testDescription: "the form", form: Case.observed(), codes: ["g", "a", "b"]),
    ScopeCase(testDescription: "the group", group: Case.observed(), codes: ["g", "a", "b"]),
    ScopeCase(testDescription: "one question", first: Case.observed(), codes: ["a"]),
    ScopeCase(
      testDescription: "all but one question", form: Case.observed(), first: Case.observed(false),
      codes: ["g", "b"]),
    ScopeCase(
      testDescription: "all but the group and what is in it", form: Case.observed(),
      group: Case.observed(false), codes: []),
    ScopeCase(
      testDescription: "a form that says no by default", form: Case.observed(false),
      first: Case.observed(), codes: ["a"]),
    ScopeCase(
      testDescription: "a question without a code", form: Case.observed(), firstCodes: "",
      codes: ["g", "b"]),
    ScopeCase(
      testDescription: "several codes that mean the same", first: Case.observed(),
      firstCodes: Case.code("a") + "," + Case.code("a2"), codes: ["a+a2"]),
    ScopeCase(
      testDescription: "one code of several, marked itself",
      firstCodes: Case.code("a") + "," + Case.code("a2", extensions: Case.observed()),
      codes: ["a2"]),
    ScopeCase(
      testDescription: "one code marked, the item too", first: Case.observed(),
      firstCodes: Case.code("a") + "," + Case.code("a2", extensions: Case.observed()),
      codes: ["a2"]),
    ScopeCase(
      testDescription: "all codes but one", first: Case.observed(),
      firstCodes: Case.code("a") + "," + Case.code("a2", extensions: Case.observed(false)),
      codes: ["a"]),
  ]

  @Test(arguments: scopes) func `marks hold for what lies within`(_ scope: ScopeCase) throws {
    let questions = [
      Case.item("a", "integer", extensions: scope.first, codes: scope.firstCodes),
      Case.item("b", "integer", codes: Case.code("b")),
    ].joined(separator: ",")
    let form = try Case.form(
      Case.item(
        "g", "group", extensions: scope.group, codes: Case.code("g"), #","item":[\#(questions)]"#),
      extensions: scope.form)
    let extraction = try Case.extraction(
      form,
      answers: Case.row(
        "g", Case.answer("a", #""valueInteger":1"#), Case.answer("b", #""valueInteger":2"#)))
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    #expect(
      extraction.observations.map { $0.split(separator: " ").first ?? "" }
        == scope.codes.map { $0[...] })
    #expect(!extraction.resources.contains { $0.contains("observationExtract") })
  }

  /// Relationships of a question to the one it lies under, and what comes of them.
  static let relationships = [
    (
      Case.observed(),
      [#"p valueBoolean=true hasMember=[{"reference":"urn:uuid:2"}]"#, "c valueInteger=4"], 1
    ),
    (
      Case.observed(as: "member"),
      [#"p valueBoolean=true hasMember=[{"reference":"urn:uuid:2"}]"#, "c valueInteger=4"], 1
    ),
    (Case.observed(as: "independent"), ["p valueBoolean=true", "c valueInteger=4"], 1),
    (Case.observed(as: "derived"), ["p valueBoolean=true", "c valueInteger=4"], 2),
    (
      Case.observed(as: "component"),
      [
        #"p valueBoolean=true component=[{"code":{"coding":[{"system":"urn:s","code":"c"}]},"#
          + #""valueInteger":4}]"#
      ], 1
    ),
  ]

  @Test(arguments: relationships)
  func `a question under another is related to it`(
    mark: String, observations: [String], sources: Int
  ) throws {
    let inner = Case.item("c", "integer", extensions: mark, codes: Case.code("c"))
    let form = try Case.form(
      Case.item(
        "p", "boolean", extensions: Case.observed(), codes: Case.code("p"), #","item":[\#(inner)]"#)
    )
    let extraction = try Case.extraction(
      form,
      answers: Case.answer(
        "p", #""valueBoolean":true,"item":[\#(Case.answer("c", #""valueInteger":4"#))]"#))
    #expect(extraction.problems.isEmpty, "\(extraction.problems)")
    #expect(extraction.observations == observations)
    let derived = extraction.entries.last?["resource"]?["derivedFrom"]?.elements
    #expect(derived?.count == sources)
    if sources == 2 { #expect(derived?.last?["reference"]?.string == "urn:uuid:1") }
  }

  @Test func `each answer is an observation of its own`() throws {
    let form = try Case.form(
      Case.item(
        "q", "string", extensions: Case.observed(), codes: Case.code("c"), #","repeats":true"#))
    let extraction = try Case.extraction(
      form, answers: Case.answer("q", #""valueString":"x""#, #""valueString":"y""#))
    #expect(extraction.observations == [#"c valueString="x""#, #"c valueString="y""#])
    #expect(
      extraction.entries.compactMap { $0["fullUrl"]?.string } == ["urn:uuid:1", "urn:uuid:2"])
  }

  @Test func `each row is a panel, and a row without answers is none`() throws {
    let inner = Case.item("q", "integer", codes: Case.code("q"))
    let form = try Case.form(
      Case.item(
        "g", "group", extensions: Case.observed(), codes: Case.code("g"),
        #","repeats":true,"item":[\#(inner)]"#))
    let extraction = try Case.extraction(
      form,
      answers: [
        Case.row("g", Case.answer("q", #""valueInteger":1"#)), Case.row("g", #"{"linkId":"q"}"#),
        Case.row("g", Case.answer("q", Case.declined)),
      ].joined(separator: ","))
    #expect(
      extraction.observations == [
        #"g hasMember=[{"reference":"urn:uuid:2"}]"#, "q valueInteger=1",
        #"g hasMember=[{"reference":"urn:uuid:5"}]"#, "q \(Self.absent)",
      ])
  }

  @Test func `what is not asked or not answered is no observation`() throws {
    let condition =
      #","enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}]"#
    let form = try Case.form(
      [
        Case.item("gate", "boolean", codes: Case.code("gate")),
        Case.item("q", "integer", codes: Case.code("q"), condition),
        Case.item("r", "integer", codes: Case.code("r")),
      ].joined(separator: ","), extensions: Case.observed())
    let extraction = try Case.extraction(
      form,
      answers: Case.answer("gate", #""valueBoolean":false"#) + ","
        + Case.answer("q", #""valueInteger":1"#),
      heading: #""status":"in-progress""#)
    #expect(extraction.observations == ["gate valueBoolean=false"])
  }

  @Test func `the nearest categories hold`() throws {
    func category(_ code: String) -> String {
      Case.sdc(
        "observation-extract-category",
        #""valueCodeableConcept":{"coding":[{"code":"\#(code)"}]}"#)
    }
    let form = try Case.form(
      [
        Case.item("a", "integer", codes: Case.code("a")),
        Case.item(
          "b", "integer", extensions: category("y") + "," + category("z"), codes: Case.code("b")),
      ].joined(separator: ","), extensions: Case.observed() + "," + category("x"))
    let extraction = try Case.extraction(
      form,
      answers: Case.answer("a", #""valueInteger":1"#) + "," + Case.answer("b", #""valueInteger":2"#)
    )
    #expect(
      extraction.entries.compactMap { $0["resource"]?["category"]?.compactText } == [
        #"[{"coding":[{"code":"x"}]}]"#, #"[{"coding":[{"code":"y"}]},{"coding":[{"code":"z"}]}]"#,
      ])
  }
}
