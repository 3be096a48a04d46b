import ArgumentParser
import Referral

/// How an interview is shown, how staff are called, and where its summary goes.
struct InterviewOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var alerts: AlertOptions
  @OptionGroup var disclosure: DisclosureOptions

  @Option(
    help: ArgumentHelp(
      "Where the summary goes: a new file, or a folder.", discussion: "Asked at the end if absent.",
      valueName: "file|folder"))
  var output: String?

  @Option(help: "The format of the summary: \(SummaryFormat.names).")
  var format: SummaryFormat?

  @Flag(help: "Only ever add text below, for screen readers. Also: ACCESSIBLE=1.")
  var plain = false

  @Flag(help: "No bold text. Also: NO_COLOR=1.")
  var noColor = false

  /// The settings, with what the command line says in place of theirs.
  func settings() throws -> Settings {
    var settings = try configuration.settings()
    settings.alerts = try alerts.settings(over: settings.alerts)
    return settings
  }

  /// Where the summary goes, or nil to ask at the end.
  ///
  /// - Throws: `ValidationError` where nobody could be asked.
  func destination(canAsk: Bool) throws -> Destination? {
    guard output != nil || canAsk else {
      throw ValidationError(
        "Nobody can be asked where the summary goes. Name a file or folder with --output.")
    }
    return try output.map { try Destination($0, format: format) }
  }
}
