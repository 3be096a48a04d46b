import ArgumentParser
import FHIR
import FormFiller
import Referral

/// `intake extract`: the FHIR resources that answers become.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the FHIR resources that a QuestionnaireResponse becomes.",
    discussion: """
      The questionnaire says what becomes of its answers, by SDC's extensions observationExtract and \
      templateExtract. They are printed as a transaction Bundle. Answers to questions that are not \
      asked are left out.

        intake extract answers.json --questionnaire form.json
        intake extract answers.json --context patient=patient.json

      Exit status 1, and nothing printed, if the response does not fit the form or anything cannot be \
      extracted as the form says; what and why is said on standard error.
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var context: FormContextOptions

  @OptionGroup var answered: AnsweredFormArguments

  func run() throws {
    let recomputed = try RecomputedResponse(answered, library, context)
    let found = recomputed.found
    let plan = ExtractionPlan(of: found.form)
    if !plan.extractsAnything, plan.problems.isEmpty {
      ErrorReport.write(
        warning: "\(found.file): the questionnaire does not say that anything becomes a resource; "
          + "use observationExtract or templateExtract")
    }
    let extraction = Extraction(of: recomputed.response, by: plan, newUUID: RandomUUID.next)
    for problem in extraction.problems {
      let text = FormReport.text(problem, of: found)
      switch problem.severity {
      case .error: ErrorReport.write(text)
      case .warning: ErrorReport.write(warning: text)
      }
    }
    // What does not fit would be missing without a word.
    guard recomputed.isWorkedOut, recomputed.fitsForm,
      !extraction.problems.contains(where: { $0.severity == .error })
    else { throw ExitStatus.failure }
    try StandardStream.output.write(JSONWriter().text(of: extraction.bundle.root))
  }
}
