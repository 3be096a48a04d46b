import FHIR
import Testing

@testable import FormFiller

/// Opioids in milligrams of oral morphine a day: the CDC's factors of 2022 and what they give.
@Suite struct MorphineEquivalentTests {
  // MARK: - Factors

  /// CDC Clinical Practice Guideline, MMWR Recomm Rep 2022;71(RR-3).
  static let factors: [String: String] = [
    "codeine": "0.15", "fentanyl": "2.4", "hydrocodone": "1", "hydromorphone": "5",
    "methadone": "4.7", "morphine": "1", "oxycodone": "1.5", "oxymorphone": "3",
    "tapentadol": "0.4", "tramadol": "0.2",
  ]

  @Test func `the factors are those of 2022 and there are no others`() throws {
    let vocabulary = try MedicineVocabulary.shared.get()
    let single = vocabulary.concepts.filter {
      $0.number("mme-factor") != nil && $0.texts("ingredient").isEmpty
    }
    #expect(Set(single.compactMap(\.code)) == Set(Self.factors.keys))
    for concept in vocabulary.concepts {
      guard let factor = concept.number("mme-factor") else { continue }
      let opioid = try #require(concept.texts("mme-ingredient").first)
      #expect(Self.factors[opioid].flatMap { ExactDecimal($0) } == factor, "\(concept.code ?? "")")
      let basis = opioid == "fentanyl" ? "mcg-per-hour" : "mass"
      #expect(concept.texts("mme-basis") == [basis], "\(concept.code ?? "")")
      let ingredients = concept.texts("ingredient")
      #expect(ingredients.isEmpty ? opioid == concept.code : ingredients.contains(opioid))
    }
  }

  @Test func `an opioid has a factor, or a reason why it has none`() throws {
    for concept in try MedicineVocabulary.shared.get().concepts {
      let isOpioid = concept.texts("tag").contains("opioid")
      let says = [concept.number("mme-factor") != nil, !concept.texts("mme-reason").isEmpty]
      if concept.isSelectable {
        #expect(says.filter { $0 }.count == (isOpioid ? 1 : 0), "\(concept.code ?? "")")
      }
    }
  }

  @Test(arguments: [
    "buprenorphine", "buprenorphine-naloxone", "meperidine", "levorphanol", "butorphanol",
    "pentazocine", "nalbuphine", "opium",
  ])
  func `what is not in the table has no factor`(code: String) throws {
    #expect(try MedicineVocabulary.shared.get().concept(code).number("mme-factor") == nil)
  }

  // MARK: - What is computed

  struct Computed: Sendable, CustomTestStringConvertible {
    let row: MedicineRow
    let usual: String?
    let most: String?
    let line: String

    init(_ row: MedicineRow, _ both: String, _ line: String) {
      self.init(row, both, both, line)
    }

    init(_ row: MedicineRow, _ usual: String?, _ most: String?, _ line: String) {
      self.row = row
      self.usual = usual
      self.most = most
      self.line = line
    }

    var testDescription: String { line }
  }

