import Testing

/// What `--from` takes and what it refuses.
@Suite struct GoingOnTests {
  struct Draft: CustomTestStringConvertible, Sendable {
    let text: String
    let error: String
    var testDescription: String { error }
  }

  static let refused = [
    Draft(
      text: Forms.draft(status: "completed"),
      error: "draft.json is finished (its status is completed). "
        + "Only an unfinished response can be gone on with."),
    Draft(
      text: "{\"resourceType\": \"QuestionnaireResponse\"",
      error: "draft.json, line 1, column 41: the text ends in the middle of a value; "
        + "a closing quote, brace or bracket is missing"),
    Draft(
      text: Forms.short,
      error: "draft.json, line 1, column 1: this is not a FHIR QuestionnaireResponse. "
        + "Its \"resourceType\" must be \"QuestionnaireResponse\"."),
  ]

  @Test(arguments: refused) func whatCannotBeGoneOnWithIsRefused(_ draft: Draft) throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(draft.text, to: "draft.json")
    let run = try Program.run(
      ["interview", "form.json", "--from", "draft.json", "--output", "out.txt"], in: folder,
      input: "yes\n0\n")
    #expect(run.errors == "Error: \(draft.error)\n")
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
    #expect(folder.names == ["draft.json", "form.json"])
    #expect(try folder.text(of: "draft.json") == draft.text)
  }

  @Test(arguments: [
    #"{"linkId": "shoe", "answer": [{"valueString": "secret"}]}"#,
    #"{"linkId": "pets", "answer": [{"valueString": "secret"}]}"#,
  ])
  func answersThatDoNotFitAreNamedAndNothingIsLost(_ items: String) throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    let draft = Forms.draft(items: items)
    try folder.write(draft, to: "draft.json")
    let run = try Program.run(
      ["interview", "form.json", "--from", "draft.json", "--output", "out.txt"], in: folder,
      input: "yes\n0\n")
    #expect(run.errorLines.allSatisfy { $0.hasPrefix("Error: draft.json, QuestionnaireResponse.") })
    #expect(!run.errorLines.isEmpty)
    #expect(!run.errors.contains("secret"))
    #expect(run.status == .exited(1))
    #expect(try folder.text(of: "draft.json") == draft)
  }

  @Test func aDraftOfAnUnknownFormSaysWhichFormIsMissing() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.draft(questionnaire: "https://example.org/lost"), to: "draft.json")
    let run = try Program.run(["--from", "draft.json", "--output", "out.txt"], in: folder)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("https://example.org/lost"))
    #expect(run.status == .exited(1))
  }

  @Test func aDraftIsGoneOnWithAtItsFirstOpenQuestion() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(Forms.draft(), to: "draft.json")
    let run = try Program.run(
      ["interview", "form.json", "--from", "draft.json", "--output", "out.txt"], in: folder,
      input: "yes\n0\n")
    #expect(run.status == .exited(0))
    #expect(run.output.hasPrefix("\nDo you have pets?"))
    #expect(try folder.text(of: "out.response.json").contains("\"Ana\""))
  }

  @Test func aDraftIsWrittenBackWhereItWas() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(Forms.draft(), to: "draft.json")
    let run = try Program.run(
      ["interview", "form.json", "--from", "draft.json", "--output", "out.txt"], in: folder,
      input: "yes\n")
    #expect(run.status == .exited(3))
    #expect(
      run.errors
        == "The answers so far are in draft.json.\n"
        + "To go on: intake interview form.json --from draft.json\n")
    #expect(folder.names == ["draft.json", "form.json"])
    #expect(try folder.text(of: "draft.json").contains("\"valueBoolean\": true"))
  }

  /// The command that is said to go on with works when it is typed.
  @Test(arguments: [[], ["form.json"]])
  func theCommandThatIsSaidWorks(_ form: [String]) throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    let run = try Program.run(
      ["interview"] + form + ["--output", "out.txt"], in: folder, input: "yes\n")
    let command = try #require(run.errorLines.last).replacing("To go on: intake ", with: "")
    let words = command.split(separator: " ").map(String.init)
    let next = try Program.run(words + ["--output", "out.txt"], in: folder, input: "review\n")
    #expect(next.errors == run.errors)
    #expect(next.output.contains("Yes"))
    #expect(next.status == .exited(3))
  }

  /// Who takes consent back leaves nothing, not even the draft of the day before.
  @Test func consentTakenBackRemovesTheDraft() throws {
    let folder = try WorkFolder()
    let first = try Program.run(["--output", "out.txt"], in: folder, input: "yes\nyes\nnone\n")
    #expect(first.status == .exited(3))
    let draft = try #require(folder.names.first)
    let second = try Program.run(
      ["--from", draft, "--output", "out.txt"], in: folder, input: "review\n1\nno\n\n")
    #expect(second.output.contains("We did not keep any answers."))
    #expect(second.status == .exited(0))
    #expect(folder.names.isEmpty)
  }
}
