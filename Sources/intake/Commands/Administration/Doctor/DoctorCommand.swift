import ArgumentParser
import FHIR
import LineEditor

/// `intake doctor`: examines the machine and the store.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examines the machine and the store, and says what to do.",
    discussion: """
      Looks at who may read what, swap, memory, the clock, room on the disk, other consoles, the \
      age of keys and of the last backup, approvals of content, calls for staff, help numbers, and \
      every setting with where it came from. No record is changed.

        intake doctor
        intake doctor --json

      Exit status 1 if anything is an error.
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions

  @Flag(help: "For another program.")
  var json = false

  func run() throws {
    let file = ConfigurationFile(
      named: configurationOptions.config, environment: ProcessEnvironment.variables())
    let settings = try file.settings()
    let store = try storeOptions.folder(settings)
    let machine = SystemMachine()
    let folder = try? QuestionnaireFolder(named: library.questionnaires)
    let (state, alertTest) = StoreExamination(folder: store)
      .run(today: "\(SystemClock.now().date)")
    let report = DoctorReport(
      findings: Examination(
        facts: machine, store: store, state: state, configuration: file.path,
        questionnaires: folder?.path, program: FileSystem.programFolder,
        content: try content(of: folder, settings, alertTest), settings: settings
      ).findings(),
      settings: try file.sources())
    try StandardStream.output.write(
      json ? JSONWriter().text(of: report.json.root) : report.text)
    if report.hasErrors { throw ExitStatus.failure }
  }

  private func content(
    of folder: QuestionnaireFolder?, _ settings: Settings, _ alertTest: Examination.AlertTest?
  ) throws -> Examination.ContentFacts {
    guard let folder else { return Examination.ContentFacts(alertTest: alertTest) }
    let reviews = try ContentReviews(of: folder.source)
    let drafts = folder.library.files.filter { reviews.review(of: $0) == .draft }
    return Examination.ContentFacts(
      fileCount: folder.library.files.count, draftCount: drafts.count,
      numbersDuty: try settings.duty(
        aboutNumbersOf: folder.crisisLines(), today: SystemClock.now().date),
      alertTest: alertTest)
  }
}
