import TerminalTesting
import Testing

/// The instruments of this package, asked, filled and validated.
@Suite struct InstrumentTests {
  struct Interview: Sendable, CustomTestStringConvertible {
    let instrument: String
    /// What is typed before the answers are checked.
    let typed: [String]
    /// The total in the response; nil for none.
    let total: String?
    var testDescription: String { "\(instrument) \(typed.joined(separator: ","))" }

    init(_ instrument: String, _ typed: [String], total: String?) {
      self.instrument = instrument
      self.typed = typed
      self.total = total
    }

    var file: String { "\(Program.questionnaires)/instruments/\(instrument).json" }
    var linkId: String { instrument == "peg" ? "peg.mean" : "\(instrument).total" }
  }

  /// The help page is left with Enter.
  private static func phq9(_ answers: [Int], more: [String]) -> [String] {
    answers.map { "\($0 + 1)" } + more
  }

  private static let whole = [
    Interview("phq-9", phq9([1, 1, 1, 1, 1, 1, 1, 1, 1], more: ["", "1"]), total: "9"),
    Interview("phq-9", phq9([2, 2, 2, 2, 2, 0, 0, 0, 0], more: ["2"]), total: "10"),
    Interview("phq-9", phq9([0, 0, 0, 0, 0, 0, 0, 0, 1], more: ["", "1"]), total: "1"),
    Interview("gad-7", ["3", "2", "1", "1", "1", "1", "1"], total: "3"),
    Interview("peg", ["7", "8", "6"], total: "7"),
    Interview("peg", ["seven", "7", "6"], total: "6.7"),
    Interview("pc-ptsd-5", ["no"], total: "0"),
    Interview("pc-ptsd-5", ["yes", "y", "y", "y", "y", "n"], total: "4"),
    Interview("audit-c", ["c", "b", "2"], total: "4"),
    Interview("audit-c", ["c", "b", "1"], total: "3"),
    Interview("audit-c", ["never"], total: "0"),
  ]

  private static let incomplete = [
    Interview("phq-9", phq9([3, 3, 3, 3, 3, 3, 3, 3], more: ["skip", "1"]), total: nil),
    Interview("gad-7", ["3", "2", "skip", "skip", "skip", "skip", "skip"], total: nil),
    Interview("peg", ["7", "skip", "6"], total: nil),
    Interview("pc-ptsd-5", ["yes", "y", "skip", "y", "y", "n"], total: nil),
    Interview("audit-c", ["c", "skip", "2"], total: nil),
  ]

  /// Words that a patient must not see.
  private static let judgements = [
    "total", "score", "minimal", "mild", "moderate", "severe", "positive", "cut-off", "-9.", "-7.",
  ]

  private func ask(_ interview: Interview) throws -> (folder: WorkFolder, shown: String) {
    let folder = try WorkFolder()
    let lines = (interview.typed + ["0"]).joined(separator: "\n") + "\n"
    try folder.write(lines, to: "lines.txt")
    let run = try Program.run(
      [
        "interview", interview.file, "--answers", "lines.txt", "--output", "out.txt", "--plain",
      ], in: folder)
    #expect(run.status == .exited(0), "\(run.errors)")
    return (folder, run.output)
  }

  private func totalText(_ interview: Interview, _ total: String) -> Regex<Substring> {
    let pattern = #""linkId": "\#(interview.linkId)",[^\]]*"valueDecimal": \#(total)\s"#
    guard let regex = try? Regex(pattern, as: Substring.self) else {
      preconditionFailure("The pattern is wrong: \(pattern)")
    }
    return regex
  }

