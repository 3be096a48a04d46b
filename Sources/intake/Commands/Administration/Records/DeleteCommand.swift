import ArgumentParser
import LineEditor
import RecordStore

/// `intake delete`: destroys a record.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Deletes a record: every key to it is destroyed, and nobody can open it again.",
    discussion: """
      A line without a name stays in the audit. Copies that the program has written elsewhere are \
      listed, to be destroyed there.

        intake delete "Room 2, 9:30"
      """)

  @OptionGroup var options: AdministrationOptions

  @Argument(help: "The label of the record, or the digits that name it.")
  var label: String

  func run() throws {
    try options.run { administration in
      let admin = try administration.unlockAdministrator()
      let found = try RecordFinder(store: administration.store, person: admin).find(label)
      administration.terminal.say("The record: \(found.description)")
      guard try administration.terminal.askYesOrNo("Delete it for ever?") else {
        throw StaffTerminal.Interruption.stopped
      }
      let copies = try administration.store.delete(found.record.id, by: admin)
      try administration.write(DeletionReport(copies: copies).text)
    }
  }
}

/// What is said after a deletion.
struct DeletionReport {
  let copies: [RecordStore.Copy]

  var text: String {
    guard !copies.isEmpty else { return "Deleted. No copy elsewhere is known.\n" }
    let lines = copies.map { copy in
      TextSanitizer.sanitized("  \(SystemClock.utc(copy.time).date)  \(copy.kind)  \(copy.place)")
    }
    return (["Deleted here. Copies that are known, to be destroyed where they are:"] + lines)
      .joined(separator: "\n") + "\n"
  }
}
