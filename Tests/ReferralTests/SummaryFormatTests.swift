import FormFiller
import Testing

@testable import Referral

/// The list of formats.
@Suite struct SummaryFormatTests {
  @Test(
    arguments: [
      ("text", .text), ("TXT", .text), ("json", .json), ("Json", .json), ("html", .html),
      ("pdf", nil), ("", nil),
    ] as [(String, SummaryFormat?)])
  func `knows a format by its name or extension`(_ word: String, _ format: SummaryFormat?) {
    #expect(SummaryFormat(word: word) == format)
  }

  @Test func `every format has its own extension and writes its own`() throws {
    let formats = SummaryFormat.allCases
    #expect(Set(formats.map(\.fileExtension)).count == formats.count)
    let response = try RandomAnswers.sampleResponse()
    let summary = try response.summary()
    let written = formats.map { $0.render(summary) }
    #expect(Set(written).count == formats.count)
    #expect(written.allSatisfy { $0.hasSuffix("\n") })
  }
}

extension RandomAnswers {
  /// One response to the program's own questionnaire.
  static func sampleResponse() throws -> Response {
    var answers = RandomAnswers(seed: 3)
    return try answers.response(to: TestForm.intake())
  }
}
