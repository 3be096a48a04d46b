import FHIR
import Library
import Testing

@testable import FormFiller

/// The medicines of this package.
struct MedicineVocabulary: Sendable {
  /// The vocabulary as it is in the folder, read once.
  static let shared = Result { try MedicineVocabulary() }

  let concepts: [CodeSystem.Concept]

  private init() throws {
    let document = try JSONDocument(Instrument.text(of: "vocabulary/medicine.json"))
    concepts = try #require(CodeSystem(document.root)).concepts
  }

  func concept(_ code: String) throws -> CodeSystem.Concept {
    try #require(concepts.first { $0.code == code }, "no concept \(code)")
  }

  /// The codes of the concepts with a tag.
  func codes(tagged tag: String) -> Set<String> {
    Set(concepts.filter { $0.texts("tag").contains(tag) }.compactMap(\.code))
  }

  /// The concepts that have a name, in any case of letters.
  func concepts(named name: String) -> [CodeSystem.Concept] {
    concepts.filter { concept in concept.names.contains { Self.folded($0) == Self.folded(name) } }
  }

  /// What is left of a name when letters are compared as a person types them.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The codes of a value set of the library.
  static func codes(ofValueSet name: String) throws -> [String] {
    let library = try Instrument.library.get()
    let reference = "https://intake.example/fhir/ValueSet/\(name)"
    return try library.concepts(ofValueSet: reference, in: Instrument.peg.questionnaire())
      .compactMap(\.coding.code)
  }
}

extension CodeSystem.Concept {
  /// All that the concept is called.
  var names: [String] { [display].compactMap { $0 } + designations }

  /// The values of a property that are texts or codes.
  func texts(_ property: String) -> [String] { properties(property).compactMap(\.string) }

  /// The value of a property that is a number.
  func number(_ property: String) -> ExactDecimal? { properties(property).first?.decimal }

  var isSelectable: Bool { !properties("notSelectable").contains { $0.boolean == true } }
}
