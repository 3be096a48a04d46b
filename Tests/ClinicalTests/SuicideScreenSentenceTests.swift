import FHIR
import Interview
import Testing

/// Who sees the answers is said right before the suicide screen, and no more is promised than is so.
@Suite struct SuicideScreenSentenceTests {
  /// The reference's own sentence where staff are near; elsewhere nobody can promise a talk today.
  @Test(arguments: [
    (
      Attendance.attended,
      "We ask everyone these questions. A staff member will see your answers. If you may be in "
        + "danger, we will talk with you today."
    ),
    (
      .unattended,
      "We ask everyone these questions. A staff member will see your answers. If you may be in "
        + "danger, you will see how to get help now."
    ),
  ])
  func saysWhoSeesIt(_ attendance: Attendance, _ sentence: String) throws {
    var patient = try Patient(
      [:], on: "2026-04-20", attendance: attendance, defaults: .read(), in: .shared())
    patient.answer(until: "asq.1")
    patient.type("No")
    #expect(patient.problems == [])
    let screen = try #require(patient.transcript.screens.last)
    #expect(screen.linkId == "asq.1")
    #expect(screen.text.holds(sentence), "\(screen.text)")
    #expect(screen.text.holds("we will talk with you today") == (attendance == .attended))
  }
}
