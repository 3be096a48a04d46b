import TerminalTesting
import Testing

/// The administrator's handbook, done as it says at the program's terminal.
@Suite(.serialized) struct HandbookTests {
  private let ana = ClinicVisit.passphrase(of: "Ana Example")

  @Test func setUpFromItsBeginningToItsEnd() throws {
    let visit = try ClinicVisit()
    let shown = try visit.setUp()
    #expect(visit.sheet.count == 4)
    #expect(!shown.contains(ClinicVisit.passphrase))
    for step in [
      "restored with the sheet", "Begun:", "finished:", "Opened", "Summed up", "Deleted:",
    ] {
      #expect(shown.contains(step), "\(step)")
    }
    #expect(try visit.run("users", "list").output.hasSuffix("  Ana Example\n"))
    // Of the trial only its lines in the audit are left.
    #expect(try visit.run("audit", "verify").output.hasSuffix("All 0 records are whole\n"))
    let audit = try visit.run("audit", "show").output
    #expect(audit.contains("setUp") && audit.contains("deleted") && !audit.contains("Trial Person"))
    let again = try visit.run("setup")
    #expect(again.errors.contains("have been made already"))
    #expect(again.status == .exited(1))
  }

  @Test(arguments: [
    "know it >", "The same again >", "Line 1 of 4 >", "where each will be? (yes/no)",
  ])
  func aSetUpThatIsStoppedLeavesNothing(_ prompt: String) throws {
    let visit = try ClinicVisit()
    let shown = try visit.setUp(stoppingAt: prompt)
    #expect(shown.contains("Stopped. Nothing was changed."))
    #expect(visit.folder.names == [])
  }

