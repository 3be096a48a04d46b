import Testing

@testable import FormFiller
@testable import Interview

/// How often a written person is asked to type, and what they are told of it.
@Suite struct BudgetTests {
  /// A prompt takes about so long to read and answer.
  private static let secondsAPrompt = 8

  /// No line of a medicine says what it is for: a budget that holds only for those who say it is none.
  @Test func `part one and the whole stay within what a person can be asked`() throws {
    let visit = try Patient.typical.visit()
    #expect(visit.firstPart <= 60, "\(visit.firstPart)")
    #expect(visit.all <= 110, "\(visit.all)")
  }

  @Test func `twelve medicines are still bearable`() throws {
    let visit = try Patient.withTwelveMedicines.visit()
    #expect(visit.all <= 190, "\(visit.all)")
    #expect(visit.response.nodes(linkId: "medicine.name").count == 12)
  }

  /// The minutes that are said at the start of a part are no fewer than it takes, nor twice as many.
  @Test func `each part says at its start how long it is`() throws {
    let visit = try Patient.typical.visit()
    let parts = [("Part one takes", visit.firstPart), ("Part two takes", visit.secondPart)]
    for (words, prompts) in parts {
      let screen = try #require(visit.screens.first { $0.contains(words) }, "\(words)")
      let text = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let said = try #require(text.firstMatch(of: /Part (?:one|two) takes about (\d+) minutes/))
      let seconds = try #require(Int(said.1)) * 60
      let needed = prompts * Self.secondsAPrompt
      #expect(needed <= seconds && seconds <= 2 * needed, "\(words): \(needed) of \(seconds)")
    }
    #expect(visit.screens.first?.contains("Part one takes") == true)
  }

  /// The order of the safe set, and that the mood questions lead straight to the suicide screen.
  @Test func `the first part asks the safe set in its order`() throws {
    let visit = try Patient.typical.visit()
    let firstPart = visit.asked.prefix { $0 != "part-two.when" }
    var topics: [Substring] = []
    for linkId in firstPart {
      let topic = linkId.prefix { $0 != "." && $0 != "?" }
      if topic != topics.last { topics.append(topic) }
    }
    #expect(
      topics == [
        "consent", "age", "urgent", "respondent", "identity", "pain", "nrs", "peg",
        "private-health", "phq-9", "asq", "pregnancy", "unusual-experiences", "medicines",
        "medicine", "allergies", "allergy", "heart", "head", "breathing", "organs", "ketamine",
        "measurements", "red-flags",
      ])
    let screen = try #require(visit.asked.firstIndex(of: "phq-9.difficulty"))
    #expect(
      Array(visit.asked[(screen + 1)...].prefix(4)) == ["asq.1", "asq.2", "asq.3", "asq.4"])
  }
}
