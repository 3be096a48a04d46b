import FHIR
import Library
import Testing

@testable import FormFiller

/// What a person says of one medicine.
struct MedicineRow: Sendable {
  /// The code in the list of medicines; nil: it is not in the list.
  let code: String?
  /// The name as the person gave it.
  let name: String
  let dose: String?
  var strength: String?
  var patchStrength: String?
  var route: String?
  var often: String?
  var usual: Int?
  var most: Int?
  var why: String?

  init(
    _ code: String?, _ name: String, _ dose: String?, _ often: String? = nil,
    strength: String? = nil, patchStrength: String? = nil, route: String? = nil, usual: Int? = nil,
    most: Int? = nil, why: String? = nil
  ) {
    self.code = code
    self.name = name
    self.dose = dose
    self.often = often
    self.strength = strength
    self.patchStrength = patchStrength
    self.route = route
    self.usual = usual
    self.most = most
    self.why = why
  }

  static let system = "https://intake.example/fhir/CodeSystem/"

  /// The answers by linkId, in the order in which they are asked.
  func answers() throws -> [(linkId: String, value: AnswerValue)] {
    func quantity(_ text: String) throws -> AnswerValue {
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      let number: ExactDecimal = try #require(ExactDecimal(parts[0]))
      return .quantity(
        Quantity(
          value: number, unit: parts[1],
          system: "http://unitsofmeasure.org", code: parts[1]))
    }
    func coding(_ system: String, _ code: String) -> AnswerValue {
      .coding(Coding(system: Self.system + system, code: code))
    }
    let named =
      code.map {
        AnswerValue.coding(Coding(system: Self.system + "medicine", code: $0, display: name))
      }
    let all: [(String, AnswerValue?)] = [
      ("medicine.name", named ?? .string(name)),
      ("medicine.dose", try dose.map(quantity)),
      ("medicine.strength", try strength.map(quantity)),
      ("medicine.route", route.map { coding("medicine-route", $0) }),
      ("medicine.patch-strength", try patchStrength.map(quantity)),
      ("medicine.how-often", often.map { coding("medicine-frequency", $0) }),
      ("medicine.usual-a-day", usual.map { .integer($0) }),
      ("medicine.most-a-day", most.map { .integer($0) }),
      ("medicine.why-opioid", why.map { coding("opioid-purpose", $0) }),
    ]
    return all.compactMap { linkId, value in value.map { (linkId, $0) } }
  }
}

extension Form {
  /// The intake of this package, compiled once.
  static let intake = Result {
    let library = try Instrument.library.get()
    let intake = try library.questionnaire(role: .intake).questionnaire
    return Form(intake, terminology: Terminology(library, for: intake))
  }
}

extension Filler {
  /// The intake, with the questions that open it answered and these medicines.
  init(medicines: [MedicineRow]) throws {
    let form = try Form.intake.get()
    try #require(form.problems == [])
    self.init(Response(to: form))
    try set("consent.agree", .boolean(true))
    try set("medicines.any", .boolean(true))
    for (row, medicine) in medicines.enumerated() {
      if row > 0 { try addRow("medicine") }
      for (linkId, value) in try medicine.answers() { try set(linkId, value, instance: row) }
    }
  }

  /// What a calculated item came to in a row; nil: nothing.
  func value(_ linkId: String, row: Int = 0) throws -> String? {
    response.answers(of: try node(linkId, row)).first?.value.plainText
  }
}
