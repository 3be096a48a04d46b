import RecordStore

/// Asks for passphrases, which are typed at a terminal and nowhere else.
struct PassphraseQuestions {
  let terminal: StaffTerminal

  /// Asks for a new passphrase until the same was typed twice.
  func new(for name: String) throws -> Passphrase {
    while true {
      let text = try terminal.askHidden("New passphrase of \(name) >")
      let passphrase: Passphrase
      do {
        passphrase = try Passphrase(text)
      } catch {
        terminal.say("\(ErrorReport.prefix)\(error)")
        continue
      }
      if try terminal.askHidden("The same again >") == text { return passphrase }
      terminal.say("\(ErrorReport.prefix)the two are not the same. Type both again.")
    }
  }

  /// Asks for the passphrase that somebody has.
  func known(of name: String) throws -> String {
    try terminal.askHidden("Passphrase of \(name) >")
  }
}
