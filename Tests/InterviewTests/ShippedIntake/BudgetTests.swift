import Testing

@testable import FormFiller
@testable import Interview

/// How often a written person is asked to type, and what they are told of it.
@Suite struct BudgetTests {
  /// A prompt takes about so long to read and answer.
  private static let secondsAPrompt = 8

  @Test func `part one and the whole stay within what a person can be asked`() throws {
    let visit = try Patient.typical.visit()
    #expect(visit.firstPart <= 60, "\(visit.firstPart)")
    #expect(visit.all <= 110, "\(visit.all)")
  }
}
