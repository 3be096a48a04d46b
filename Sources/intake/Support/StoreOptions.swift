import ArgumentParser
import LineEditor
import RecordStore

/// Where the records are.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the records.",
      discussion: "Else INTAKE_STORE, the setting store, $XDG_DATA_HOME/intake, "
        + "~/.local/share/intake.",
      valueName: "folder"),
    completion: .directory)
  var store: String?

  /// The folder that the command line names, else the configuration, else the user's own.
  ///
  /// - Throws: `InputError` when nothing says where it is.
  func folder(_ settings: Settings) throws -> String {
    let environment = ProcessEnvironment.variables()
    guard let folder = settings.records.storeFolder(option: store, environment: environment) else {
      throw InputError("nothing says where the records are. Name the folder with --store.")
    }
    return folder
  }

  /// Opens the store, and ends what has been kept for long enough.
  ///
  /// - Throws: `InputError` when nothing says where it is, `RecordStoreError` when it cannot be used.
  func open(_ settings: Settings, creating: StoreCreation) throws -> RecordStore {
    let store = try openAsItIs(settings, creating: creating)
    // What could not be ended now is ended at another start.
    _ = try? store.sweep(settings.records)
    return store
  }

  /// Opens the store, for whoever looks after it.
  ///
  /// - Throws: `InputError` when nothing says where it is, `RecordStoreError` when it cannot be used.
  func openAsItIs(_ settings: Settings, creating: StoreCreation) throws -> RecordStore {
    let folder = try folder(settings)
    // A store that only this user has lies in a folder of theirs that may not be there yet.
    if creating == .ifMissing { FileSystem.makeFolders(above: folder) }
    return try RecordStore.open(folder, creating: creating)
  }

  /// What is typed to go on with an interview that is kept there.
  var resumingCommand: String {
    (["intake", "resume"] + (store.map { ["--store", $0] } ?? [])).joined(separator: " ")
  }
}
