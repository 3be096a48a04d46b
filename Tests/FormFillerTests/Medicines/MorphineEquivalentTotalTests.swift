import FHIR
import Testing

@testable import FormFiller

/// The sums over all opioids, and what is said beside them.
@Suite struct MorphineEquivalentTotalTests {
  private static let oxycodone = MedicineRow(
    "oxycodone", "Oxycodone", "10 mg", "four-times-a-day")
  private static let tramadol = MedicineRow("tramadol", "Tramadol", "50 mg", "four-times-a-day")
  private static let methadone = MedicineRow(
    "methadone", "Methadone", "10 mg", "three-times-a-day", why: "pain")
  private static let patch = MedicineRow("fentanyl", "Fentanyl", "25 ug/h", "another-way")
  private static let suboxone = MedicineRow(
    "buprenorphine-naloxone", "Suboxone", "8 mg", "twice-a-day", why: "recovery")
  private static let seldom = MedicineRow(
    "hydrocodone", "Hydrocodone", "5 mg", "when-needed", usual: 0, most: 4)
  private static let ibuprofen = MedicineRow("ibuprofen", "Ibuprofen", "400 mg", "once-a-day")

  struct Case: Sendable, CustomTestStringConvertible {
    let rows: [MedicineRow]
    let usual: String
    let most: String
    /// What the note says.
    let says: [String]
    /// What it does not say.
    let lacks: [String]

    var testDescription: String { rows.map(\.name).joined(separator: ", ") }
  }

  static let cases = [
    Case(
      rows: [oxycodone, tramadol], usual: "100", most: "100", says: ["90 or more"],
      lacks: ["At least", "50 or more", "Methadone", "patch"]),
    Case(
      rows: [methadone, patch, ibuprofen], usual: "201", most: "201",
      says: ["Methadone needs special care", "patch needs special care", "90 or more"],
      lacks: ["At least"]),
    Case(
      rows: [oxycodone, suboxone], usual: "60", most: "60", says: ["At least", "50 or more"],
      lacks: ["90 or more"]),
    Case(rows: [seldom], usual: "0", most: "20", says: [], lacks: ["At least", "or more"]),
    // The mark is on the most in a day.
    Case(rows: [tramadol, seldom], usual: "40", most: "60", says: ["50 or more"], lacks: []),
  ]

  @Test(arguments: cases) func `sums are over what was computed`(example: Case) throws {
    let filler = try Filler(medicines: example.rows)
    let usual = try #require(try filler.value("medicines.mme-usual"))
    let most = try #require(try filler.value("medicines.mme-most"))
    #expect(ExactDecimal(usual) == ExactDecimal(example.usual))
    #expect(ExactDecimal(most) == ExactDecimal(example.most))
    let note = try #require(try filler.value("medicines.mme-note"))
    for words in example.says { #expect(note.contains(words), "\(note)") }
    for words in example.lacks { #expect(!note.contains(words), "\(note)") }
    for caution in [
      "estimate only", "Not for changing from one opioid to another",
      "Not for decisions on treatment of opioid use disorder",
    ] {
      #expect(note.contains(caution), "\(note)")
    }
    #expect(filler.response.expressionFailures == [])
  }

  @Test(arguments: cases) func `nothing is called a limit`(example: Case) throws {
    let note = try #require(
      try Filler(medicines: example.rows).value("medicines.mme-note")
    ).lowercased()
    for word in ["limit", "excess", "taper", "too much", "exceed"] {
      #expect(!note.contains(word), "\(word)")
    }
  }

  @Test func `sums follow the rows`() throws {
    var filler = try Filler(medicines: [Self.oxycodone, Self.tramadol])
    try filler.removeRow(0, of: "medicine")
    #expect(try filler.value("medicines.mme-most") == "40.0")
    try filler.removeRow(0, of: "medicine")
    #expect(try filler.value("medicines.mme-most") == nil)
    #expect(try filler.value("medicines.mme-note") == nil)
  }
}
