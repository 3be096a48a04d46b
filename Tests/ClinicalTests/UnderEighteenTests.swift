import FHIR
import FormFiller
import Interview
import Rules
import Testing

/// The form is for adults: for somebody younger it stops, and staff are told (clinical reference, 0,
/// Levels).
@Suite struct UnderEighteenTests {
  private func patient(_ answers: [String: String]) throws -> Patient {
    try Patient(
      answers.mapValues { .line($0) }, on: "2026-04-20", defaults: .read(), in: .shared())
  }

  private func finding(_ id: String, of patient: Patient) throws -> Finding? {
    try ClinicalContent.shared().rules.findings(for: patient.response).first { $0.rule.id == id }
  }

  @Test func theInterviewStopsForStaff() throws {
    var patient = try patient(["age.adult": "no"])
    patient.answerAll(to: .ended)
    #expect(patient.problems == [])
    #expect(patient.transcript.asked == ["consent.agree", "age.adult", "age.under-age"])
    let page = try #require(patient.transcript.screens.last { $0.linkId == "age.under-age" })
    #expect(page.text.holds("This form is for adults"))
    #expect(page.text.holds("tell the staff"))
    #expect(try finding("under-18", of: patient)?.isRaised == true)
    // What was not asked is not "no".
    #expect(try finding("suicide-screen-positive", of: patient)?.isNotAssessed == true)
  }

  @Test func aSlipIsTakenBack() throws {
    var patient = try patient([:])
    patient.answer(until: "age.adult")
    patient.type("no", "back", "yes")
    patient.answerAll()
    #expect(patient.problems == [])
    #expect(try finding("under-18", of: patient)?.outcome == .notRaised)
  }

  /// A date of birth that says otherwise than the first answer is asked again, and is not let pass.
  @Test(arguments: [("21 April 2008", true), ("20 April 2008", false)])
  func theDateOfBirthIsHeldAgainstIt(_ date: String, _ isYounger: Bool) throws {
    var patient = try patient([:])
    patient.answer(until: "identity.birth-date")
    patient.type(date, "")
    let screen = try #require(patient.transcript.screens.last)
    #expect((screen.linkId == "identity.birth-date") == isYounger)
    #expect(screen.text.holds("This date says you are younger") == isYounger)
    #expect((patient.transcript.asked.last == "identity.birth-date") == isYounger)
  }
}