  static let computed = [
    Computed(
      MedicineRow("oxycodone", "Oxycodone", "10 mg", "four-times-a-day"), "60",
      "oxycodone 10 mg x 4 a day x 1.5 = 60"),
    Computed(
      MedicineRow("tramadol", "tramadol", "50 mg", "four-times-a-day"), "40",
      "tramadol 50 mg x 4 a day x 0.2 = 40"),
    Computed(
      MedicineRow("oxycodone", "OxyContin", "10 mg", "twice-a-day"), "30",
      "OxyContin (oxycodone) 10 mg x 2 a day x 1.5 = 30"),
    Computed(
      MedicineRow("oxycodone", "Oxycodone ER", "10 mg", "twice-a-day"), "30",
      "Oxycodone ER 10 mg x 2 a day x 1.5 = 30"),
    Computed(
      MedicineRow("hydrocodone", "Hydrocodone", "5 mg", "four-times-a-day"), "20",
      "hydrocodone 5 mg x 4 a day x 1 = 20"),
    Computed(
      MedicineRow("methadone", "Methadone", "10 mg", "three-times-a-day", why: "pain"), "141",
      "methadone 10 mg x 3 a day x 4.7 = 141"),
    Computed(
      MedicineRow("hydromorphone", "Hydromorphone", "4 mg", "four-times-a-day", route: "mouth"),
      "80", "hydromorphone 4 mg x 4 a day x 5 = 80"),
    Computed(
      MedicineRow("codeine", "Codeine", "30 mg", "once-a-day"), "4.5",
      "codeine 30 mg x 1 a day x 0.15 = 4.5"),
    Computed(
      MedicineRow("oxymorphone", "Opana", "10 mg", "six-times-a-day"), "180",
      "Opana (oxymorphone) 10 mg x 6 a day x 3 = 180"),
    Computed(
      MedicineRow("tapentadol", "Nucynta", "50 mg", "five-times-a-day"), "100",
      "Nucynta (tapentadol) 50 mg x 5 a day x 0.4 = 100"),
    // A patch counts by the hour, whatever the change of patches.
    Computed(
      MedicineRow("fentanyl", "Fentanyl", "25 ug/h", "another-way"), "60",
      "fentanyl 25 mcg/h x 2.4 = 60"),
    Computed(
      MedicineRow("fentanyl", "Fentanyl", "25 ug/h", "once-a-day"), "60",
      "fentanyl 25 mcg/h x 2.4 = 60"),
    Computed(
      MedicineRow("fentanyl", "Duragesic", "2 {patch}", patchStrength: "25 ug/h"), "120",
      "Duragesic (fentanyl) 50 mcg/h x 2.4 = 120"),
    Computed(
      MedicineRow("fentanyl", "Fentanyl", "25 ug", patchStrength: "25 ug/h", route: "patch"), "60",
      "fentanyl 25 mcg/h x 2.4 = 60"),
    // Units of mass.
    Computed(
      MedicineRow("morphine", "Morphine", "0.015 g", "twice-a-day", route: "mouth"), "30",
      "morphine 15 mg x 2 a day x 1 = 30"),
    Computed(
      MedicineRow("morphine", "Morphine", "7500 ug", "twice-a-day", route: "mouth"), "15",
      "morphine 7.5 mg x 2 a day x 1 = 15"),
    // Tablets and liquids by their strength.
    Computed(
      MedicineRow(
        "oxycodone-acetaminophen", "Percocet", "2 {tablet}", "four-times-a-day", strength: "5 mg"),
      "60", "Percocet (oxycodone) 2 x 5 mg x 4 a day x 1.5 = 60"),
    Computed(
      MedicineRow("oxycodone", "Oxycodone", "5 mL", "twice-a-day", strength: "1 mg"), "15",
      "oxycodone 5 x 1 mg x 2 a day x 1.5 = 15"),
    // When needed: both, each by its times.
    Computed(
      MedicineRow("oxycodone", "Oxycodone", "5 mg", "when-needed", usual: 0, most: 6), "0", "45",
      "oxycodone 5 mg x 0 on a usual day x 1.5 = 0; x 6 at most x 1.5 = 45"),
    Computed(
      MedicineRow("oxycodone", "Oxycodone", "5 mg", "when-needed", usual: 2), "15", nil,
      "oxycodone 5 mg x 2 on a usual day x 1.5 = 15; at most: not known"),
    Computed(
      MedicineRow("oxycodone", "Oxycodone", "5 mg", "when-needed", most: 6), nil, "45",
      "oxycodone 5 mg, on a usual day: not known; x 6 at most x 1.5 = 45"),
  ]

  @Test(arguments: computed) func `an opioid comes to a number with its arithmetic`(
    _ example: Computed
  ) throws {
    let filler = try Filler(medicines: [example.row])
    #expect(try number(filler, "medicine.mme-usual") == example.usual.flatMap { ExactDecimal($0) })
    #expect(try number(filler, "medicine.mme-most") == example.most.flatMap { ExactDecimal($0) })
    #expect(try filler.value("medicine.mme-line") == example.line)
    #expect(filler.response.expressionFailures == [])
  }

