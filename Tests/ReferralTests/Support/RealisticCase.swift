import FHIR
import FormFiller
import Rules
import Testing

@testable import Referral

/// An interview with much to say, and rules, whose page one is written down here as it is read.
enum RealisticCase {
  private static func item(
    _ linkId: String, _ type: String, _ label: String, role: String? = nil, _ rest: String = ""
  ) -> String {
    let code = role.map { "," + TestForm.role($0) } ?? ""
    return
      #"{"linkId":"\#(linkId)","type":"\#(type)","text":"\#(label)?",\#(TestForm.short(label))\#(code)\#(rest)}"#
  }

  private static func group(_ linkId: String, _ label: String, _ items: String...) -> String {
    #"{"linkId":"\#(linkId)","type":"group","text":"\#(label)","item":[\#(items.joined(separator: ","))]}"#
  }

  private static let page = #"""
    {"linkId":"page","type":"display","text":"You are not alone.","extension":[
     {"url":"\#(ExtensionURL.helpPage.rawValue)","valueCode":"crisis"},
     {"url":"\#(ExtensionURL.shortText.rawValue)","valueString":"Dark thoughts now"}],
     "enableWhen":[{"question":"mood.dark","operator":"=","answerBoolean":true}]}
    """#

  private static func rows(_ linkId: String, _ label: String, role: String, _ items: String...)
    -> String
  {
    #"{"linkId":"\#(linkId)","type":"group","repeats":true,"text":"\#(label)",\#(TestForm.role(role)),"item":[\#(items.joined(separator: ","))]}"#
  }

  private static let items = [
    group(
      "who", "Patient and contact", item("name", "string", "Full name", role: "patient-name"),
      item("birth", "date", "Date of birth", role: "birth-date"),
      item("phone", "string", "Phone", role: "phone"),
      item("respondent", "string", "Who types", role: "respondent")),
    group(
      "pain", "Pain", item("site", "string", "Worst pain", role: "main-pain-site"),
      item("since", "date", "Pain since", role: "pain-since"),
      item("diagnosis", "string", "Diagnosis as stated", role: "diagnosis"),
      item("goal", "text", "Goal", role: "goal"),
      item("night", "boolean", "Wakes at night"), item("burning", "boolean", "Burning")),
    group(
      "mood", "Mood", item("mood.dark", "boolean", "Dark thoughts"), page,
      item("mood.plan", "boolean", "Has a plan")),
    group(
      "heart", "Heart", item("heart.attack", "date", "Heart attack: date"),
      item("heart.pressure", "boolean", "High blood pressure"),
      item("heart.controlled", "boolean", "Under control"), item("heart.valve", "boolean", "Valve"),
      item("heart.rhythm", "boolean", "Irregular heartbeat")),
    group("lung", "Breathing", item("lung.apnea", "boolean", "Sleep apnea")),
    rows(
      "medicine", "Medicine", role: "medicine",
      item("m.name", "string", "Name", role: "medicine-name"),
      item("m.dose", "quantity", "Dose", role: "medicine-dose"),
      item("m.often", "string", "How often", role: "medicine-frequency"),
      item("m.line", "string", "MME", role: "dose-total-line"),
      item("m.usual", "decimal", "MME usual", role: "dose-total-usual"),
      item("m.most", "decimal", "MME most", role: "dose-total-most")),
    item("usual", "decimal", "All, usual", role: "dose-total-usual"),
    item("most", "decimal", "All, most", role: "dose-total-most"),
    item("note", "string", "Opioids, MME", role: "dose-total-note"),
    rows(
      "allergy", "Allergy", role: "allergy",
      item("a.to", "string", "To what", role: "allergy-substance"),
      item("a.what", "string", "What happened", role: "allergy-reaction")),
    group(
      "body", "Body", item("weight", "quantity", "Weight", role: "body-weight"),
      item("height", "quantity", "Height", role: "body-height"),
      item("upper", "integer", "Upper number", role: "systolic-pressure"),
      item("lower", "integer", "Lower number", role: "diastolic-pressure"),
      item("read", "date", "Read on", role: "pressure-date")),
    group(
      "home", "Home", item("escort", "boolean", "Adult to take home", role: "escort"),
      item("alone", "boolean", "Wants to talk alone")),
    #"{"linkId":"claim","type":"boolean","text":"Claim?",\#(TestForm.code(.privacy, "withheld-by-default"))}"#,
  ].joined(separator: ",")

  private static let definitions = [
    TestRules.Definition(
      "dark", "urgent", TestRules.isYes("mood.dark"), line: "Dark thoughts reported"),
    TestRules.Definition(
      "plan", "urgent", TestRules.isYes("mood.plan"), line: "A plan reported",
      notAnswered: "Question about a plan left open: counts as yes",
      notAsked: "QUESTION ABOUT A PLAN NOT ASKED"),
    TestRules.Definition(
      "attack", "high",
      "iif(\(answer("heart.attack")) < @2026-03-09, false, true)",
      line: "Heart attack, may be within the last six weeks"),
    TestRules.Definition(
      "pressure", "high",
      "\(TestRules.isYes("heart.pressure")) and \(answer("heart.controlled")) = false",
      line: "High blood pressure, reported as not under control"),
    TestRules.Definition("valve", "high", TestRules.isYes("heart.valve"), line: "Heart valve"),
    TestRules.Definition(
      "apnea", "medium", TestRules.isYes("lung.apnea"), line: "Sleep apnea", group: "Breathing"),
    TestRules.Definition(
      "raised", "medium", "\(answer("upper")) > 140", line: "Last blood pressure above 140",
      group: "Heart"),
    TestRules.Definition(
      "rhythm", "medium", TestRules.isYes("heart.rhythm"), line: "Irregular heartbeat",
      group: "Heart"),
    TestRules.Definition(
      "escort", "medium", "\(answer("escort")) = false", line: "No adult escort", group: "Support"),
    TestRules.Definition("night", "low", TestRules.isYes("night"), line: "Night pain"),
  ]

  private static func answer(_ linkId: String) -> String {
    "%resource.descendants().where(linkId = '\(linkId)').answer.value"
  }

  /// The summary of the interview.
  static func summary() throws -> ReferralSummary {
    let form = try TestForm.form(items, status: "draft")
    let time = try #require(PartialDateTime("2026-04-20T10:00:00+02:00"))
    var response = Response(to: form, in: FormContext(now: time))
    func says(_ linkId: String, row: Int = 0, _ values: AnswerValue...) throws {
      let node = response.nodes(linkId: linkId)[row]
      try response.apply(
        Change(.set(values), at: response.path(to: node), by: .patient, time: time))
    }
    func date(_ text: String) throws -> AnswerValue { .date(try #require(PartialDate(text))) }
    func amount(_ number: Int, _ unit: String) -> AnswerValue {
      .quantity(Quantity(value: ExactDecimal(number), unit: unit))
    }
    try says("name", .string("Ana Example"))
    try says("birth", date("1954-01-15"))
    try says("phone", .string("555 0199"))
    try says("respondent", .string("The patient"))
    try says("site", .string("Left hand"))
    try says("since", date("2023-06"))
    try says("diagnosis", .string("CRPS"))
    try says("goal", .string("Play the piano again, and carry my grandson up the stairs."))
    try says("night", .boolean(true))
    try says("burning", .boolean(false))
    try says("mood.dark", .boolean(true))
    try says("mood.dark", .boolean(false))
    try says("mood.dark", .boolean(true))
    try response.change("mood.plan", .decline(.askedDeclined))
    try says("heart.attack", date("2026-03"))
    try says("heart.pressure", .boolean(true))
    try says("heart.controlled", .boolean(false))
    try response.change("heart.valve", .decline(.askedUnknown))
    try response.change("heart.rhythm", .clear)
    try says("lung.apnea", .boolean(true))
    let medicines: [(String, Int, String, Int?)] = [
      ("OxyContin", 10, "twice a day", 30), ("Buprenorphine", 8, "once a day", nil),
      ("Duloxetine", 60, "once a day", nil), ("Lisinopril", 10, "once a day", nil),
    ]
    for (row, (name, dose, often, equivalent)) in medicines.enumerated() {
      if row > 0 {
        let node = try #require(response.nodes(linkId: "medicine").first)
        try response.apply(Change(.addRow, at: response.path(to: node), by: .patient, time: time))
      }
      try says("m.name", row: row, .string(name))
      try says("m.dose", row: row, amount(dose, "mg"))
      try says("m.often", row: row, .string(often))
      if row < 2 {
        let line = equivalent.map { "10 mg x 2 a day x 1.5 = \($0)" } ?? "not computed: no factor"
        try says("m.line", row: row, .string(line))
      }
      if let equivalent {
        try says("m.usual", row: row, .decimal(ExactDecimal(equivalent)))
        try says("m.most", row: row, .decimal(ExactDecimal(equivalent)))
      }
    }
    try says("usual", .decimal(30))
    try says("most", .decimal(30))
    try says("note", .string("An estimate only. Not for changing from one opioid to another."))
    try says("a.to", .string("penicillin"))
    try says("a.what", .string("rash"))
    try says("weight", amount(80, "kg"))
    try says("height", amount(178, "cm"))
    try says("upper", .integer(164))
    try says("lower", .integer(98))
    try says("read", date("2026-04-17"))
    try says("escort", .boolean(false))
    try says("claim", .boolean(true))
    var context = SummaryContext(
      made: time, programVersion: "0.1.0", disclosure: .withoutWithheldByDefault, answered: time)
    context.clinic = SummaryContext.Clinic(name: "Hillside Pain Clinic", phone: "555 0100")
    context.authors = [.patient]
    return ReferralSummary(
      of: response, status: .stopped, context: context,
      rules: try TestRules.book(definitions, for: form, reviewed: ["apnea"]))
  }
}

extension RealisticCase {
  /// Page one.
  static let pageOne = """
    REFERRAL SUMMARY                                 Patient-reported, not verified.
    ================================================================================
    Name            Ana Example
    Date of birth   1954-01-15 (age 72); phone 555 0199
    Answered by     The patient; typed by patient
    Dates           answered 2026-04-20 10:00 UTC+02:00; summary made 2026-04-20
    Form            Test, version 1, DRAFT, not approved
    Response        PART: stopped before the end; 46 asked: 43 answered, 1 not
                    known, 1 preferred not to say, 1 skipped; 9 not reached
    Shown           without what is withheld by default
    Rules           9 of 10 rules not reviewed by a clinician

