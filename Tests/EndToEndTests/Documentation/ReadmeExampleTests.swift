import TerminalTesting
import Testing

/// The questionnaire that the README shows, used as it says.
@Suite struct ReadmeExampleTests {
  private static let heading = "Write your own questionnaire"

  private func folder() throws -> WorkFolder {
    let folder = try WorkFolder()
    let form = try ReadmeFile.code(in: Self.heading).joined(separator: "\n")
    try folder.write(form, to: "sleep.json")
    return folder
  }

  private func ask(_ lines: String, in folder: WorkFolder) throws -> PipedProcess {
    try folder.write(lines, to: "lines.txt")
    return try Program.run(
      ["interview", "sleep.json", "--answers", "lines.txt", "--output", "sleep.txt"], in: folder)
  }

  @Test func itIsShortAndHasNoProblems() throws {
    #expect(try ReadmeFile.code(in: Self.heading).count <= 40)
    let check = try Program.run(["check", "sleep.json"], in: folder())
    #expect(check.output == "1 file checked: 0 errors, 0 warnings\n")
    #expect(check.status == .exited(0))
  }

  @Test func theBranchStaysClosed() throws {
    let folder = try folder()
    let run = try ask("no\n0\n", in: folder)
    #expect(run.status == .exited(0))
    #expect(!run.output.contains("How many hours"))
    #expect(try !folder.text(of: "sleep.response.json").contains("score"))
  }

  @Test func theBranchOpensAndTheScoreIsWorkedOut() throws {
    let folder = try folder()
    let run = try ask("yes\n8\n7\nHard\nOften\n0\n", in: folder)
    #expect(run.status == .exited(0))
    #expect(!run.output.contains("Sleep score"), "a person never sees a score")
    let summary = try folder.text(of: "sleep.txt")
    let score = try #require(summary.split(separator: "\n").first { $0.contains("Sleep score") })
    #expect(score.hasSuffix(" 3"))
    let validation = try Program.run(
      ["validate", "sleep.response.json", "--questionnaire", "sleep.json"], in: folder)
    #expect(validation.status == .exited(0))
  }

  @Test func withAPartMissingThereIsNoScore() throws {
    let folder = try folder()
    let run = try ask("yes\n8\n7\nHard\nskip\n0\n", in: folder)
    #expect(run.status == .exited(0))
    #expect(try !folder.text(of: "sleep.response.json").contains("score"))
  }

  @Test func theRuleIsSaidAndTheAnswerAskedAgain() throws {
    let folder = try folder()
    let run = try ask("yes\n7\n8\n6\nHard\nOften\n0\n", in: folder)
    #expect(run.output.contains("Error: Nobody sleeps longer than they are in bed."))
    #expect(run.status == .exited(0))
    let response = try folder.text(of: "sleep.response.json")
    #expect(response.contains(#""valueInteger": 6"#) && !response.contains(#""valueInteger": 8"#))
  }

  @Test func theRuleIsReportedByValidate() throws {
    let folder = try folder()
    let run = try ask("yes\n8\n7\nHard\nOften\n0\n", in: folder)
    #expect(run.status == .exited(0))
    let response = try folder.text(of: "sleep.response.json")
    try folder.write(
      response.replacing(#""valueInteger": 7"#, with: #""valueInteger": 9"#), to: "wrong.json")
    let validation = try Program.run(
      ["validate", "wrong.json", "--questionnaire", "sleep.json"], in: folder)
    #expect(validation.output.contains("Nobody sleeps longer than they are in bed."))
    #expect(validation.output.contains("linkId='sleep'"))
    #expect(validation.status == .exited(1))
  }
}
