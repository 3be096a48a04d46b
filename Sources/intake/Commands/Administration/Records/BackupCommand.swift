import ArgumentParser
import RecordStore

/// `intake backup`: a whole copy of the store.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the store into a new folder, and checks the copy.",
    discussion: """
      The copy is sealed as the store is. Interviews can go on meanwhile. It goes into a folder of \
      its own with the day in its name.

        intake backup /media/stick

      Exit status 1 if the copy is not whole; then it is not to be kept.
      """)

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions

  @Argument(help: "The folder in which the copy's folder is made.", completion: .directory)
  var folder: String

  func run() throws {
    let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
    guard FileSystem.kind(of: folder) == .folder else {
      throw InputError("there is no folder \(folder). Put the stick in, or make the folder.")
    }
    let path = BackupFolder(in: folder).free(on: "\(SystemClock.now().date)")
    let check = try store.backUp(to: path, by: .device)
    try BackupReport(check: check).write(path)
  }
}

/// `intake restore`: a store out of a copy.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Makes the store out of a backup, or only checks the backup.",
    discussion: """
      The newest copy in the folder is taken, or the folder itself. There must be no store yet at \
      the place. Passphrases are those of the day of the backup.

        intake restore /media/stick --check
        intake restore /media/stick

      Exit status 1 if the backup is not whole.
      """)

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions

  @Flag(help: "Say whether the backup is whole, and restore nothing.")
  var check = false

  @Argument(help: "The folder of the backup, or the one that it was made in.")
  var folder: String

  func run() throws {
    let settings = try configurationOptions.settings()
    let backup = BackupFolder(in: folder).newest
    if check {
      try BackupReport(check: RecordStore.check(backup: backup)).write(backup)
      return
    }
    let place = try storeOptions.folder(settings)
    FileSystem.makeFolders(above: place)
    let result = try RecordStore.restore(backup, to: place)
    let store = try RecordStore.open(place, creating: .never)
    try store.note(.restored, by: .device)
    try BackupReport(check: result).write(place)
  }
}

/// Where copies of the store lie in a folder.
struct BackupFolder {
  private let folder: String
  private static let prefix = "intake-backup-"

  init(in folder: String) {
    self.folder = folder
  }

  /// A name of a day that nothing has yet.
  func free(on day: String) -> String {
    var path = FileSystem.path(Self.prefix + day, in: folder)
    var number = 1
    while FileSystem.kind(of: path) != .nothing {
      number += 1
      path = FileSystem.path("\(Self.prefix)\(day)-\(number)", in: folder)
    }
    return path
  }

  /// The newest copy in the folder, or the folder itself where it is one.
  var newest: String {
    let names = (FileSystem.names(in: folder) ?? []).filter {
      $0.hasPrefix(Self.prefix) && !$0.hasSuffix(".part")
    }
    return names.max { Self.order($0) < Self.order($1) }.map {
      FileSystem.path($0, in: folder)
    } ?? folder
  }

  /// Day and number of a name: the tenth of a day comes after the ninth.
  private static func order(_ name: String) -> (String, Int) {
    let rest = name.dropFirst(prefix.count)
    return (String(rest.prefix(10)), Int(rest.dropFirst(11)) ?? 1)
  }
}

/// What is said of a copy of the store.
struct BackupReport {
  let check: RecordStore.BackupCheck

  /// Says what was found.
  ///
  /// - Throws: `InputError` when the copy is not whole.
  func write(_ path: String) throws {
    guard check.isWhole else {
      throw InputError(
        "\(path) is not whole: \(check.faults.count) of \(check.records) records are not as they "
          + "were written\(auditWords). Keep it apart, and make or take another copy.")
    }
    try StandardStream.output.write("\(path) is whole: \(check.records) records\n")
  }

  private var auditWords: String {
    if case .broken(let line) = check.audit { return ", and the audit is not from line \(line)" }
    return ""
  }
}
