import Interview

/// Asks somebody who works at the clinic for name and passphrase.
struct StaffUnlock {
  let screen: KioskScreen
  let records: any KioskRecords

  /// What they may do; nil when they left the page.
  func run() throws(VisitInterruption) -> (any StaffRights)? {
    let wording = KioskWording()
    var remarks: [Block] = []
    while true {
      let name = try screen.ask(
        KioskPage(
          blocks: remarks + [.question(wording.nameQuestion), .hint(wording.emptyLeadsBack)]))
      if name.isEmpty { return nil }
      let passphrase = try screen.ask(
        KioskPage(
          blocks: [.question(wording.passphraseQuestion), .hint(wording.passphraseHint)],
          visibility: .hidden, maximumLength: 400))
      if passphrase.isEmpty { return nil }
      do {
        return try records.unlock(name: name, passphrase: passphrase)
      } catch { remarks = [.error("Error: \(error)")] }
    }
  }
}
