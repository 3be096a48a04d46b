import ArgumentParser
import FHIR
import FormFiller
import Interview
import LineEditor
import Referral

/// `intake interview`: holds an interview and writes its summary.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: "Holds an interview and writes the referral summary.",
    discussion: """
      The answers are written beside the summary as a FHIR QuestionnaireResponse. All files can be \
      read by their owner only.

        intake interview --output referral.txt
        intake interview --from intake-draft.json --output referral.txt
        intake interview --answers lines.txt --output out --format json
        intake interview --language es --output referral.txt
        intake interview --alerts /var/spool/intake --place "Room 2" --attended
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var context: FormContextOptions
  @OptionGroup var alertOptions: AlertOptions

  @Argument(
    help: ArgumentHelp(
      "A questionnaire.", discussion: "Else the library's intake.",
      valueName: "questionnaire"),
    completion: .file(extensions: ["json"]))
  var questionnaire: String?

  @Option(
    help: ArgumentHelp(
      "Where the summary goes: a new file, or a folder.", discussion: "Asked at the end if absent.",
      valueName: "file|folder"))
  var output: String?

  @Option(help: "The format of the summary: \(SummaryFormat.names).")
  var format: SummaryFormat?

  @OptionGroup var disclosureOptions: DisclosureOptions

  @Option(
    help: ArgumentHelp("Typed lines to answer with, commands included.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "The language to begin with, like es or es-MX.", discussion: "Else that of the form.",
      valueName: "tag"))
  var language: String?

  @Option(
    help: ArgumentHelp("Go on with an unfinished QuestionnaireResponse.", valueName: "response"),
    completion: .file(extensions: ["json"]))
  var from: String?

  @Flag(help: "Only ever add text below, for screen readers. Also: ACCESSIBLE=1.")
  var plain = false

  @Flag(help: "No bold text. Also: NO_COLOR=1.")
  var noColor = false

  func run() throws {
    let signals = try ProcessSetup.prepare()
    FileSystem.reportFilesThatGrowTooLarge()
    let terminal = Terminal(environment: ProcessEnvironment.variables())
    let draft = try from.map { try DraftFile($0, atMost: JSONLimits.standard.bytes) }
    let folder = try QuestionnaireFolder(
      named: library.questionnaires, need: questionnaire == nil ? .required : .optional)
    let start = try startingPoint(draft, in: folder)
    let rules = try folder.rules(for: start.form)
    let disclosure = try disclosureOptions.disclosure(for: start.form)
    guard output != nil || (answers == nil && terminal.isInteractive) else {
      throw ValidationError(
        "Nobody can be asked where the summary goes. Name a file or folder with --output.")
    }
    let destination = try output.map { try Destination($0, format: format) }
    var settings = try configurationOptions.settings()
    settings.alerts = try alertOptions.settings(over: settings.alerts)
    settings.takeNumbers(of: try folder.crisisLines())
    let language = try chosenLanguage(of: start.form) ?? settings.language
    let reader = try lineReader(terminal, signals)
    defer { reader.close() }
    let alerts = settings.alerts.spool
    if let folder = settings.alerts.folder, FileSystem.kind(of: folder) != .folder {
      ErrorReport.write(
        warning: "staff cannot be called: there is no folder \(TextSanitizer.sanitized(folder)).")
    }
    let session = InterviewSession(
      Conversation(
        start, setting: setting(settings, language, education: try education(in: folder)),
        alerts: alerts),
      reader: reader,
      output: StandardStream.output, display: display(terminal, reader),
      idle: reader.isInteractive ? settings.idle : nil, alerts: alerts)
    let outcome = session.run()
    let keeper = AnswerKeeper(
      response: session.conversation.response, settings: settings, rules: rules,
      disclosure: disclosure, draft: draft, folder: destination?.folder)
    try InterviewEnd(
      keeper: keeper, reader: reader, destination: destination, questionnaire: questionnaire,
      format: format, alerts: alerts
    )
    .finish(after: outcome)
  }

  private func setting(
    _ settings: Settings, _ language: LanguageTag?, education: Form?
  ) -> InterviewSetting {
    InterviewSetting(
      language: language, clinic: settings.clinic, attendance: settings.alerts.attendance,
      education: education,
      now: { SystemClock.now() })
  }

  /// What belongs to the library's intake to read, and to no other form.
  private func education(in folder: QuestionnaireFolder) throws -> Form? {
    questionnaire == nil ? try folder.educationForm()?.form : nil
  }

  /// The language that was asked for, which the form has to have.
  private func chosenLanguage(of form: Form) throws -> LanguageTag? {
    guard let language else { return nil }
    if let tag = LanguageTag(language), form.languages.contains(where: { $0.fit(for: tag) != nil })
    {
      return tag
    }
    let known = form.languages.map(\.description).joined(separator: ", ")
    throw InputError(
      "The questionnaire is not in \"\(language)\". "
        + (known.isEmpty
          ? "It names no language; leave --language out." : "Choose one of: \(known)."))
  }

  private func lineReader(_ terminal: Terminal, _ signals: ProcessSignals) throws
    -> any LineReader
  {
    if let answers { return MemoryLineReader(bytes: try FileSystem.bytes(of: answers)) }
    return try terminal.makeLineReader(signals: signals)
  }

  private func display(_ terminal: Terminal, _ reader: any LineReader) -> Display {
    Display(
      presentation: plain || !reader.isInteractive ? .plain : terminal.presentation,
      colour: noColor ? .off : terminal.colour, isInteractive: reader.isInteractive,
      size: { TerminalSize.current() })
  }

  // MARK: - Where it starts

  private func startingPoint(
    _ draft: DraftFile?, in folder: QuestionnaireFolder
  ) throws -> Response {
    guard let draft else {
      let found = try questionnaire.map { try folder.form(file: $0) } ?? folder.intakeForm()
      try FormReport.refuseUnusable(found)
      return Response(to: found.form, in: try context.read())
    }
    let source = try JSONFile.response(
      JSONFile.document(draft.bytes, from: draft.path), in: draft.path)
    guard source.status == .inProgress || source.status == .stopped else {
      throw InputError(
        "\(draft.path) is finished (its status is \(source.status?.rawValue ?? "not given")). Only "
          + "an unfinished response can be gone on with.")
    }
    let found = try FormChoice(folder: folder).form(named: questionnaire, for: source)
    try FormReport.refuseUnusable(found)
    let reading = Response.reading(source, form: found.form, in: try context.read())
    // What does not fit would be lost when the draft is written again.
    let errors = reading.issues.filter(\.isError)
    guard errors.isEmpty else {
      throw InputError(errors.map { "\(draft.path), \($0.expression): \($0.details)" })
    }
    return reading.response
  }
}
