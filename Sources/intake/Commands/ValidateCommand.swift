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
  @OptionGroup var context: FormContextOptions

  @OptionGroup var answered: AnsweredFormArguments

  func run() throws {
    let (source, found, _) = try answered.read(library)
    let issues = Response.issues(in: source, form: found.form, in: try context.read())
    let outcome = OperationOutcome(issues).document
    try StandardStream.output.write(JSONWriter().text(of: outcome.root))
    if issues.contains(where: \.isError) { throw ExitStatus.failure }
  }
}
