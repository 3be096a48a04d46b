import FHIR
import RecordStore

/// Leads the first administrator through set-up, up to the moment at which everything is kept.
///
/// Nothing is written before that but, where it was asked for, the sheet for the printer.
struct SetupConversation {
  let terminal: StaffTerminal
  /// The folder of the store.
  let folder: String
  /// The name of the clinic, if it is known.
  let clinic: String?
  let today: PartialDate

  /// What set-up needs to make the clinic's keys.
  struct Result {
    let administrator: String
    let passphrase: Passphrase
    let recovery: PublicKey
  }

  /// Holds the conversation.
  ///
  /// - Throws: `StaffTerminal.Interruption` when it is stopped before its end.
  func run() throws -> Result {
    for page in SetupWording.pages(folder: folder) {
      terminal.clear()
      for paragraph in page { terminal.say(paragraph) }
      try terminal.waitForEnter()
    }
    terminal.clear()
    terminal.say(SetupWording.name)
    let name = try PersonName.ask(terminal, "Your name, as colleagues know it >")
    terminal.clear()
    terminal.say(SetupWording.passphrase)
    let passphrase = try PassphraseQuestions(terminal: terminal).new(for: name)
    return Result(administrator: name, passphrase: passphrase, recovery: try makeSheet())
  }

  /// Makes a recovery sheet and has it proved from paper; gives the key that it opens.
  func makeSheet() throws -> PublicKey {
    let key = PrivateKey()
    let sheet = RecoverySheet(of: key)
    let proof = try RecoveryProof(sealedFor: key.publicKey)
    let paper = RecoverySheetPaper(
      lines: sheet.lines, keyName: "\(key.publicKey.id)", date: today, clinic: clinic)
    terminal.clear()
    terminal.say(SetupWording.sheet)
    guard try terminal.askYesOrNo("Write it to a file on a stick, to print it?") else {
      try show(paper)
      try prove(proof)
      return key.publicKey
    }
    let file = try place(paper)
    defer { remove(file) }
    terminal.say(
      "Written: \(file)",
      "Print it twice, on a printer that keeps nothing. The stick is wanted back here.")
    try terminal.waitForEnter("Both copies are on paper? Press Enter to go on >")
    try prove(proof)
    return key.publicKey
  }

  // MARK: - On paper

  private func show(_ paper: RecoverySheetPaper) throws {
    let half = paper.lines.count / 2
    for lines in [0..<half, half..<paper.lines.count] {
      terminal.clear()
      terminal.say("Write these lines down, twice, each copy on a sheet of its own.")
      terminal.show(lines.map(paper.line))
      try terminal.waitForEnter("Both copies have these lines? Press Enter to go on >")
    }
    terminal.clear()
  }

  private func place(_ paper: RecoverySheetPaper) throws -> String {
    terminal.say(SetupWording.sheetFile)
    while true {
      let folder = try terminal.ask("Folder of the stick >")
      let path = FileSystem.path("intake-recovery-sheet.txt", in: folder)
      do {
        try FileSystem.writePrivately(Array(paper.text.utf8), to: path, existing: .isKept)
        return path
      } catch { terminal.complain("\(error)") }
    }
  }

  private func prove(_ proof: RecoveryProof) throws {
    terminal.say(SetupWording.typedBack)
    while true {
      let typed = try SheetQuestions(terminal: terminal).typed()
      if proof.isRestored(by: typed) { break }
      terminal.complain("This is another sheet. Take the one of today.")
    }
    terminal.say(
      "Good: a test record was sealed and restored with the sheet that you typed.",
      "Lock both copies up in two places, before the first interview.")
    while try !terminal.askYesOrNo("Are there two copies, and do you know where each will be?") {
      terminal.say("Make the second copy from the first now.")
    }
  }

  /// The file is no longer needed, also when set-up is stopped, and nobody should find it.
  private func remove(_ file: String) {
    FileSystem.remove(file)
    terminal.say(
      FileSystem.kind(of: file) == .nothing
        ? "Removed: \(file). Whoever has the stick may still find it: destroy the stick, or lock "
          + "it up with a copy of the sheet."
        : "Remove \(file) from the stick now, and destroy the stick.")
  }
}
