import ArgumentParser
import LineEditor
import RecordStore

/// What every command of the administrator's is given.
struct AdministrationOptions: ParsableArguments {
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who does it; asked if absent.", discussion: "The passphrase is always asked.",
      valueName: "name"))
  var person: String?

  /// Does something with the store at the terminal.
  ///
  /// - Parameter creating: Whether a store is made where there is none.
  func run(
    creating: StoreCreation = .never, _ body: (Administration) throws -> Void
  ) throws {
    let settings = try configurationOptions.settings()
    try StaffSession.hold { terminal in
      try body(
        Administration(
          store: try storeOptions.openAsItIs(settings, creating: creating), terminal: terminal,
          settings: settings, name: person))
    }
  }
}

/// A conversation with staff at the terminal of the process.
enum StaffSession {
  /// Holds the conversation; whoever stops it changes nothing.
  static func hold(_ body: (StaffTerminal) throws -> Void) throws {
    let signals = try ProcessSetup.prepare()
    FileSystem.reportFilesThatGrowTooLarge()
    let terminal = Terminal(environment: ProcessEnvironment.variables())
    let reader = try terminal.makeLineReader(signals: signals)
    defer { reader.close() }
    // What is data goes to standard output; where that is piped, words go elsewhere.
    let output = terminal.outputIsTerminal ? StandardStream.output : StandardStream.error
    do {
      try body(StaffTerminal(reader: reader, output: output, clears: terminal.outputIsTerminal))
    } catch StaffTerminal.Interruption.stopped {
      try? StandardStream.error.write("Stopped. Nothing was changed.\n")
      throw ExitStatus.stopped
    } catch StaffTerminal.Interruption.cannotHide {
      throw InputError(
        "a passphrase is only ever typed at a terminal, where nobody sees it. Run this command "
          + "at a terminal, without a pipe.")
    }
  }
}

/// The store, and somebody at the terminal who may have to show who they are.
struct Administration {
  let store: RecordStore
  let terminal: StaffTerminal
  let settings: Settings
  /// The name that the command line gives.
  let name: String?

  /// Asks for name and passphrase until they are right, or are no longer taken.
  func unlock() throws -> UnlockedPerson {
    guard try store.recipients() != nil else { throw RecordStoreError.isNotSetUp }
    while true {
      if let person = try tryToUnlock() { return person }
      terminal.complain("\(RecordStoreError.wrongPassphrase)")
    }
  }

  /// Asks once; nil when name or passphrase are wrong.
  private func tryToUnlock() throws -> UnlockedPerson? {
    let name = try name ?? terminal.ask("Your name >")
    let passphrase = try PassphraseQuestions(terminal: terminal).known(of: name)
    do throws(RecordStoreError) {
      return try store.unlock(name, passphrase)
    } catch {
      guard error == .wrongPassphrase else { throw error }
      return nil
    }
  }

  /// Asks for name and passphrase of an administrator.
  func unlockAdministrator() throws -> UnlockedPerson {
    let person = try unlock()
    guard person.role == .admin else { throw RecordStoreError.notAllowed(person.role) }
    return person
  }

  /// Writes data, which can be piped.
  func write(_ text: String) throws { try StandardStream.output.write(text) }
}
