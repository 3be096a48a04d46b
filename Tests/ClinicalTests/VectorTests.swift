import FHIR
import FormFiller
import Rules
import Testing

/// The test vectors of the reference, typed in the interview.
@Suite struct VectorTests {
  /// What is typed, and the numbers, bands, rules and pages that must come of it.
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let title: String
    let because: String
    let answers: [String: TypedAnswer]
    /// Values by linkId; null is no value.
    let value: [String: Double?]?
    /// A band that the value lies in.
    let bands: [String: [String]]?
    let raised: [String]?
    let notRaised: [String]?
    /// Rules that are not assessed.
    let open: [String]?
    let pages: [String]?
    let mmeNote: String?

    var testDescription: String { title }

    static let all: [Vector] = (try? readAll()) ?? []

    static func readAll() throws -> [Vector] {
      try ClinicalFile.read([Vector].self, from: "Vectors.json")
    }
  }

  @Test func everyFileCanBeRead() throws {
    #expect(try !Vector.readAll().isEmpty)
  }

  @Test(arguments: Vector.all)
  func givesItsValues(_ vector: Vector) throws {
    let content = try ClinicalContent.shared()
    var patient = try Patient(
      vector.answers, on: "2026-04-20", defaults: .read(), in: content)
    patient.answerAll()
    let problems = patient.problems.joined(separator: "\n")
    #expect(patient.problems.isEmpty, "\(problems)")
    let response = patient.response
    for (linkId, value) in vector.value ?? [:] {
      #expect(response.number(linkId) == value, "\(linkId): \(vector.because)")
    }
    for (linkId, bands) in vector.bands ?? [:] {
      let found = try Self.bands(of: linkId, in: response)
      #expect(found.isSuperset(of: bands), "\(linkId) is \(found): \(vector.because)")
    }
    if let pages = vector.pages {
      #expect(patient.transcript.helpPages == pages, "\(vector.because)")
    }
    if let note = vector.mmeNote {
      let notes = response.nodes(linkId: "medicines.mme-note")
        .flatMap { response.answers(of: $0) }.map(\.value.plainText)
      #expect(notes.contains { $0.holds(note) }, "\(notes): \(vector.because)")
    }
    compareRules(vector, content.rules.findings(for: response))
  }

  private func compareRules(_ vector: Vector, _ findings: [Finding]) {
    func finding(_ id: String) -> Finding? { findings.first { $0.rule.id == id } }
    for id in vector.raised ?? [] {
      #expect(finding(id)?.isRaised == true, "\(id): \(vector.because)")
    }
    for id in vector.notRaised ?? [] {
      #expect(finding(id)?.outcome == .notRaised, "\(id): \(vector.because)")
    }
    for id in vector.open ?? [] {
      #expect(finding(id)?.isNotAssessed == true, "\(id): \(vector.because)")
    }
  }

  private static func bands(of linkId: String, in response: Response) throws -> Set<String> {
    let item = try #require(response.form.item(linkId: linkId))
    let node = try #require(response.nodes(linkId: linkId).first)
    guard case .decimal(let value)? = response.answers(of: node).first?.value else { return [] }
    return Set(response.form.bands(of: item, for: value, age: 44).map(\.label))
  }
}
