import Testing
import Visits

@Suite("Openings of visits")
struct VisitOpeningTests {
  @Test("a visit is no trial unless it says so")
  func trial() {
    #expect(!VisitOpening().isTrial)
  }
}
