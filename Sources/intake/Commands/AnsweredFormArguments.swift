import ArgumentParser
import FHIR
import FormFiller

/// A response, and the form that it answers.
struct AnsweredFormArguments: ParsableArguments {
  @Argument(help: "The response, or - for standard input.", completion: .file())
  var response: String

  @Option(
    help: ArgumentHelp(
      "The questionnaire it answers.", discussion: "Else the one it names.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var questionnaire: String?

  /// Reads both, with the folder that what else belongs to them is in.
  func read(
    _ library: LibraryOptions
  ) throws -> (response: QuestionnaireResponse, found: FoundForm, folder: QuestionnaireFolder) {
    let source = try JSONFile.response(response)
    let folder = try QuestionnaireFolder(
      named: library.questionnaires, need: questionnaire == nil ? .required : .optional)
    let found = try FormChoice(folder: folder).form(named: questionnaire, for: source)
    return (source, found, folder)
  }
}
