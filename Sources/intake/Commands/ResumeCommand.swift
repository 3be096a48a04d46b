import ArgumentParser
import FHIR
import FormFiller
import Interview
import LineEditor
import RecordStore
import Visits

/// `intake resume`: goes on with an interview by its code.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Goes on with an interview by its code.",
    discussion: """
      Asks for the code that was shown before the first question, and for the date of birth where \
      it was given. The questions, rules and vocabularies are those that the interview began with, \
      whatever has become of them since.

        intake resume --output referral.txt
      """)

  @OptionGroup var options: InterviewOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let signals = try ProcessSetup.prepare()
    FileSystem.reportFilesThatGrowTooLarge()
    let terminal = Terminal(environment: ProcessEnvironment.variables())
    let destination = try options.destination(canAsk: terminal.isInteractive)
    let settings = try options.settings()
    let store = try openStore(settings)
    let reader = try terminal.makeLineReader(signals: signals)
    defer { reader.close() }
    let station = InterviewStation(options, settings, terminal: terminal, reader: reader)
    do {
      guard let visit = try VisitPages(station).visit(in: store) else { throw ExitStatus.failure }
      try goOn(visit, at: station, destination)
    } catch is PageInterruption {
      throw ExitStatus.stopped
    }
  }

  private func openStore(_ settings: Settings) throws -> RecordStore {
    do {
      return try storeOptions.open(settings, creating: .never)
    } catch { throw InputError("no interview can be gone on with: \(error)") }
  }

  private func goOn(
    _ visit: Visit, at station: InterviewStation, _ destination: Destination?
  ) throws {
    let folder = try QuestionnaireFolder(visit.archive, at: "the questionnaires of this interview")
    let questionnaire = visit.archive.questionnaire?.name
    let found = try questionnaire.map { try folder.form(file: $0) } ?? folder.intakeForm()
    try FormReport.refuseUnusable(found)
    let response = try visit.response(to: found.form)
    let interview = try HeldInterview(
      found.form, in: folder, questionnaire: questionnaire, options,
      at: station.showing(try folder.crisisLines()), destination: destination,
      language: visit.history?.language)
    let pages = VisitPages(station)
    guard try pages.isPerson(response, of: visit) else { throw ExitStatus.failure }
    try pages.goOn(visit)
    try interview.hold(response, of: visit, resumedBy: storeOptions.resumingCommand)
  }
}