  private func number(_ filler: Filler, _ linkId: String) throws -> ExactDecimal? {
    try filler.value(linkId).map { try #require(ExactDecimal($0)) }
  }

  // MARK: - What is not computed

  static let notComputed: [(MedicineRow, String)] = [
    (
      MedicineRow(
        "buprenorphine-naloxone", "Suboxone", "8 mg", "twice-a-day", why: "recovery"),
      "Suboxone: not computed. Not in the CDC 2022 table"
    ),
    (
      MedicineRow("buprenorphine", "Butrans", "10 ug/h", "another-way", why: "pain"),
      "Butrans: not computed. Not in the CDC 2022 table"
    ),
    (
      MedicineRow("meperidine", "Demerol", "50 mg", "twice-a-day", route: "mouth"),
      "Demerol: not computed. No conversion factor in the CDC 2022 table."
    ),
    (
      MedicineRow("methadone", "Methadone", "40 mg", "once-a-day", why: "recovery"),
      "Methadone: not computed. It is taken for recovery."
    ),
    (
      MedicineRow("morphine", "Morphine", "10 mg", "twice-a-day", route: "other"),
      "Morphine: not computed. The factor is for what is taken by mouth."
    ),
    (
      MedicineRow("morphine", "Morphine", "10 mg", "twice-a-day"),
      "Morphine: not computed. It is not known how it is taken."
    ),
    (
      MedicineRow("fentanyl", "Actiq", "400 ug", "twice-a-day", route: "under-tongue"),
      "Actiq: not computed. The factor is for patches on the skin."
    ),
    (
      MedicineRow("fentanyl", "Fentanyl", "1 {patch}", "another-way"),
      "Fentanyl: not computed. The strength is not known."
    ),
    (
      MedicineRow("oxycodone", "Oxycodone", "2 {tablet}", "twice-a-day"),
      "Oxycodone: not computed. The strength is not known."
    ),
    (
      MedicineRow("oxycodone", "Oxycodone", nil, "twice-a-day"),
      "Oxycodone: not computed. The dose is not known."
    ),
    (
      MedicineRow("oxycodone", "Oxycodone", "10 mg", "another-way"),
      "Oxycodone: not computed. It is not known how often a day it is taken."
    ),
    (
      MedicineRow("oxycodone", "Oxycodone", "10 mg"),
      "Oxycodone: not computed. It is not known how often a day it is taken."
    ),
  ]

  @Test(arguments: notComputed) func `an opioid without a number says why`(
    _ row: MedicineRow, _ line: String
  ) throws {
    let filler = try Filler(medicines: [row])
    #expect(try filler.value("medicine.mme-usual") == nil)
    #expect(try filler.value("medicine.mme-most") == nil)
    #expect(try #require(try filler.value("medicine.mme-line")).hasPrefix(line))
    #expect(try filler.value("medicines.mme-usual") == nil)
    #expect(try filler.value("medicines.mme-most") == nil)
    #expect(try #require(try filler.value("medicines.mme-note")).hasPrefix("No total"))
    #expect(filler.response.expressionFailures == [])
  }

  @Test(arguments: [
    MedicineRow("ibuprofen", "Ibuprofen", "400 mg", "three-times-a-day"),
    MedicineRow("naloxone", "Narcan", "4 mg", "when-needed", usual: 0, most: 1),
    MedicineRow(nil, "a pill from my uncle", "10 mg", "once-a-day"),
  ])
  func `what is no opioid has nothing of it`(_ row: MedicineRow) throws {
    let filler = try Filler(medicines: [row])
    for linkId in [
      "medicine.mme-usual", "medicine.mme-most", "medicine.mme-line", "medicines.mme-usual",
      "medicines.mme-most", "medicines.mme-note",
    ] {
      #expect(try filler.value(linkId) == nil, "\(linkId)")
    }
    #expect(filler.response.expressionFailures == [])
  }
}
