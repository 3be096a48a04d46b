import ArgumentParser
import FHIR
import FormFiller
import Interview
import LineEditor
import RecordStore
import Visits

/// `intake interview`: holds an interview and writes its summary.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: "Holds an interview and writes the referral summary.",
    discussion: """
      The answers are written beside the summary as a FHIR QuestionnaireResponse. All files can be \
      read by their owner only. At a terminal each answer is kept, sealed, under a code that is shown \
      before the first question: "intake resume" goes on with it.

        intake interview --output referral.txt
        intake interview --from intake-draft.json --output referral.txt
        intake interview --answers lines.txt --output out --format json
        intake interview --language es --output referral.txt
        intake interview --alerts /var/spool/intake --place "Room 2" --attended
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var options: InterviewOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var context: FormContextOptions

  @Argument(
    help: ArgumentHelp(
      "A questionnaire.", discussion: "Else the library's intake.",
      valueName: "questionnaire"),
    completion: .file(extensions: ["json"]))
  var questionnaire: String?

  @Flag(help: "Keep nothing before the end; who stops gets a file with their answers.")
  var noStore = false

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

  func validate() throws {
    guard storeOptions.store != nil else { return }
    if noStore { throw ValidationError("--store and --no-store cannot both be.") }
    if from != nil {
      throw ValidationError("--from goes on with a file, and --store with none. Leave one out.")
    }
  }

  func run() throws {
    let signals = try ProcessSetup.prepare()
    FileSystem.reportFilesThatGrowTooLarge()
    let terminal = Terminal(environment: ProcessEnvironment.variables())
    let isAtTerminal = answers == nil && terminal.isInteractive
    let draft = try from.map { try DraftFile($0, atMost: JSONLimits.standard.bytes) }
    let keepsRecord = !noStore && from == nil && (storeOptions.store != nil || isAtTerminal)
    var folder = try QuestionnaireFolder(
      named: library.questionnaires, need: questionnaire == nil ? .required : .optional)
    if keepsRecord { folder = try folder.archived(with: questionnaire) }
    let start = try startingPoint(draft, in: folder)
    let destination = try options.destination(canAsk: isAtTerminal)
    var settings = try options.settings()
    settings.takeNumbers(of: try folder.crisisLines())
    let language = try chosenLanguage(of: start.form) ?? settings.language
    let reader = try lineReader(terminal, signals)
    defer { reader.close() }
    let station = InterviewStation(options, settings, terminal: terminal, reader: reader)
    let interview = try HeldInterview(
      start.form, in: folder, questionnaire: questionnaire, options, at: station,
      destination: destination, language: language)
    guard keepsRecord, let archive = folder.archive else {
      return try interview.hold(start, from: draft)
    }
    let visit = try begin(archive, start.form, language, at: station)
    try interview.hold(
      visit.response(to: start.form), of: visit, resumedBy: storeOptions.resumingCommand)
  }

  // MARK: - A record

  /// Begins a visit, which is prepared while the person reads what is said first.
  private func begin(
    _ archive: ContentArchive, _ form: Form, _ language: LanguageTag?, at station: InterviewStation
  ) throws -> Visit {
    let preparation = VisitPreparation(archive)
    let opening = VisitOpening(
      questionnaire: form.questionnaire.canonical, language: language,
      label: station.settings.alerts.station.label, programVersion: Program.version,
      started: SystemClock.now(), context: try context.resources())
    let pages = VisitPages(station)
    do {
      try pages.welcome(to: form)
      let visit = try Visit.begin(
        preparation, opening, in: try openStore(station.settings), now: SystemClock.now)
      do {
        try pages.show(visit)
      } catch {
        // Nobody has answered anything, or will.
        try visit.discard()
        throw error
      }
      return visit
    } catch is PageInterruption {
      throw ExitStatus.stopped
    }
  }

  private func openStore(_ settings: Settings) throws -> RecordStore {
    do {
      return try storeOptions.open(settings, creating: .ifMissing)
    } catch {
      throw InputError(
        "the answers cannot be kept while they are given: \(error) To hold the interview all the "
          + "same, with no answer kept before its end, add --no-store.")
    }
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
