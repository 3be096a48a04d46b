import ArgumentParser
import FHIR
import RecordStore

/// `intake users`: the people who work at the clinic.
struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users",
    abstract: "The people who work here: who they are, their roles and passphrases.",
    discussion: """
      Roles: desk starts interviews and sees which there are, never an answer; clinician reads and \
      completes them; admin also looks after people, keys and backups.

        intake users list
        intake users add "Cleo Clinician" --role clinician
      """,
    subcommands: [
      ListUsers.self, AddUser.self, RemoveUser.self, ResetUser.self, ChangePassphrase.self,
    ])

  /// `intake users list`.
  struct ListUsers: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists who works here, and since when.",
      discussion: "  intake users list")

    @OptionGroup var configurationOptions: ConfigurationOptions
    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.openAsItIs(configurationOptions.settings(), creating: .never)
      for person in try store.people() {
        let role = person.role.rawValue.padding(to: 10)
        try StandardStream.output.write(
          "\(role)\(SystemClock.utc(person.created).date)  \(person.name)\n")
      }
    }
  }

  /// `intake users add`.
  struct AddUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Adds somebody, who types a passphrase of their own.",
      discussion: "  intake users add \"Cleo Clinician\" --role clinician")

    @OptionGroup var options: AdministrationOptions

    @Argument(help: "The name, as colleagues know it.")
    var name: String

    @Option(help: "What they may do: desk, clinician or admin.")
    var role: Role

    func validate() throws {
      guard PersonName.isName(name) else { throw ValidationError(PersonName.expectation) }
    }

    func run() throws {
      try options.run { administration in
        let admin = try administration.unlockAdministrator()
        guard try !administration.store.people().contains(where: { $0.name == name }) else {
          throw RecordStoreError.nameInUse
        }
        administration.terminal.say(
          "Now \(name) sits down here and types a passphrase that nobody else knows.")
        let passphrase = try PassphraseQuestions(terminal: administration.terminal).new(for: name)
        _ = try administration.store.add(name, role, passphrase: passphrase, by: admin)
        try administration.write("Added: \(name) (\(role.rawValue))\n")
      }
    }
  }

  /// `intake users remove`.
  struct RemoveUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Removes somebody who has left, and destroys their keys.",
      discussion: """
        Change the clinic's keys afterwards, so that whatever they kept opens nothing new.

          intake users remove "Cleo Clinician"
          intake keys rotate
        """)

    @OptionGroup var options: AdministrationOptions

    @Argument(help: "The name.")
    var name: String

    func run() throws {
      try options.run { administration in
        let admin = try administration.unlockAdministrator()
        try administration.store.remove(name, by: admin)
        try administration.write("Removed: \(name). Now change the keys: intake keys rotate\n")
      }
    }
  }

  /// `intake users reset`.
  struct ResetUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset",
      abstract: "Gives somebody who has forgotten their passphrase a new one.",
      discussion: """
        An administrator does it; the person types the new passphrase. No record is lost.

          intake users reset "Cleo Clinician" --as "Ana Example"
        """)

    @OptionGroup var options: AdministrationOptions

    @Argument(help: "The name.")
    var name: String

    func run() throws {
      try options.run { administration in
        let admin = try administration.unlockAdministrator()
        guard try administration.store.people().contains(where: { $0.name == name }) else {
          throw RecordStoreError.noPerson
        }
        administration.terminal.say("Now \(name) sits down here and types a new passphrase.")
        let passphrase = try PassphraseQuestions(terminal: administration.terminal).new(for: name)
        try administration.store.setPassphrase(passphrase, of: name, by: admin)
        try administration.write("Reset: \(name)\n")
      }
    }
  }

  /// `intake users passphrase`.
  struct ChangePassphrase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "passphrase", abstract: "Changes one's own passphrase.",
      discussion: "  intake users passphrase --as \"Cleo Clinician\"")

    @OptionGroup var options: AdministrationOptions

    func run() throws {
      try options.run { administration in
        let person = try administration.unlock()
        let passphrase = try PassphraseQuestions(terminal: administration.terminal)
          .new(for: person.name)
        try administration.store.setPassphrase(passphrase, of: person.name, by: person)
        try administration.write("Changed: the passphrase of \(person.name)\n")
      }
    }
  }
}

extension Role: ExpressibleByArgument {}

extension String {
  /// The text with blanks up to a width.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
