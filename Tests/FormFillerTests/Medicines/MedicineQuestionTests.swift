import FHIR
import Testing

@testable import FormFiller

/// Which questions about a medicine are asked: only those whose answer is not clear without.
@Suite struct MedicineQuestionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let row: MedicineRow
    /// The questions that are asked beside those of every medicine.
    let asked: [String]

    init(_ row: MedicineRow, _ asked: [String]) {
      self.row = row
      self.asked = asked
    }

    var testDescription: String { "\(row.name) \(row.dose ?? "") \(row.often ?? "")" }
  }

  static let always = ["name", "dose", "how-often"]

  static let cases = [
    Case(MedicineRow("lisinopril", "Lisinopril", "10 mg", "once-a-day"), []),
    Case(MedicineRow("oxycodone", "OxyContin", "10 mg", "twice-a-day"), ["purpose"]),
    // Nothing is known of the route of what is not in the list.
    Case(MedicineRow(nil, "Something", "10 mg", "once-a-day"), ["route", "purpose"]),
    Case(MedicineRow("morphine", "Morphine", "10 mg", "twice-a-day"), ["route", "purpose"]),
    // Tablets tell their strength only where it is needed.
    Case(
      MedicineRow("oxycodone-acetaminophen", "Percocet", "2 {tablet}"), ["strength", "purpose"]),
    Case(MedicineRow("oxycodone", "Oxycodone", "5 mL"), ["strength", "purpose"]),
    Case(MedicineRow("ibuprofen", "Advil", "2 {tablet}"), []),
    Case(MedicineRow("buprenorphine-naloxone", "Suboxone", "1 {tablet}"), ["why-opioid"]),
    Case(MedicineRow("methadone", "Methadone", "10 mg"), ["why-opioid"]),
    Case(MedicineRow("buprenorphine", "Belbuca", "1 mg"), ["route", "why-opioid"]),
    // What it is for is asked where it tells something: of opioids, of medicines that are for the mind
    // or for nausea, and of names that nobody knows. Pain or recovery is answer enough.
    Case(
      MedicineRow("methadone", "Methadone", "10 mg", "once-a-day", why: "pain"), ["why-opioid"]),
    Case(
      MedicineRow("methadone", "Methadone", "10 mg", "once-a-day", why: "recovery"),
      ["why-opioid"]),
    Case(
      MedicineRow("methadone", "Methadone", "10 mg", "once-a-day", why: "other"),
      ["why-opioid", "purpose"]),
    Case(MedicineRow("quetiapine", "Seroquel", "25 mg", "once-a-day"), ["purpose"]),
    Case(MedicineRow("clozapine", "Clozaril", "25 mg", "once-a-day"), ["purpose"]),
    Case(MedicineRow("prochlorperazine", "Compazine", "5 mg", "once-a-day"), ["purpose"]),
    Case(MedicineRow("gabapentin", "Neurontin", "300 mg", "three-times-a-day"), []),
    Case(MedicineRow("duloxetine", "Cymbalta", "60 mg", "once-a-day"), []),
    // A patch is a patch.
    Case(MedicineRow("fentanyl", "Fentanyl", "25 ug/h"), ["purpose"]),
    Case(MedicineRow("fentanyl", "Fentanyl patch", "25 ug"), ["patch-strength", "purpose"]),
    Case(MedicineRow("fentanyl", "Fentanyl", "1 {patch}"), ["patch-strength", "purpose"]),
    Case(MedicineRow("fentanyl", "Fentanyl", "100 ug"), ["route", "purpose"]),
    Case(
      MedicineRow("fentanyl", "Fentanyl", "25 ug", route: "patch"),
      ["route", "patch-strength", "purpose"]),
    Case(
      MedicineRow("ibuprofen", "Advil", "200 mg", "when-needed"),
      ["usual-a-day", "most-a-day", "last-taken"]),
    Case(
      MedicineRow("ibuprofen", "Advil", "200 mg", "another-way"), ["how-often-text", "last-taken"]),
  ]

  @Test(arguments: cases) func `only gaps are asked`(example: Case) throws {
    let filler = try Filler(medicines: [example.row])
    let row = try #require(filler.form.item(linkId: "medicine"))
    let questions = row.children.map { filler.form.items[$0] }.filter { !$0.isHidden }
    let asked = try questions.filter { try filler.isEnabled($0.linkId) }.map(\.linkId)
    #expect(Set(asked) == Set((Self.always + example.asked).map { "medicine.\($0)" }))
  }

  struct Opening: Sendable {
    let any: Bool?
    let kinds: [String]
    var unclear: Bool?
    let asksAgain: Bool
    let hasRows: Bool
  }

  @Test(arguments: [
    Opening(any: true, kinds: [], asksAgain: false, hasRows: true),
    Opening(any: true, kinds: ["none"], asksAgain: false, hasRows: true),
    Opening(any: true, kinds: ["patch"], asksAgain: false, hasRows: true),
    Opening(any: false, kinds: ["none"], asksAgain: false, hasRows: false),
    Opening(any: false, kinds: [], asksAgain: false, hasRows: false),
    Opening(any: false, kinds: ["patch"], asksAgain: true, hasRows: true),
    Opening(any: false, kinds: ["patch"], unclear: true, asksAgain: true, hasRows: true),
    Opening(any: false, kinds: ["patch"], unclear: false, asksAgain: true, hasRows: false),
    Opening(any: nil, kinds: ["herbs"], asksAgain: false, hasRows: true),
    Opening(any: nil, kinds: [], asksAgain: false, hasRows: false),
  ])
  func `what was ticked counts as much as what was said`(example: Opening) throws {
    var filler = try Filler(medicines: [])
    if let any = example.any {
      try filler.set("medicines.any", .boolean(any))
    } else {
      try filler.clear("medicines.any")
    }
    let kinds = example.kinds.map {
      AnswerValue.coding(Coding(system: MedicineRow.system + "medicine-kind", code: $0))
    }
    if !kinds.isEmpty {
      let node = try filler.node("medicines.kinds")
      try filler.response.apply(
        Change(
          .set(kinds), at: filler.response.path(to: node), by: .patient, time: Filler.time()))
    }
    if let unclear = example.unclear { try filler.set("medicines.unclear", .boolean(unclear)) }
    #expect(try filler.isEnabled("medicines.unclear") == example.asksAgain)
    #expect(try filler.isEnabled("medicine") == example.hasRows)
  }

  @Test func `the strength is asked of the opioid by its name`() throws {
    let filler = try Filler(medicines: [
      MedicineRow("oxycodone-acetaminophen", "Percocet", "2 {tablet}")
    ])
    let item = filler.response.item(of: try filler.node("medicine.strength"))
    #expect(item.text == "How many mg of oxycodone are in one tablet?")
  }
}
