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
      throw InputError(
        "the response does not say which questionnaire it answers. Name the questionnaire, too.")
    }
    return try folder.form(canonical: canonical)
  }
}

/// Says what is wrong with a form.
enum FormReport {
  /// A problem in words, with its place in the file.
  static func text(_ problem: FormProblem, in file: String) -> String {
    "\(file), \(problem.position): \(problem)"
  }

  /// Refuses a form that cannot be used, naming every error.
  static func refuseUnusable(_ form: Form, in file: String) throws {
    guard !form.isUsable else { return }
    throw InputError(
      form.problems.filter(\.preventsUse).map { text($0, in: file) })
  }
}
