import FHIR
import FormFiller
import Testing

/// What a medicine is for is asked where it tells the clinician something, and kept wherever it is
/// said (clinical reference, 1.4: ask why an antipsychotic is taken; 0, Order: only gaps are asked).
@Suite struct MedicineReasonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    /// Whether the person is asked what it is for, when the line does not say it.
    let isAsked: Bool

    init(_ line: String, _ isAsked: Bool) {
      self.line = line
      self.isAsked = isAsked
    }

    var testDescription: String { line }
  }

  static let cases = [
    Case("gabapentin 300 mg three times a day", false),
    Case("lisinopril 10 mg once a day", false),
    Case("oxycodone 5 mg twice a day", true),
    Case("quetiapine 25 mg once a day", true),
    Case("moonwort drops 5 drops once a day", true),
  ]

  private func patient(_ line: String) throws -> Patient {
    var patient = try Patient(
      ["medicines.any": .line("yes"), "medicine": .list([.line(line)])], on: "2026-04-20",
      defaults: .read(), in: .shared())
    patient.answerAll()
    #expect(patient.problems == [])
    return patient
  }

  private func answer(_ linkId: String, of patient: Patient) -> String? {
    patient.response.nodes(linkId: linkId).first
      .flatMap { patient.response.answers(of: $0).first?.value.plainText }
  }

  @Test(arguments: cases)
  func isAskedOnlyWhereItTellsSomething(_ example: Case) throws {
    let patient = try patient(example.line)
    #expect(patient.transcript.asked.contains("medicine.purpose") == example.isAsked)
    #expect(answer("medicine.purpose", of: patient) == nil)
  }

  @Test(arguments: cases)
  func isKeptAndNotAskedWhereTheLineSaysIt(_ example: Case) throws {
    let patient = try patient(example.line + " for a bad leg")
    #expect(!patient.transcript.asked.contains("medicine.purpose"))
    let said = ["medicine.name", "medicine.purpose"].compactMap { answer($0, of: patient) }
    #expect(said.contains { $0.holds("a bad leg") }, "\(said)")
  }

  /// The words beside the name change nothing for what reads the medicine.
  @Test func wordsBesideTheNameLeaveTheMedicineKnown() throws {
    let patient = try patient("gabapentin 300 mg three times a day for a bad leg")
    let finding = try ClinicalContent.shared().finding(of: "sedation-load", for: patient.response)
    #expect(finding?.isRaised == true)
  }
}
