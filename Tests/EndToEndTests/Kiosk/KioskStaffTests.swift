import Glibc
import TerminalTesting
import Testing

/// What only staff can do at a kiosk, and what it needs before it starts.
@Suite struct KioskStaffTests {
  @Test func onlyAPassphraseStopsIt() throws {
    let visit = try KioskMachine(start: "staff").start()
    for word in ["stop", "quit", "exit", ":stop", "q"] { try visit.answer("Welcome", with: word) }
    try visit.unlock("wrong horse battery staple")
    let refused = try visit.read()
    #expect(refused.contains("The name or the passphrase is not right."))
    #expect(!refused.contains("Stop this kiosk"))
    visit.send(KioskMachine.staff)
    try visit.answer("Your passphrase", with: KioskMachine.passphrase)
    try visit.answer("Stop this kiosk", with: "5")
    try visit.answer("Stop this kiosk?", with: "1")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    #expect(visit.terminal.state == .usual)
    #expect(visit.terminal.screen.description.isEmpty)
    #expect(!visit.terminal.text.contains(KioskMachine.passphrase))
  }

  @Test func staffBeginAVisit() throws {
    let visit = try KioskMachine(start: "staff").start()
    #expect(try visit.read().contains("Ask the staff to start your visit"))
    visit.send("")
    try visit.unlock()
    try visit.answer("Start a visit", with: "1")
    try visit.answer("What do you call this visit?", with: "Room 2")
    try visit.answer("Appointment number", with: "A-17")
    try visit.answer("Who will type?", with: "1")
    try visit.answer("was not tested and acknowledged today", with: "")
    try visit.answer("code", with: "")
    #expect(try visit.read().contains("What is your name?"))
  }

  /// Somebody goes away, and staff open their draft again on the same day.
  @Test func staffReopenADraftOfToday() throws {
    let visit = try KioskMachine().start()
    _ = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    try visit.unlock()
    try visit.answer("End this visit", with: "2")
    try visit.answer("The staff ended this visit here.", with: "")
    try visit.unlock()
    try visit.answer("Reopen a draft of today", with: "2")
    let list = try visit.read()
    #expect(list.contains("Which draft?") && !list.contains(KioskMachine.canary))
    visit.send("1")
    try visit.answer("go on", with: "")
    #expect(try visit.read().contains("Is there danger?"))
  }

  @Test func staffHelpAndThePersonGoesOn() throws {
    let visit = try KioskMachine().start()
    _ = try visit.beginVisit()
    try visit.unlock()
    try visit.answer("Go on with the question", with: "1")
    #expect(try visit.read().contains("What is your name?"))
  }

  @Test func stoppingInAVisitKeepsTheAnswers() throws {
    let machine = try KioskMachine()
    let visit = try machine.start()
    let code = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    try visit.unlock()
    try visit.answer("Stop this kiosk", with: "6")
    try visit.answer("Stop this kiosk?", with: "1")
    try visit.answer("The staff ended this visit here.", with: "")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    let next = try machine.start()
    try next.answer("Welcome", with: "resume")
    try next.answer("code", with: code)
    try next.answer("go on", with: "")
    #expect(try next.read().contains("Is there danger?"))
  }

