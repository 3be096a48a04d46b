import FHIR
import FormFiller
import Interview
import Kiosk
import Library
import LineEditor
import RecordStore
import Visits

/// What a kiosk works with: its settings, its questionnaires, its store.
struct KioskInstallation {
  let settings: Settings
  /// The configuration file, if there is one.
  let configuration: String?
  let folder: QuestionnaireFolder
  let form: FoundForm
  private let storeOptions: StoreOptions

  /// Finds all that the options mean.
  ///
  /// - Throws: `InputError` when something is missing or at fault, or is not approved and this is no
  ///   trial.
  init(_ options: KioskOptions) throws {
    let file = ConfigurationFile(
      named: options.configurationOptions.config, environment: ProcessEnvironment.variables())
    var settings = try file.settings()
    settings.alerts = try options.alertOptions.settings(over: settings.alerts)
    folder = try QuestionnaireFolder(named: options.library.questionnaires)
    settings.takeNumbers(of: try folder.crisisLines())
    form = try folder.intakeForm()
    try FormReport.refuseUnusable(form)
    storeOptions = options.storeOptions
    configuration = file.path
    self.settings = settings
    if !options.trial { try refuseDrafts() }
  }

  /// The longest list of drafts that is worth reading.
  private static let mostListed = 5

  private func refuseDrafts() throws {
    let reviews = try ContentReviews(of: folder.source)
    let drafts = folder.library.allFiles.filter { reviews.review(of: $0) == .draft }
    guard !drafts.isEmpty else { return }
    let rest = drafts.count - Self.mostListed
    let list =
      drafts.prefix(Self.mostListed).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
    throw InputError(
      "\(drafts.count) file\(drafts.count == 1 ? " is a draft" : "s are drafts") that nobody has "
        + "approved: \(list). A clinician approves them with intake approve. To try the kiosk out "
        + "before, start it with --trial.")
  }

  /// The folder of the records.
  func storeFolder() throws -> String { try storeOptions.folder(settings) }

  /// Opens the store.
  ///
  /// - Throws: `RecordStoreError` when it cannot be used, `InputError` when it is not set up.
  func openStore() throws -> RecordStore {
    let store = try storeOptions.open(settings, creating: .never)
    guard try store.recipients() != nil else {
      throw InputError(
        "the store \(store.folder) has no keys and no staff yet. Set it up with: intake setup")
    }
    return store
  }

  /// All content as it is now, for the records.
  func content() throws -> ContentArchive {
    guard let archive = try folder.archived(with: nil).archive else {
      throw InputError("the folder of questionnaires cannot be kept with the answers.")
    }
    return archive
  }

  /// What the pages of the kiosk are set up with.
  var setting: KioskSetting {
    var idle = settings.idle
    idle.afterWarning = .leaves
    return KioskSetting(
      start: settings.kiosk.start, clinic: settings.clinic,
      attendance: settings.alerts.attendance, languages: form.form.languages,
      printCanChange: settings.kiosk.largePrintCommand != nil, outbox: settings.kiosk.outbox,
      thanks: settings.kiosk.thanks, idle: idle)
  }
}
