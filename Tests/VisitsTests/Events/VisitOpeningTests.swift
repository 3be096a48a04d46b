import FHIR
import FormFiller
import Testing
import Visits

@Suite struct VisitOpeningTests {
  @Test func `a visit is no trial unless it says so`() {
    #expect(!VisitOpening().isTrial)
    #expect(VisitOpening().author == .patient)
  }

  @Test func `what the form was begun with is what it is replayed with`() throws {
    let patient = try JSONDocument(#"{"resourceType":"Patient","birthDate":"1950-03-27"}"#).root
    let opening = VisitOpening(started: VisitForm.time, context: ["patient": patient])
    #expect(opening.formContext.now == VisitForm.time)
    #expect(opening.formContext.resources.keys.sorted() == ["patient"])
  }
}