    URGENT (2)
    --------------------------------------------------------------------------------
    ! Dark thoughts reported: Dark thoughts "Yes" (crisis page, 2026-04-20 10:00
      UTC+02:00; closed by later answers 10:00; Later, 10:00: Dark thoughts? "No";
      Later, 10:00: Dark thoughts? "Yes") (crisis page, 2026-04-20 10:00 UTC+02:00)
    ! Question about a plan left open: counts as yes

    HIGH (2) - to look at before anything is booked
    - Heart attack, may be within the last six weeks: "2026-03"
    - High blood pressure, reported as not under control: High blood pressure "Yes";
      Under control "No"

    ASKED, ANSWERED NO (3): Burning; Under control; Adult to take home
    NOT KNOWN, HIGH IF SO (1)
      - Heart valve: not known
    NOT KNOWN, MEDIUM OR LOW IF SO (1): Irregular heartbeat
    NOT KNOWN - patient does not know (1): Valve
    PREFERRED NOT TO SAY (1): Has a plan
    SKIPPED (1): Irregular heartbeat
    NOT REACHED (9): Medicine (8); Home (1)
    WITHHELD FROM THIS SUMMARY (1): Answers: Claim?

    MEDIUM (3)
      Breathing: Sleep apnea: Sleep apnea "Yes"
      Heart: Last blood pressure above 140: Upper number "164"
      Support: No adult escort: Adult to take home "No"
    LOW (1): Night pain

    Allergies       "penicillin": "rash"
    Body            80 kg, 178 cm, blood pressure 164/98 on 2026-04-17
    Medicines       "OxyContin" 10 mg; "Buprenorphine" 8 mg; "Duloxetine" 60 mg;
                    "Lisinopril" 10 mg
    Opioids, MME    at least 30 on a usual day, at least 30 a day at most. An
                    estimate only. Not for changing from one opioid to another.
    Pain            Left hand; since 2023-06
    Diagnosis       as stated: CRPS
    Goal            "Play the piano again, and carry my grandson up the stairs."
    Escort          Adult to take home: No
    """
}
