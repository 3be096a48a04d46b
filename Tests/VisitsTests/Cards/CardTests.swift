import FHIR
import FormFiller
import RecordStore
import Testing
import Visits

@Suite struct CardTests {
  @Test func `cards come back as they were`() {
    let desks = [
      DeskCard(),
      DeskCard(
        label: "Blue coat", appointment: "10:30", state: .left, isUrgent: true,
        started: VisitForm.time, updated: VisitForm.time, isTrial: true),
    ]
    for card in desks { #expect(DeskCard(card.bytes) == card) }
    let clinical = [
      ClinicalCard(),
      ClinicalCard(name: "Ana Example", birthDate: PartialDate("1950-03")),
    ]
    for card in clinical { #expect(ClinicalCard(card.bytes) == card) }
  }

  @Test func `the desk's card holds nothing that was answered`() throws {
    #expect(
      String(decoding: DeskCard(label: "Blue", isUrgent: true).bytes, as: UTF8.self)
        == #"{"label":"Blue","state":"inProgress","urgent":true}"#)
  }

  @Test func `the clinicians' card has name and date of birth, found by their roles`() throws {
    var response = Response(to: try VisitForm.form())
    #expect(ClinicalCard(response) == ClinicalCard())
    try response.answer("who", .string("Ana Example"))
    try response.answer("born", .date(try #require(PartialDate("1950-03-27"))))
    #expect(
      ClinicalCard(response)
        == ClinicalCard(name: "Ana Example", birthDate: PartialDate("1950-03-27")))
  }

  @Test(arguments: ["", "[]", "{", #"{"state":"lost"}"#])
  func `what is no card is not taken for one`(_ text: String) {
    #expect(DeskCard(Array(text.utf8)) == nil)
  }
}
