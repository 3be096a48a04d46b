import TerminalTesting
import Testing

/// Which private groups of questions a summary shows.
@Suite struct SummaryDisclosureTests {
  private static func group(_ name: String, _ privacy: String) -> String {
    """
    {"linkId": "\(name)-group", "type": "group", "text": "About \(name)", "code": [
      {"system": "https://intake.example/fhir/CodeSystem/summary-section", "code": "\(name)"},
      {"system": "https://intake.example/fhir/CodeSystem/summary-privacy", "code": "\(privacy)"}],
     "item": [{"linkId": "\(name)", "type": "string", "text": "What of \(name)?"}]}
    """
  }

  private static let form = """
    {"resourceType": "Questionnaire", "url": "https://example.org/private", "status": "active",
     "item": [{"linkId": "name", "type": "string", "text": "Name?"},
      \(group("drink", "sensitive")), \(group("mood", "sensitive")),
      \(group("claim", "withheld-by-default"))]}
    """

  private static let answers = ["drink", "mood", "claim"].map { name in
    """
    {"linkId": "\(name)-group", "item": [
      {"linkId": "\(name)", "answer": [{"valueString": "secret of \(name)"}]}]}
    """
  }.joined(separator: ",")

  private func run(_ options: [String]) throws -> PipedProcess {
    let folder = try WorkFolder()
    try folder.write(Self.form, to: "form.json")
    try folder.write(
      """
      {"resourceType": "QuestionnaireResponse", "status": "completed",
       "questionnaire": "https://example.org/private", "item": [\(Self.answers)]}
      """, to: "answers.json")
    return try Program.run(
      ["summary", "answers.json", "--questionnaire", "form.json"] + options, in: folder)
  }

  @Test(
    arguments: [
      ([], ["drink", "mood"]),
      (["--show", "claim"], ["drink", "mood", "claim"]),
      (["--show", "everything"], ["drink", "mood", "claim"]),
      (["--withhold", "drink"], ["mood"]),
      (["--withhold", "drink-group", "--withhold", "mood"], []),
      (["--withhold", "sensitive"], []),
      (["--withhold", "sensitive", "--show", "mood"], ["mood"]),
      (["--show", "everything", "--withhold", "claim"], ["drink", "mood"]),
      (["--show", "mood", "--withhold", "mood"], ["drink"]),
    ], ["text", "json"])
  func whatIsLeftOutIsNamed(_ choice: ([String], [String]), _ format: String) throws {
    let (options, shown) = choice
    let run = try run(options + ["--format", format])
    #expect(run.status == .exited(0), "\(run.errors)")
    for name in ["drink", "mood", "claim"] {
      #expect(run.output.contains("secret of \(name)") == shown.contains(name))
      #expect(run.output.contains("About \(name)"), "it is named, shown or not")
    }
  }

  @Test(
    arguments: [
      (["--withhold", "name"], "'name' cannot be shown or left out here"),
      (
        ["--show", "nothing"],
        "Choose among: drink, drink-group, mood, mood-group, claim, claim-group"
      ),
      (["--withhold", "everything"], "--show everything, --withhold sensitive"),
      (["--show", "sensitive"], "--show everything, --withhold sensitive"),
    ])
  func whatIsNotPrivateIsNotLeftOut(_ options: [String], _ message: String) throws {
    let run = try run(options)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(64))
  }
}
