import FHIR
import FormFiller

/// Finds the form that a response answers.
struct FormChoice {
  let folder: QuestionnaireFolder

  /// The form in the named file, else the one that the response names.
  func form(
    named file: String?, for response: QuestionnaireResponse
  ) throws -> (file: String, form: Form) {
    if let file { return try folder.form(file: file) }
    guard let canonical = response.questionnaire else {
      throw ErrorReport.failure(
        "the response does not say which questionnaire it answers. Name it with --questionnaire.")
    }
    return try folder.form(canonical: canonical)
  }
}

/// Says what is wrong with a form, a problem a line.
enum FormReport {
  static func line(_ problem: FormProblem, in file: String) -> String {
    "\(file), \(problem.position): \(problem.severity.rawValue): \(problem)"
  }

  /// Ends the command when the form cannot be used, naming every error.
  static func refuseUnusable(_ form: Form, in file: String) throws {
    guard !form.isUsable else { return }
    let errors = form.problems.filter { $0.severity == .error }
    for problem in errors { ErrorReport.write(line(problem, in: file)) }
    throw ExitStatus.failure
  }
}
