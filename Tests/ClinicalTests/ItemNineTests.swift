import FHIR
import FormFiller
import Synchronization
import Testing

/// Thoughts of being better off dead: shown at once, told at once, and never taken back.
@Suite struct ItemNineTests {
  /// A clock that goes on by a minute each time somebody looks at it.
  final class Clock: Sendable {
    private let minutes = Mutex(0)

    func time() -> PartialDateTime {
      let minute = minutes.withLock { minutes in
        minutes += 1
        return minutes
      }
      let text = String(minute % 60).count == 1 ? "0\(minute % 60)" : "\(minute % 60)"
      let hour = 10 + minute / 60
      guard hour < 24, let time = PartialDateTime("2026-04-20T\(hour):\(text):00Z") else {
        preconditionFailure("The day of the test is over.")
      }
      return time
    }
  }

  /// Somebody with this item and nothing else, up to the page of help.
  private func patientOnThePage(_ clock: Clock) throws -> Patient {
    var patient = try Patient(
      ["phq-9.9": .line("Several days")], on: "2026-04-20", defaults: .read(),
      in: .shared(), clock: { clock.time() })
    patient.answer(until: "phq-9.crisis-page")
    return patient
  }

  private static func record(of response: Response) -> UrgentRecord? {
    response.urgentRecords.first { $0.page == "phq-9.crisis-page" }
  }

  @Test func changedBackItStaysWithBothAnswersAndTimes() throws {
    var patient = try patientOnThePage(Clock())
    #expect(patient.problems == [])
    #expect(patient.response.number("phq-9.total") == 1)
    let opened = try #require(Self.record(of: patient.response)?.opened)
    patient.type("", "back", "Not at all")
    #expect(patient.response.number("phq-9.total") == 0)
    let record = try #require(Self.record(of: patient.response))
    #expect(record.opened == opened)
    #expect(record.answers.map(\.answer) == ["Several days"])
    let later = try #require(record.laterAnswers.last)
    #expect(later.answer.answer == "Not at all" && later.time != opened)
  }

  @Test func itStaysInTheFinishedResponse() throws {
    var patient = try patientOnThePage(Clock())
    patient.type("", "back", "Not at all")
    patient.answerAll()
    #expect(patient.problems == [])
    let document = try patient.response.document(as: .completed, authored: Clock().time())
    let source = try #require(QuestionnaireResponse(document.root))
    let read = Response.reading(source, form: try ClinicalContent.shared().form).response
    #expect(Self.record(of: read)?.answers.map(\.answer) == ["Several days"])
    #expect(Self.record(of: read)?.laterAnswers.map(\.answer.answer) == ["Not at all"])
    let rules = try ClinicalContent.shared().rules
    let finding = rules.findings(for: patient.response).first { $0.rule.id == "phq-9-item-9" }
    #expect(finding?.outcome == .notRaised)
  }

  @Test func thePageNamesHelpAndNoAnswer() throws {
    var patient = try patientOnThePage(Clock())
    patient.type("")
    let page = try #require(patient.transcript.screens.first { $0.isHelpPage })
    let setting = try CaseDefaults.read().setting
    for text in [setting.crisisLine, setting.emergencyNumber] { #expect(page.text.holds(text)) }
    #expect(!page.text.holds("Several days"))
  }
}
