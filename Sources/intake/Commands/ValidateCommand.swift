import ArgumentParser
import FHIR
import FormFiller

/// `intake validate`: holds a response to its form.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says whether a QuestionnaireResponse fits its questionnaire.",
    discussion: """
      Prints a FHIR OperationOutcome.

        intake validate answers.json --questionnaire form.json

      Exit status 0 if the response is valid, 1 if not.
      """)

  @OptionGroup var library: LibraryOptions

  @Argument(help: "The response, or - for standard input.", completion: .file())
  var response: String

  @Option(
    help: ArgumentHelp(
      "The questionnaire it answers.", discussion: "Else the one it names.", valueName: "file"))
  var questionnaire: String?

  func run() throws {
    let source = try JSONFile.response(response)
    let folder = try QuestionnaireFolder(named: library.questionnaires)
    let found = try FormChoice(folder: folder).form(named: questionnaire, for: source)
    let issues = Response.issues(in: source, form: found.form)
    let outcome = OperationOutcome(issues).document
    try StandardStream.output.write(JSONWriter().text(of: outcome.root))
    if issues.contains(where: \.isError) { throw ExitStatus.failure }
  }
}
