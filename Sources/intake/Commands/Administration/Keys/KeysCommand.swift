import ArgumentParser
import FHIR
import RecordStore

/// `intake keys`: the clinic's keys and those of its machines.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "The clinic's keys: their age, changing them, the recovery sheet, kiosks apart.",
    discussion: """
        intake keys list
        intake keys rotate
        intake keys recover
      """,
    subcommands: [
      ListKeys.self, RotateKeys.self, RecoverKeys.self, ExportKeys.self, DeviceKeys.self,
    ])

  /// `intake keys list`.
  struct ListKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Names the keys and machines that count, and their age.",
      discussion: "  intake keys list")

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
      guard let recipients = try store.recipients() else { throw RecordStoreError.isNotSetUp }
      let made = try store.keysCreated().map { "  made \(SystemClock.utc($0).date)" } ?? ""
      var lines = [
        "clinic    \(recipients.clinic.id)\(made)", "desk      \(recipients.desk.id)",
        "recovery  \(recipients.recovery.id)",
      ]
      let own = KeyID(ofRaw: store.deviceKey)
      lines += try store.devices().keys.map { id in
        "machine   \(id)\(id == own ? "  this one" : "")"
      }.sorted()
      try StandardStream.output.write(lines.joined(separator: "\n") + "\n")
    }
  }

  /// `intake keys rotate`.
  struct RotateKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rotate", abstract: "Gives the clinic new keys; old records stay readable.",
      discussion: """
        Once a year, and when somebody has left. Kiosks apart need the new public halves \
        afterwards: intake keys export.

          intake keys rotate
          intake keys rotate --recovery
        """)

    @OptionGroup var options: AdministrationOptions

    @Flag(help: "Make a new recovery sheet, too: the old one then opens nothing any more.")
    var recovery = false

    func run() throws {
      try options.run { administration in
        let admin = try administration.unlockAdministrator()
        var sheet: PublicKey?
        if recovery {
          sheet = try SetupConversation(
            terminal: administration.terminal, folder: administration.store.folder,
            clinic: administration.settings.clinic.name, today: SystemClock.now().date
          ).makeSheet()
        }
        let count = try administration.store.rotateKeys(by: admin, recovery: sheet).records
        try administration.write(
          "Changed: the clinic's keys. \(count) record\(count == 1 ? "" : "s") can be opened with "
            + "the new ones.\n" + (recovery ? "Destroy the old recovery sheets.\n" : ""))
      }
    }
  }

  /// `intake keys recover`.
  struct RecoverKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recover",
      abstract: "Makes an administrator with the recovery sheet, when nobody can unlock the keys.",
      discussion: """
        The sheet, a name and a new passphrase are asked. The name may be that of somebody who has \
        forgotten theirs. No record is lost.

          intake keys recover
        """)

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let settings = try configurationOptions.settings()
      try StaffSession.hold { terminal in
        let store = try storeOptions.openAsItIs(settings, creating: .never)
        guard try store.recipients() != nil else { throw RecordStoreError.isNotSetUp }
        terminal.say("Take a recovery sheet and type it, line by line.")
        let sheet = try SheetQuestions(terminal: terminal).typed()
        guard try store.recipients()?.recovery == sheet.privateKey.publicKey else {
          throw RecordStoreError.foreignKey
        }
        let name = try PersonName.ask(terminal, "The administrator's name >")
        let passphrase = try PassphraseQuestions(terminal: terminal).new(for: name)
        _ = try store.recover(
          with: sheet.privateKey, administrator: name, passphrase: passphrase)
        try StandardStream.output.write(
          "Recovered: \(name) is an administrator. Lock the sheet up again.\n")
      }
    }
  }

  /// `intake keys export`.
  struct ExportKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Writes the public halves to a file, for a kiosk apart.",
      discussion: """
        The file opens nothing. Compare the digits that are shown with those at the kiosk.

          intake keys export kiosk-keys.json
        """)

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    @Argument(help: "The new file.", completion: .file(extensions: ["json"]))
    var file: String

    func run() throws {
      let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
      guard let recipients = try store.recipients() else { throw RecordStoreError.isNotSetUp }
      try FileSystem.writePrivately(
        PublicKeyFile.bytes(of: recipients), to: file, existing: .isKept)
      try StandardStream.output.write(
        "Written: \(file)\nTo compare at the kiosk: \(recipients.fingerprint)\n")
    }
  }

  /// `intake keys device`.
  struct DeviceKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "device",
      abstract:
        "Names this machine to the clinic's, or takes another machine's records from now on.",
      discussion: """
          intake keys device kiosk-device.json            # at the kiosk
          intake keys device --accept kiosk-device.json   # at the clinic's machine
        """)

    @OptionGroup var options: AdministrationOptions

    @Flag(help: "Take records from the machine that the file names.")
    var accept = false

    @Argument(
      help: "The file: a new one, or with --accept the one from the kiosk.",
      completion: .file(extensions: ["json"]))
    var file: String

    func run() throws {
      guard accept else {
        let store = try options.storeOptions.openAsItIs(
          options.configurationOptions.settings(), creating: .never)
        try FileSystem.writePrivately(
          DeviceKeyFile.bytes(of: store.deviceKey), to: file, existing: .isKept)
        try StandardStream.output.write(
          "Written: \(file)\nTo compare at the clinic: \(KeyID(ofRaw: store.deviceKey))\n")
        return
      }
      let key = try DeviceKeyFile.key(in: file)
      try options.run { administration in
        let admin = try administration.unlockAdministrator()
        administration.terminal.say("This machine is \(KeyID(ofRaw: key)).")
        guard
          try administration.terminal.askYesOrNo("Are these the digits that the kiosk showed?")
        else { throw InputError("the file was changed on its way. Carry it over once more.") }
        try administration.store.trust(device: key, by: admin)
        try administration.write("Accepted: \(KeyID(ofRaw: key))\n")
      }
    }
  }
}
