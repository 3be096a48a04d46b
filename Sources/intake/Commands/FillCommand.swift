import ArgumentParser
import FHIR
import FormFiller

/// `intake fill`: works out what a form works out from the answers in a response.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill",
    abstract: "Recomputes a QuestionnaireResponse and prints it.",
    discussion: """
      Scores and other calculated values are worked out anew, initial values are given to a response \
      in progress, what is not asked is left out of a completed one. What could not be worked out, \
      and what differs from the response as it was, is said on standard error.

        intake fill answers.json --questionnaire form.json

      Exit status 1 if the response does not fit the form, or cannot be completed.
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var context: FormContextOptions

  @OptionGroup var answered: AnsweredFormArguments

  func run() throws {
    let recomputed = try RecomputedResponse(answered, library, context)
    // What does not fit would be lost.
    guard recomputed.fitsForm else { throw ExitStatus.failure }
    do {
      let filled = try recomputed.response.document(
        as: recomputed.source.status ?? .inProgress,
        authored: recomputed.source.authored ?? SystemClock.now())
      try StandardStream.output.write(JSONWriter().text(of: filled.root))
    } catch let error as IncompleteResponseError {
      throw InputError(error.description)
    }
  }
}