  @Test func aRecordIsDeletedAndItsCopiesAreNamed() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    try visit.folder.write(Forms.short, to: "form.json")
    try visit.folder.write(Forms.shortAnswers, to: "lines.txt")
    let interview = try visit.run(
      "interview", "form.json", "--answers", "lines.txt", "--output", "out.txt")
    #expect(interview.status == .exited(0), "\(interview.errors)")
    let audit = try visit.run("audit", "show").output
    let line = try #require(audit.split(separator: "\n").last { $0.contains("finished") })
    let record = String(line.suffix(36))
    let stick = try visit.folder.makeFolder("stick")
    _ = try visit.run("backup", stick)
    // Whoever says no deletes nothing.
    try visit.talk(
      ["delete", record, "--as", "Ana Example"], [ana, ("for ever? (yes/no)", "no")],
      status: .exited(3))
    #expect(try visit.run("audit", "verify").output.hasSuffix("All 1 records are whole\n"))
    let shown = try visit.talk(
      ["delete", record, "--as", "Ana Example"], [ana, ("for ever? (yes/no)", "yes")])
    #expect(shown.contains("backup  \(stick)/intake-backup-"))
    #expect(try visit.run("audit", "verify").output.hasSuffix("All 0 records are whole\n"))
    let again = try visit.talk(
      ["delete", record, "--as", "Ana Example"], [ana], status: .exited(1))
    #expect(again.contains("no record with the label"))
    // The backup still has it, and a restored store still opens.
    let other = visit.folder.path("other")
    #expect(try visit.run("restore", stick, in: other).output.contains("whole: 1 records"))
  }

  @Test func theAuditIsExportedAsAuditEvents() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    let lines = try visit.run("audit", "export").output.split(separator: "\n")
    let shown = try visit.run("audit", "show").output.split(separator: "\n")
    #expect(lines.count == shown.count && lines.count >= 5)
    for line in lines {
      #expect(line.hasPrefix(#"{"resourceType":"AuditEvent","id":""#), "\(line)")
      #expect(line.contains(#""requestor":"#) && line.contains(#""observer":"#))
    }
    let file = visit.folder.path("audit.json")
    _ = try visit.run("audit", "export", "--format", "bundle", "--output", file)
    #expect(try visit.folder.permissions(of: "audit.json") == 0o600)
    #expect(try visit.folder.text(of: "audit.json").contains(#""type": "collection""#))
  }

  @Test func aColleagueComesForgetsAndLeaves() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    try visit.talk(
      ["users", "add", "Cleo", "--role", "clinician", "--as", "Ana Example"],
      [ana] + ClinicVisit.newPassphrase(of: "Cleo", "a passphrase of Cleo's own"))
    try visit.talk(
      ["users", "reset", "Cleo", "--as", "Ana Example"],
      [ana] + ClinicVisit.newPassphrase(of: "Cleo", "another passphrase for Cleo"))
    // The old one is refused and asked again.
    let shown = try visit.talk(
      ["users", "passphrase", "--as", "Cleo"],
      [
        ClinicVisit.passphrase(of: "Cleo", "a passphrase of Cleo's own"),
        ClinicVisit.passphrase(of: "Cleo", "another passphrase for Cleo"),
      ] + ClinicVisit.newPassphrase(of: "Cleo", "the last passphrase of Cleo"))
    #expect(shown.contains("The name or the passphrase is not right."))
    try visit.talk(
      ["keys", "rotate", "--as", "Cleo"],
      [ClinicVisit.passphrase(of: "Cleo", "the last passphrase of Cleo")], status: .exited(1))
    try visit.talk(["users", "remove", "Cleo", "--as", "Ana Example"], [ana])
    try visit.talk(
      ["users", "remove", "Ana Example", "--as", "Ana Example"], [ana], status: .exited(1))
    let before = try visit.run("keys", "list").output
    try visit.talk(["keys", "rotate", "--as", "Ana Example"], [ana])
    let after = try visit.run("keys", "list").output
    #expect(before != after)
    #expect(try visit.run("users", "list").output.split(separator: "\n").count == 1)
    #expect(try visit.run("audit", "verify").status == .exited(0))
  }

  @Test func theOnlyAdministratorForgetsAndHasTheSheet() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    let lines = visit.sheet.enumerated().map {
      (prompt: "Line \($0.offset + 1) of 4 >", typed: $0.element.lowercased())
    }
    let shown = try visit.talk(
      ["keys", "recover"],
      lines + [("administrator's name >", "Ana Example")]
        + ClinicVisit.newPassphrase(of: "Ana Example", "this one I shall remember"))
    #expect(shown.contains("Recovered: Ana Example is an administrator."))
    try visit.talk(
      ["keys", "rotate", "--as", "Ana Example"],
      [ClinicVisit.passphrase(of: "Ana Example", "this one I shall remember")])
  }

  @Test func aBackupIsRestoredOnAnotherMachine() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    let stick = try visit.folder.makeFolder("stick")
    #expect(try visit.run("backup", stick).output.contains(" is whole: 0 records\n"))
    #expect(try visit.run("backup", stick).status == .exited(0))
    #expect(visit.folder.names(in: "stick").count == 2)
    let other = visit.folder.path("other/machine/records")
    let check = try visit.run("restore", stick, "--check", in: other)
    #expect(check.status == .exited(0))
    #expect(!visit.folder.names.contains("other"))
    #expect(try visit.run("restore", stick, in: other).status == .exited(0))
    #expect(try visit.run("restore", stick, in: other).errors.contains("already"))
    try visit.talk(["keys", "rotate", "--as", "Ana Example"], in: other, [ana])
    #expect(try visit.run("audit", "verify", in: other).status == .exited(0))
    #expect(try visit.run("audit", "show", in: other).output.contains("restored"))
  }

  @Test func aKioskApartGetsThePublicHalves() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    let kiosk = visit.folder.path("kiosk")
    let keys = visit.folder.path("keys.json")
    let device = visit.folder.path("device.json")
    let export = try visit.run("keys", "export", keys)
    let digits = export.output.split(separator: "\n").last?.split(separator: ": ").last ?? ""
    let shown = try visit.talk(
      ["setup", "--kiosk", keys], in: kiosk, [("showed? (yes/no)", "yes")])
    #expect(digits.count >= 48 && shown.contains(digits), "\(digits)")
    #expect(try visit.run("users", "list", in: kiosk).output.isEmpty)
    #expect(try visit.run("keys", "device", device, in: kiosk).status == .exited(0))
    try visit.talk(
      ["keys", "device", "--accept", device, "--as", "Ana Example"],
      [ana, ("showed? (yes/no)", "yes")])
    let outbox = try visit.folder.makeFolder("outbox")
    let taken = try visit.talk(["import", outbox, "--as", "Ana Example"], [ana])
    #expect(taken.contains("0 taken in, 0 known already, 0 refused"))
    #expect(try visit.run("keys", "list").output.matches(of: /machine/).count == 2)
  }

  @Test func aPassphraseIsNeverTakenFromAPipe() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    let run = try Program.run(
      ["keys", "rotate", "--as", "Ana Example", "--store", visit.store], in: visit.folder,
      input: "\(ClinicVisit.passphrase)\n")
    #expect(run.errors.hasPrefix("Error: a passphrase is only ever typed at a terminal"))
    #expect(run.status == .exited(1))
  }

  @Test func aStoreWithWrongRightsIsRefusedAndTheDoctorSaysWhatToDo() throws {
    let visit = try ClinicVisit()
    try visit.setUp()
    let sound = try visit.run("doctor")
    #expect(!sound.output.contains("may look into \(visit.store)"))
    try visit.folder.allowOthers("records")
    let refused = try visit.run("users", "list")
    #expect(refused.errors.contains("chmod 700"))
    #expect(refused.status == .exited(1))
    let doctor = try visit.run("doctor")
    #expect(doctor.output.contains("chmod 700 \(visit.store)"))
    #expect(doctor.status == .exited(1))
    let json = try visit.run("doctor", "--json").output
    #expect(json.contains("\"intake-doctor\"") && json.contains("\"topic\": \"store\""))
  }
}
