import ArgumentParser
import FHIR
import FormFiller
import Interview
import LineEditor
import Referral

/// `intake summary`: the referral summary of a response, whoever's program filled it.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Writes the referral summary of a QuestionnaireResponse.",
    discussion: """
      Prints to standard output. Ages and findings are of the day of the answers. Groups of \
      questions that the questionnaire marks as private can be left out; they are named as withheld.

        intake summary answers.json --format json
        intake summary answers.json --withhold substances --show legal
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var context: FormContextOptions

  @OptionGroup var answered: AnsweredFormArguments

  @Option(help: "The format: \(SummaryFormat.names).")
  var format: SummaryFormat = .text

  @OptionGroup var disclosureOptions: DisclosureOptions

  func run() throws {
    let (source, found, folder) = try answered.read(library)
    try FormReport.refuseUnusable(found)
    let disclosure = try disclosureOptions.disclosure(for: found.form)
    let settings = try configurationOptions.settings()
    // The answers are looked at as they were on their day, not as they would be today.
    let reading = Response.reading(
      source, form: found.form, in: try context.read(now: source.authored ?? SystemClock.now()))
    let summary = ReferralSummary(
      of: reading.response, status: source.status ?? .inProgress,
      context: SummaryContext(
        answered: source.authored, settings: settings, disclosure: disclosure),
      rules: try folder.rules(for: found.form), readingIssues: reading.issues)
    try StandardStream.output.write(format.render(summary))
  }
}

extension SummaryContext {
  /// The context of a summary that is made now.
  init(answered: PartialDateTime?, settings: Settings, disclosure: Disclosure) {
    self.init(
      made: SystemClock.now(), programVersion: Program.version, disclosure: disclosure,
      answered: answered,
      clinic: settings.clinic.name.map { Clinic(name: $0, phone: settings.clinic.phone) })
  }
}

extension SummaryFormat: ExpressibleByArgument {
  /// Reads a format from its name or file extension.
  public init?(argument: String) { self.init(word: argument) }

  static var names: String { allCases.map(\.rawValue).joined(separator: " or ") }
}

/// Which configuration file counts.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file.",
      discussion:
        "Else INTAKE_CONFIGURATION, ~/.config/intake/intake.json, /etc/intake/intake.json.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var config: String?

  func settings() throws -> Settings {
    try ConfigurationFile(named: config, environment: ProcessEnvironment.variables())
      .settings()
  }
}
