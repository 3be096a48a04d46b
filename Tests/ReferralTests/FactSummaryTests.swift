import FHIR
import FormFiller
import Testing

@testable import Referral

/// What the summary gathers from the answers by what questions are for.
@Suite struct FactSummaryTests {
  private static func item(_ linkId: String, _ type: String, _ role: String) -> String {
    #"{"linkId":"\#(linkId)","type":"\#(type)",\#(TestForm.role(role))}"#
  }

  // MARK: - Medicines

  private static let vocabulary = #"""
    {"resourceType":"CodeSystem","url":"urn:medicines","status":"draft","content":"complete",
     "property":[{"code":"listed-as","type":"string"}],"concept":[
      {"code":"sleeper","display":"Sleeper","property":[{"code":"listed-as","valueString":"Sedatives"}]},
      {"code":"other","display":"Other"}]}
    """#

  private static let valueSet = #"""
    {"resourceType":"ValueSet","url":"urn:all","status":"draft",
     "compose":{"include":[{"system":"urn:medicines"}]}}
    """#

  private static let medicines = #"""
    {"linkId":"any","type":"boolean"},
    {"linkId":"m","type":"group","repeats":true,"text":"Medicine",\#(TestForm.role("medicine")),
     "enableWhen":[{"question":"any","operator":"=","answerBoolean":true}],"item":[
      {"linkId":"name","type":"open-choice","answerValueSet":"urn:all",\#(TestForm.role("medicine-name"))},
      \#(item("dose", "quantity", "medicine-dose")),
      \#(item("strength", "quantity", "medicine-strength")),
      \#(item("route", "string", "medicine-route")),
      \#(item("often", "string", "medicine-frequency")),
      \#(item("often-text", "string", "medicine-frequency-text")),
      \#(item("usual", "integer", "medicine-usual-a-day")),
      \#(item("most", "integer", "medicine-most-a-day")),
      \#(item("last", "string", "medicine-last-taken")),
      \#(item("why", "string", "medicine-purpose")),
      \#(item("row-usual", "decimal", "dose-total-usual")),
      \#(item("row-most", "decimal", "dose-total-most")),
      \#(item("line", "string", "dose-total-line"))]},
    \#(item("all-usual", "decimal", "dose-total-usual")),
    \#(item("all-most", "decimal", "dose-total-most")),
    \#(item("note", "string", "dose-total-note"))
    """#

  private static func response(_ rows: [[String: AnswerValue]]) throws -> Response {
    var response = Response(to: try TestForm.form(medicines, with: vocabulary, valueSet))
    try response.answer("any", .boolean(!rows.isEmpty))
    let group = try #require(response.nodes(linkId: "m").first)
    for (place, row) in rows.enumerated() {
      if place > 0 {
        try response.apply(
          Change(.addRow, at: response.path(to: group), by: .patient, time: TestForm.now()))
      }
      for (linkId, value) in row { try response.answer(linkId, row: place, value) }
    }
    return response
  }

  private static func coded(_ code: String, _ display: String) -> AnswerValue {
    .coding(Coding(system: "urn:medicines", code: code, display: display))
  }

  private static func quantity(_ value: Int, _ unit: String) -> AnswerValue {
    .quantity(Quantity(value: ExactDecimal(value), unit: unit))
  }

  @Test(
    arguments: [
      (
        [
          "name": coded("other", "OtherBrand ER"), "dose": quantity(20, "mg"),
          "route": .string("by mouth"), "often": .string("twice a day"),
          "last": .string("today"), "why": .string("my back"),
        ],
        "OtherBrand ER 20 mg, \"by mouth\", \"twice a day\", last taken: \"today\", for \"my back\""
      ),
      (
        [
          "name": .string("Grandma's drops"), "dose": quantity(2, "puffs"),
          "strength": quantity(90, "ug"), "usual": .integer(1), "most": .integer(4),
        ],
        "\"Grandma's drops\" 2 puffs (strength 90 ug), 1 times on a usual day, 4 times a day at most"
      ),
      (
        ["name": coded("other", "Other"), "often": .string("x"), "often-text": .string("daily")],
        "Other, \"daily\""
      ),
      (["often": .string("daily")], "(name not known), \"daily\""),
    ] as [([String: AnswerValue], String)])
  func `a medicine is a line`(_ row: [String: AnswerValue], _ line: String) throws {
    let summary = try Self.response([row]).summary()
    #expect(summary.medicines.table.rows.map { SummaryWording.medicine($0) } == [line])
    let text = TextRenderer().render(summary).split(separator: "\n").map(String.init).words
    #expect(text.contains("MEDICINES, AS REPORTED"))
    #expect(text.contains("1. \(line)"))
  }

  @Test func `a dose that was asked for and is not known is said to be so`() throws {
    var response = try Self.response([["name": Self.coded("other", "Other")]])
    try response.change("dose", .decline(.askedUnknown))
    let row = try #require(try response.summary().medicines.table.rows.first)
    #expect(SummaryWording.medicine(row) == "Other, dose not known")
  }

  @Test func `lists are those of the vocabulary, with the names that were given`() throws {
    let response = try Self.response([
      ["name": Self.coded("sleeper", "SleeperBrand")], ["name": Self.coded("other", "Other")],
      ["name": .string("sleeper")],
    ])
    let summary = try response.summary()
    #expect(
      summary.medicines.lists
        == [Medicines.NamedList(name: "Sedatives", medicines: ["SleeperBrand"])])
    #expect(
      TextRenderer().pageOne(of: summary).lines.contains("Sedatives       SleeperBrand"))
  }

  // MARK: - Dose totals

  private static func opioid(
    _ name: String, _ usual: Int?, _ most: Int?
  ) -> [String: AnswerValue] {
    var row: [String: AnswerValue] = ["name": .string(name), "line": .string("\(name) x 2 = 4")]
    if let usual { row["row-usual"] = .decimal(ExactDecimal(usual)) }
    if let most { row["row-most"] = .decimal(ExactDecimal(most)) }
    return row
  }

  @Test(
    arguments: [
      ([], nil, nil, nil),
      ([["name": .string("none")]], nil, nil, nil),
      (
        [opioid("a", 20, 40), opioid("b", 10, 10)], 30, 50,
        "30 on a usual day, 50 a day at most"
      ),
      (
        [opioid("a", 20, 40), opioid("b", nil, nil)], 20, 40,
        "at least 20 on a usual day, at least 40 a day at most"
      ),
      (
        [opioid("a", nil, 40)], nil, 40,
        "not computed on a usual day, at least 40 a day at most"
      ),
      ([opioid("a", nil, nil)], nil, nil, "not computed"),
    ] as [([[String: AnswerValue]], Int?, Int?, String?)])
  func `what was not computed is never zero`(
    _ rows: [[String: AnswerValue]], _ usual: Int?, _ most: Int?, _ words: String?
  ) throws {
    var response = try Self.response(rows)
    if let usual { try response.answer("all-usual", .decimal(ExactDecimal(usual))) }
    if let most { try response.answer("all-most", .decimal(ExactDecimal(most))) }
    try response.answer("note", .string("An estimate only."))
    let summary = try response.summary()
    #expect(summary.medicines.doseTotals.map { SummaryWording.totals(of: $0) } == words)
    let page = TextRenderer().pageOne(of: summary).lines.words
    #expect(page.contains("note \(words ?? "").") == (words != nil))
    #expect(page.contains("An estimate only.") == (words != nil))
    let totals = JSONRenderer().document(summary).root["medicines"]?["doseTotals"]
    #expect(totals?["usual"]?.integer == usual)
    #expect(totals?["most"]?.integer == most)
    let lines = TextRenderer().render(summary).split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasSuffix(" x 2 = 4") }
        == summary.medicines.table.rows.compactMap { row in
          row.text(.totalLine).map { "  \(row.text(.name) ?? ""): \($0)" }
        })
  }

  // MARK: - None, not known, withheld

  private static let allergies = #"""
    {"linkId":"any","type":"boolean"},
    {"linkId":"g","type":"group","text":"Bad reactions",\#(TestForm.code(.privacy, "sensitive")),"item":[
     {"linkId":"row","type":"group","repeats":true,"text":"Allergy",\#(TestForm.role("allergy")),
      "enableWhen":[{"question":"any","operator":"=","answerBoolean":true}],"item":[
       \#(item("to", "string", "allergy-substance")),
       {"linkId":"what","type":"string","repeats":true,\#(TestForm.role("allergy-reaction"))},
       \#(item("text", "string", "allergy-reaction-text"))]}]}
    """#

  @Test(
    arguments: [
      (nil, .everything, .notKnown, "not known"),
      (.clear, .everything, .notKnown, "not known"),
      (.decline(.askedUnknown), .everything, .notKnown, "not known"),
      (.set([.boolean(false)]), .everything, .noneReported, "none reported"),
      (.set([.boolean(true)]), .everything, .notKnown, "not known"),
      (.set([.boolean(false)]), .withoutSensitive, .withheld, "withheld"),
    ] as [(Change.Action?, Disclosure, FactTable<AllergyPart>.Status, String)])
  func `none is only what was answered so`(
    _ action: Change.Action?, _ disclosure: Disclosure, _ status: FactTable<AllergyPart>.Status,
    _ words: String
  ) throws {
    var response = Response(to: try TestForm.form(Self.allergies))
    if let action { try response.change("any", action) }
    let summary = try response.summary(.stopped, disclosure: disclosure)
    #expect(summary.allergies.status == status)
    #expect(
      TextRenderer().pageOne(of: summary).lines.contains("Allergies       \(words)"))
  }

  @Test func `an allergy is a line`() throws {
    var response = Response(to: try TestForm.form(Self.allergies))
    try response.answer("any", .boolean(true))
    try response.answer("to", .string("latex"))
    let rows = { (response: Response) in
      try response.summary().allergies.rows.map { SummaryWording.allergy($0) }
    }
    #expect(try rows(response) == ["\"latex\": what happened is not known"])
    try response.answer("what", .string("rash"), .string("swelling"))
    try response.answer("text", .string("and itching"))
    #expect(try rows(response) == ["\"latex\": \"rash\", \"swelling\", \"and itching\""])
  }

  @Test func `a form that does not ask has no line`() throws {
    let page = TextRenderer().pageOne(
      of: try Response(to: try TestForm.form(#"{"linkId":"q","type":"boolean"}"#)).summary())
    let names = ["Allergies", "Body", "Medicines", "Dose totals", "Pain", "Diagnosis"]
    for name in names + ["Goal", "Scores", "Escort", "Interpreter"] {
      #expect(!page.lines.contains { $0.hasPrefix(name) })
    }
  }

  // MARK: - The body

  private static let body = [
    item("weight", "quantity", "body-weight"), item("height", "quantity", "body-height"),
    #"""
    {"linkId":"bmi","type":"decimal",\#(TestForm.role("body-mass-index")),"readOnly":true,
     "extension":[{"url":"\#(ExtensionURL.hidden.rawValue)","valueBoolean":true},
      {"url":"\#(ExtensionURL.calculatedExpression.rawValue)","valueExpression":{
       "language":"text/fhirpath",
       "expression":"iif(%resource.item.where(linkId = 'height').answer.exists(), 25.2)"}}]}
    """#,
    item("upper", "integer", "systolic-pressure"), item("lower", "integer", "diastolic-pressure"),
    item("read", "date", "pressure-date"),
  ].joined(separator: ",")

  @Test(
    arguments: [
      (
        [
          "weight": .set([quantity(80, "kg")]), "height": .set([quantity(178, "cm")]),
          "upper": .set([.integer(128)]), "lower": .set([.integer(76)]),
          "read": .set([.date(PartialDate("2025-05-30")!)]),
        ],
        "80 kg, 178 cm, BMI 25.2, blood pressure 128/76 on 2025-05-30"
      ),
      (
        ["weight": .decline(.askedUnknown), "upper": .set([.integer(128)])],
        "weight not known, height not reached, blood pressure 128/? (date not known)"
      ),
      (
        ["upper": .decline(.askedUnknown)],
        "weight not reached, height not reached, blood pressure not known"
      ),
    ] as [([String: Change.Action], String)])
  func `the body's measures are a line`(
    _ answers: [String: Change.Action], _ words: String
  ) throws {
    var response = Response(to: try TestForm.form(Self.body))
    for (linkId, action) in answers { try response.change(linkId, action) }
    let summary = try response.summary()
    #expect(SummaryWording.measurements(summary.measurements) == words)
  }

  @Test func `regions of the body come from whatever answer names them, the worst first`() throws {
    let system = SummaryCodeSystem.bodyRegion.rawValue
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"others","type":"choice","repeats":true},
        {"linkId":"main","type":"choice",\#(TestForm.role("main-pain-site"))},
        {"linkId":"side","type":"choice",\#(TestForm.role("main-pain-side"))},
        {"linkId":"colour","type":"choice"}
        """#))
    func region(_ code: String) -> AnswerValue {
      .coding(Coding(system: system, code: code, display: "The \(code)"))
    }
    try response.answer("others", region("neck"), region("hand"))
    try response.answer("main", region("hand"))
    try response.answer("side", .coding(Coding(code: "left", display: "Left")))
    try response.answer("colour", .coding(Coding(system: "urn:colours", code: "red")))
    let regions = try response.summary().bodyRegions
    #expect(regions.map(\.code) == ["hand", "neck"])
    #expect(regions.map(\.name) == ["The hand", "The neck"])
    #expect(regions.map(\.isMain) == [true, false])
  }

  // MARK: - Diagnosis

  private static let diagnoses = #"""
    {"resourceType":"CodeSystem","url":"urn:diagnoses","status":"draft","content":"complete",
     "property":[{"code":"evidence","type":"string"},{"code":"evidence-source","type":"string"}],
     "concept":[
      {"code":"one","display":"The one","property":[
       {"code":"evidence","valueString":"First sentence."},
       {"code":"evidence-source","valueString":"First source"},
       {"code":"evidence","valueString":"Second sentence."},
       {"code":"evidence-source","valueString":"Second source"}]},
      {"code":"two","display":"The two"}]}
    """#

  private static let diagnosisSet = #"""
    {"resourceType":"ValueSet","url":"urn:diagnosis","status":"draft",
     "compose":{"include":[{"system":"urn:diagnoses"}]}}
    """#

  @Test func `the diagnosis is as stated, with what its vocabulary says`() throws {
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"site","type":"string",\#(TestForm.role("main-pain-site"))},
        {"linkId":"since","type":"date",\#(TestForm.role("pain-since"))},
        {"linkId":"d","type":"choice","answerValueSet":"urn:diagnosis",\#(TestForm.role("diagnosis"))},
        {"linkId":"t","type":"string",\#(TestForm.role("diagnosis-text"))},
        {"linkId":"more","type":"choice","repeats":true,"answerValueSet":"urn:diagnosis",
         \#(TestForm.role("diagnosis"))},
        {"linkId":"goal","type":"text",\#(TestForm.role("goal"))}
        """#, with: Self.diagnoses, Self.diagnosisSet))
    func coded(_ code: String) -> AnswerValue {
      .coding(Coding(system: "urn:diagnoses", code: code))
    }
    try response.answer("site", .string("arm"))
    try response.answer("since", .date(#require(PartialDate("2019"))))
    try response.answer("d", coded("one"))
    try response.answer("t", .string("my arm thing"))
    try response.answer("more", coded("two"))
    try response.answer("goal", .string("To walk"))
    let summary = try response.summary()
    let diagnosis = summary.diagnosis
    #expect(diagnosis.stated.flatMap(\.answers).map(\.text) == ["The one", "The two"])
    #expect(
      diagnosis.evidence == [
        Diagnosis.Evidence(about: "The one", text: "First sentence.", source: "First source"),
        Diagnosis.Evidence(about: "The one", text: "Second sentence.", source: "Second source"),
      ])
    let page = TextRenderer().pageOne(of: summary).lines.words
    #expect(page.contains("Pain arm; since 2019"))
    #expect(
      page.contains(
        "Diagnosis as stated: The one; The two; \"my arm thing\". First sentence. Second sentence.")
    )
    #expect(page.contains("Goal \"To walk\""))
    let text = TextRenderer().render(summary)
    #expect(text.contains("The one: Second sentence.\n    Second source\n"))
  }

  // MARK: - Treatments

  @Test func `treatments are a table, groups and rows alike`() throws {
    func parts(_ name: String) -> String {
      [
        Self.item("\(name).benefit", "string", "treatment-benefit"),
        Self.item("\(name).outcome", "string", "treatment-outcome"),
        Self.item("\(name).details", "string", "treatment-details"),
      ].joined(separator: ",")
    }
    var response = Response(
      to: try TestForm.form(
        #"""
        {"linkId":"pills","type":"group","text":"Pills",\#(TestForm.role("treatment")),"item":[\#(parts("pills"))]},
        {"linkId":"never","type":"group","text":"Never",\#(TestForm.role("treatment")),"item":[\#(parts("never"))]},
        {"linkId":"row","type":"group","repeats":true,"text":"Row",\#(TestForm.role("procedure")),"item":[
         \#(Self.item("kind", "string", "treatment-kind")),\#(parts("row"))]}
        """#))
    try response.answer("pills.benefit", .string("a little"))
    try response.change("pills.outcome", .decline(.askedUnknown))
    try response.answer("kind", .string("a block"))
    try response.answer("row.details", .string("2019"))
    let summary = try response.summary()
    #expect(
      summary.treatments.rows.map { SummaryWording.treatment($0) } == ["Pills", "\"a block\""])
    let lines = TextRenderer().render(summary).split(separator: "\n").map(String.init)
    let title = try #require(lines.firstIndex(of: SummaryWording.treatments))
    #expect(
      Array(lines[(title + 2)..<(title + 6)]) == [
        "Treatment  Benefit     Outcome      Details",
        "---------  ----------  -----------  -------",
        "Pills      \"a little\"  (not known)", "\"a block\"                           \"2019\"",
      ])
  }

  @Test(arguments: [(true, "Interpreter     Yes: Spanish"), (false, nil)] as [(Bool, String?)])
  func `an interpreter stands on page one where one is wanted`(
    _ isWanted: Bool, _ line: String?
  ) throws {
    var response = Response(
      to: try TestForm.form(
        [Self.item("i", "boolean", "interpreter"), Self.item("l", "string", "language")]
          .joined(separator: ",")))
    try response.answer("i", .boolean(isWanted))
    try response.answer("l", .string("Spanish"))
    let lines = TextRenderer().pageOne(of: try response.summary()).lines
    #expect(lines.first { $0.hasPrefix("Interpreter") } == line)
  }
}