  @Test(arguments: whole + incomplete)
  func theInterviewGivesATotalThatThePatientDoesNotSee(_ interview: Interview) throws {
    let (folder, shown) = try ask(interview)
    let response = try folder.text(of: "out.response.json")
    if let total = interview.total {
      #expect(response.firstMatch(of: totalText(interview, total)) != nil, "\(response)")
    } else {
      #expect(!response.contains(interview.linkId))
    }
    for word in Self.judgements { #expect(!shown.lowercased().contains(word), "\(word)") }
  }

  @Test(arguments: whole)
  func anotherFillersResponseIsFilledAndHeldToItsTotal(_ interview: Interview) throws {
    let (folder, _) = try ask(interview)
    let total = try #require(interview.total)
    let right = try folder.text(of: "out.response.json")
    let item = /,\s*\{\s*"linkId": "[^"]*\.(total|mean)",[^\]]*\]\s*\}/
    let without = right.replacing(item, with: "")
    let wrong = right.replacing(item) { $0.output.0.replacing("\(total)\n", with: "8.5\n") }
    try folder.write(without, to: "without.json")
    try folder.write(wrong, to: "wrong.json")
    #expect(without != right && wrong != right)
    func run(_ command: String, _ file: String) throws -> PipedProcess {
      try Program.run([command, file, "--questionnaire", interview.file], in: folder)
    }

    for file in ["out.response.json", "without.json", "wrong.json"] {
      let filled = try run("fill", file)
      #expect(filled.output.firstMatch(of: totalText(interview, total)) != nil)
      #expect(filled.status == .exited(0))
      let reported = "worked out anew and differs"
      #expect(filled.errors.contains(reported) == (file == "wrong.json"), "\(filled.errors)")
    }

    let valid = try run("validate", "out.response.json")
    #expect(valid.status == .exited(0), "\(valid.output)")
    #expect(!valid.output.contains("calculatedValue"))
    let invalid = try run("validate", "wrong.json")
    #expect(invalid.status == .exited(1))
    #expect(invalid.output.contains(#""code": "calculatedValue""#), "\(invalid.output)")
    #expect(invalid.output.contains("linkId='\(interview.linkId)'"))
  }

  @Test(arguments: incomplete)
  func withoutAllAnswersThereIsNoTotal(_ interview: Interview) throws {
    let (folder, _) = try ask(interview)
    let answered = try folder.text(of: "out.response.json")
    let arguments = ["--questionnaire", interview.file]
    let filled = try Program.run(["fill", "out.response.json"] + arguments, in: folder)
    #expect(filled.status == .exited(0))
    #expect(!filled.output.contains(interview.linkId))
    let valid = try Program.run(["validate", "out.response.json"] + arguments, in: folder)
    #expect(valid.status == .exited(0), "\(valid.output)")

    // One that is there all the same was added up of what there is.
    let group = #""linkId": "\#(interview.instrument)","#
    let start = try #require(answered.firstRange(of: group))
    let items = try #require(answered[start.upperBound...].firstRange(of: #""item": ["#))
    let total = #"{"linkId": "\#(interview.linkId)", "answer": [{"valueDecimal": 3}]},"#
    try folder.write(
      answered.replacingCharacters(in: items.upperBound..<items.upperBound, with: total),
      to: "added.json")
    let invalid = try Program.run(["validate", "added.json"] + arguments, in: folder)
    #expect(invalid.status == .exited(1))
    #expect(invalid.output.contains(#""code": "calculatedValue""#), "\(invalid.output)")
  }

  @Test(arguments: ["2", "3", "4"])
  func anAnswerAboutSelfHarmOpensTheHelpPageAtOnce(_ answer: String) throws {
    let folder = try WorkFolder()
    let lines = Array(repeating: "skip", count: 8) + [answer]
    let run = try Program.run(
      [
        "interview", "\(Program.questionnaires)/instruments/phq-9.json", "--output", "out.txt",
        "--plain",
      ], in: folder, input: lines.joined(separator: "\n") + "\n")
    #expect(run.status == .exited(3))
    #expect(run.output.contains("You do not have to go through this alone."))
    let draft = try #require(folder.names.first { $0.hasPrefix("intake-draft") })
    #expect(try folder.text(of: draft).contains("urgent-record"))
  }
}
