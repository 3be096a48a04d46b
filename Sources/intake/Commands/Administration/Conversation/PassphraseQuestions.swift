import RecordStore

/// Asks for passphrases, which are typed at a terminal and nowhere else.
struct PassphraseQuestions {
  let terminal: StaffTerminal

  /// Asks for a new passphrase until the same was typed twice.
  func new(for name: String) throws -> Passphrase {
    while true {
      let text = try terminal.askHidden("New passphrase of \(name) >")
      do {
        let passphrase = try Passphrase(new: text)
        let again = Passphrase(typed: try terminal.askHidden("The same again >"))
        if passphrase.isSame(as: again) { return passphrase }
        terminal.complain("The two are not the same. Type both again.")
      } catch let error as PassphraseError { terminal.complain("\(error)") }
    }
  }

  /// Asks for the passphrase that somebody has.
  func known(of name: String) throws -> Passphrase {
    Passphrase(typed: try terminal.askHidden("Passphrase of \(name) >"))
  }
}
