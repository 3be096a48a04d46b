import ArgumentParser
import RecordStore

/// `intake reissue`: a new code for somebody who has lost theirs.
struct ReissueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reissue",
    abstract: "Gives somebody who has not finished a new code; the old one opens nothing any more.",
    discussion: """
      The desk can do it on the day of the interview, clinicians always. Check the date of birth \
      first. The code is shown once.

        intake reissue "Room 2, 9:30"
      """)

  @OptionGroup var options: AdministrationOptions

  @Argument(help: "The label of the record, or the digits that name it.")
  var label: String

  func run() throws {
    try options.run { administration in
      let person = try administration.unlock()
      let terminal = administration.terminal
      let found = try RecordFinder(store: administration.store, person: person).find(label)
      terminal.say("The record: \(found.description)")
      guard try terminal.askYesOrNo("Have you checked who it is, by the date of birth?") else {
        throw StaffTerminal.Interruption.stopped
      }
      let code = try reissue(found.record.id, in: administration.store, by: person)
      terminal.say("The new code, which is shown only now:")
      terminal.show(["    \(code)"])
      try terminal.waitForEnter("Is it written down? Press Enter to clear the screen >")
      terminal.clear()
      try administration.write("The record has a new code.\n")
    }
  }

  /// Two drafts never have codes that begin alike: then another code is taken.
  private func reissue(
    _ record: RecordID, in store: RecordStore, by person: UnlockedPerson
  ) throws -> ResumeCode {
    while true {
      let code = ResumeCode.random()
      do throws(RecordStoreError) {
        try store.reissue(record, by: person, code: code)
        return code
      } catch {
        guard error == .codeTaken else { throw error }
      }
    }
  }
}
