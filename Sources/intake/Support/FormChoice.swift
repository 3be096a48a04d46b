import FHIR
import FormFiller
import Referral
import Rules

/// Finds the form that a response answers.
struct FormChoice {
  let folder: QuestionnaireFolder

  /// The form in the named file, else the one that the response names.
  func form(
    named file: String?, for response: QuestionnaireResponse
  ) throws -> FoundForm {
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
  /// A problem in words, with its place in the file that it is in.
  static func text(_ problem: FormProblem, of found: FoundForm) -> String {
    let file = problem.file.map { FileSystem.path($0, in: found.folder) } ?? found.file
    return "\(file), \(problem.position): \(problem)"
  }

  /// A problem in words, with its place in the file that it is in.
  static func text(_ problem: ExtractionProblem, of found: FoundForm) -> String {
    let file = problem.file.map { FileSystem.path($0, in: found.folder) } ?? found.file
    return "\(file), \(problem.position): \(problem)"
  }

  /// A problem of a rule in words, with its place in the file that it is in.
  static func text(_ problem: RuleProblem, in folder: String) -> String {
    let file = problem.file.map { FileSystem.path($0, in: folder) } ?? folder
    return "\(file), \(problem.position): \(problem)"
  }

  /// Refuses a form that cannot be used, naming every error.
  static func refuseUnusable(_ found: FoundForm) throws {
    guard !found.form.isUsable else { return }
    throw InputError(found.form.problems.filter(\.preventsUse).map { text($0, of: found) })
  }
}