  @Test func endedRecordsAreHandedOverToAFolder() throws {
    let machine = try KioskMachine()
    try machine.folder.makeFolder("stick")
    let visit = try machine.start()
    _ = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    try visit.answer("Is there danger?", with: "no")
    try visit.answer("Do you have pets?", with: "yes")
    try visit.answer("Check your answers", with: "0")
    try visit.answer("Thank you.", with: "")
    try visit.unlock()
    try visit.answer("Hand over finished records", with: "3")
    try visit.answer("Hand over to which folder?", with: machine.folder.path("stick"))
    #expect(try visit.read().contains("1 record handed over."))
    let names = machine.folder.names(in: "stick")
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try machine.folder.bytes(of: "stick/\(name)")
      #expect(!bytes.containsSequence(Array(KioskMachine.canary.utf8)))
    }
  }

  // MARK: - Calls for staff

  @Test func aTestCallMakesVisitsAttended() throws {
    let machine = try KioskMachine(start: "staff")
    let visit = try machine.start()
    try visit.unlock()
    try visit.answer("Test the call for staff", with: "4")
    try visit.answer("A test call is out.", with: "")
    try visit.answer("is not acknowledged yet", with: "0")
    let call = try #require(machine.folder.names(in: "alerts").first)
    #expect(call.hasPrefix("alert-test-"))
    try machine.folder.remove("alerts/\(call)")
    try visit.unlock()
    try visit.answer("Start a visit", with: "1")
    try visit.answer("What do you call this visit?", with: "Room 2")
    try visit.answer("Appointment number", with: "")
    try visit.answer("Who will type?", with: "1")
    #expect(try visit.read().contains("Will staff be near"))
  }

  @Test func personSaysCalledOnlyWhenTheCallWasWritten() throws {
    let machine = try KioskMachine()
    let visit = try machine.start()
    _ = try visit.beginVisit()
    machine.folder.removeFolder("alerts")
    try visit.answer("What is your name?", with: "person")
    #expect(try !visit.read().contains("We have called the staff"))
    try machine.folder.makeFolder("alerts")
    visit.send("person")
    #expect(try visit.read().contains("We have called the staff"))
    #expect(!machine.folder.names(in: "alerts").isEmpty)
  }

  // MARK: - What it needs

  @Test func contentThatNobodyApprovedIsRefused() throws {
    let machine = try KioskMachine()
    let refused = try machine.start([])
    #expect(try refused.terminal.waitForExit() == .exited(1))
    #expect(refused.terminal.text.contains("1 file is a draft that nobody has approved: form.json"))
    #expect(refused.terminal.state == .usual)

    try machine.approve()
    let allowed = try machine.start([])
    #expect(try !allowed.read().contains("TRIAL"))
  }

  @Test func contentThatIsChangedLaterIsRefused() throws {
    let machine = try KioskMachine()
    try machine.approve()
    let visit = try machine.start([])
    _ = try visit.read()
    let form = try machine.folder.text(of: "content/form.json")
    try machine.folder.write(form + " ", to: "content/form.json")
    try visit.strike(SIGKILL)
    let page = try visit.read()
    #expect(page.contains("This screen cannot take answers now."))
    #expect(page.contains("For the staff: 1 file is a draft"))
    try machine.folder.write(form, to: "content/form.json")
    visit.send("")
    #expect(try visit.read().contains("Press Enter to begin"))
  }

  @Test func aTrialIsMarkedOnEveryPage() throws {
    let visit = try KioskMachine().start()
    for line in ["", "", "Ana", "yes", "", "no", "0"] {
      #expect(try visit.read().hasPrefix("TRIAL: not for patients"))
      visit.send(line)
    }
    #expect(try visit.read().hasPrefix("TRIAL: not for patients"))
  }

  @Test func aStoreWithoutSetUpIsRefused() throws {
    let machine = try KioskMachine()
    let visit = try Visit(
      [
        "kiosk", "--trial", "--questionnaires", machine.folder.path("content"), "--store",
        machine.folder.path("other"),
      ], in: machine.folder)
    #expect(try visit.terminal.waitForExit() == .exited(1))
    #expect(visit.terminal.text.contains("There are no records in"))
  }

  @Test func itNeedsATerminal() throws {
    let machine = try KioskMachine()
    let result = try Program.run(machine.arguments + ["--trial"], in: machine.folder)
    #expect(result.status == .exited(1))
    #expect(result.errors.contains("A kiosk needs a terminal."))
  }

  @Test func aVisitIsNotStartedByHand() throws {
    let machine = try KioskMachine()
    let visit = try Visit(
      ["kiosk-visit", "--trial", "--supervisor", "1"] + machine.arguments.dropFirst(),
      in: machine.folder)
    #expect(try visit.terminal.waitForExit() == .exited(22))
    #expect(visit.terminal.text.contains("intake kiosk"))
  }

  // MARK: - Nobody types

  /// As long as the settings allow at the least: forty seconds.
  @Test func whoGoesAwayLeavesADraftAndACleanScreen() throws {
    let machine = try KioskMachine()
    let visit = try machine.start()
    let code = try visit.beginVisit()
    try visit.answer("What is your name?", with: KioskMachine.canary)
    _ = try visit.read()
    visit.press([])
    try visit.terminal.expect("Are you still there?", within: .seconds(60))
    try visit.terminal.expect("Nobody typed for a while", within: .seconds(60))
    #expect(!visit.terminal.screen.contains(KioskMachine.canary))
    try visit.terminal.expect("Press Enter to begin", within: .seconds(60))
    try visit.settle()
    visit.send("resume")
    try visit.answer("code", with: code)
    try visit.answer("go on", with: "")
    #expect(try visit.read().contains("Is there danger?"))
  }
}
