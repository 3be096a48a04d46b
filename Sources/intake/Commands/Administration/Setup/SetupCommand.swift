import ArgumentParser
import FHIR
import Glibc
import LineEditor
import RecordStore

/// `intake setup`: makes the clinic's keys and its first administrator, or a kiosk's store.
struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Makes the clinic's keys, the first administrator and the recovery sheet.",
    discussion: """
      At a terminal, about twenty minutes. It says what is kept where and what to do with it. \
      Whoever stops before the end has changed nothing. A kiosk that stands apart gets the public \
      halves of the clinic's keys only: intake keys export.

        intake setup
        intake setup --kiosk kiosk-keys.json

      Exit status 1 if the store has been set up already, 3 if it was stopped before the end.
      """)

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions

  @Option(
    help: ArgumentHelp(
      "Set up a kiosk apart, with the clinic's public keys from this file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var kiosk: String?

  func run() throws {
    let settings = try configurationOptions.settings()
    let folder = try storeOptions.folder(settings)
    if let kiosk {
      try setUpKiosk(PublicKeyFile.recipients(in: kiosk), settings)
    } else {
      try requireUnused(folder)
      try StaffSession.hold { try setUp($0, folder, settings) }
    }
  }

  /// Finds out before the conversation what would be found out after it.
  private func requireUnused(_ folder: String) throws {
    do {
      let store = try RecordStore.open(folder, creating: .never)
      if try store.recipients() != nil { throw RecordStoreError.isSetUp }
    } catch RecordStoreError.noStore(_) {
      var above = folder
      while FileSystem.kind(of: above) == .nothing, FileSystem.folder(of: above) != above {
        above = FileSystem.folder(of: above)
      }
      guard access(above, W_OK) == 0 else { throw RecordStoreError.readOnly(path: above) }
    }
  }

  private func setUp(
    _ terminal: StaffTerminal, _ folder: String, _ settings: Settings
  ) throws {
    let result = try SetupConversation(
      terminal: terminal, folder: folder, clinic: settings.clinic.name,
      today: SystemClock.now().date
    ).run()
    let store = try storeOptions.openAsItIs(settings, creating: .ifMissing)
    let administrator = try store.setUp(
      administrator: result.administrator, passphrase: result.passphrase,
      recovery: result.recovery)
    terminal.say(SetupWording.trial)
    try TrialIntake(
      store: store, administrator: administrator, settings: settings, say: { terminal.say($0) }
    ).run()
    terminal.say(
      "Set up: \(result.administrator) is the administrator.",
      "Next: intake doctor, then intake users add for each colleague, then intake backup.")
  }

  private func setUpKiosk(_ recipients: Recipients, _ settings: Settings) throws {
    try StaffSession.hold { terminal in
      terminal.say("The clinic's public keys:")
      terminal.show(["  \(recipients.fingerprint)"])
      terminal.say("Whoever changed them on the way could read what is answered here.")
      guard
        try terminal.askYesOrNo("Are these the digits that the clinic's machine showed?")
      else { throw InputError("the file was changed on its way. Carry it over once more.") }
      let store = try storeOptions.openAsItIs(settings, creating: .ifMissing)
      try store.setUp(recipients: recipients)
      try StandardStream.output.write(
        "Set up: this kiosk seals records and opens none.\n"
          + "Next: intake keys device FILE, and carry the file to the clinic's machine.\n")
    }
  }
}
