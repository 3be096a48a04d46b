import FHIR
import FormFiller

/// A response that was read from a file, with what its form works out worked out anew.
struct RecomputedResponse {
  /// The response as it was read.
  let source: QuestionnaireResponse
  let found: FoundForm
  let response: Response
  /// Whether all of it fits the form; what does not is missing in `response`.
  let fitsForm: Bool
  /// Whether everything that the form works out could be worked out.
  let isWorkedOut: Bool

  /// Reads the response, and says on standard error what does not fit and what is not known.
  init(
    _ answered: AnsweredFormArguments, _ library: LibraryOptions, _ context: FormContextOptions
  ) throws {
    let read = try answered.read(library)
    source = read.response
    found = read.found
    try FormReport.refuseUnusable(found)
    let reading = Response.reading(source, form: found.form, in: try context.read())
    response = reading.response
    fitsForm = !reading.issues.contains { $0.isError && $0.code != .calculatedValue }
    let failures = response.expressionFailures
    isWorkedOut = !failures.contains { $0.leavesValueUnknown }
    for issue in reading.issues {
      ErrorReport.write("\(answered.response), \(issue.expression): \(issue.details)")
    }
    for failure in failures {
      let text = "\(found.file): \(failure)"
      if failure.leavesValueUnknown {
        ErrorReport.write(text)
      } else {
        ErrorReport.write(warning: text)
      }
    }
  }
}
