import ArgumentParser
import FHIR

/// `intake assemble`: a questionnaire with its parts in their places.
struct AssembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assemble",
    abstract: "Puts a questionnaire together of its parts.",
    discussion: """
      Prints the questionnaire as JSON, with the items of its sub-questionnaires in place of the \
      items that name them (SDC, $assemble). They are found in the folder of questionnaires.

        intake assemble intake.json

      Exit status 1 if it cannot be put together.
      """)

  @OptionGroup var library: LibraryOptions

  @Argument(
    help: "The questionnaire, or its name in the folder of questionnaires.",
    completion: .file(extensions: ["json"]))
  var file: String

  func run() throws {
    let folder = try QuestionnaireFolder(named: library.questionnaires, need: .optional)
    let found = try folder.questionnaire(file: file)
    try StandardStream.output.write(JSONWriter().text(of: found.questionnaire.node))
  }
}
