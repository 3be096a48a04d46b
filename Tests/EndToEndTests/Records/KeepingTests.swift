import FHIR
import Foundation
import Glibc
import RecordStore
import TerminalTesting
import Testing
import Visits

/// What is kept, what is not, and what happens when nothing can be.
@Suite struct KeepingTests {
  /// Every byte of every file below a folder.
  private func bytes(below path: String) throws -> Data {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return try names.reduce(into: Data()) { all, name in
      var isFolder: ObjCBool = false
      let file = "\(path)/\(name)"
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return }
      all += try Data(contentsOf: URL(filePath: file))
    }
  }

  private func expectNoCanary(in folder: WorkFolder, _ moment: Comment) throws {
    let data = try bytes(below: folder.path(WorkFolder.store))
    #expect(data.count > 10_000, moment)
    let canary = RecordForm.canary
    for form in [
      Data(canary.utf8), try #require(canary.data(using: .utf16LittleEndian)),
      Data(Data(canary.utf8).base64EncodedString().prefix(12).utf8), Data("1950-03-27".utf8),
    ] { #expect(data.range(of: form) == nil, moment) }
  }

  @Test func noFileOfTheStoreHoldsAnAnswer() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answerRecordForm()
    _ = try visit.read()
    try expectNoCanary(in: folder, "while it is answered")
    visit.terminal.process.signal(9)
    _ = try visit.terminal.waitForExit()
    try expectNoCanary(in: folder, "after a power cut")
    let later = try Visit.resume(code, in: folder)
    try later.answer("What is your date of birth?", with: "27 March 1950")
    try later.answer("had stopped", with: "")
    try later.answer("What else?", with: "stop")
    try later.answer("Do you want to stop here?", with: "1")
    _ = try later.terminal.waitForExit()
    try expectNoCanary(in: folder, "after stopping")
    #expect(folder.names == [".local", "form.json"])
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(WorkFolder.store))
    for file in files {
      #expect(try folder.permissions(of: "\(WorkFolder.store)/\(file)") & 0o077 == 0)
    }
  }

  @Test func whoTakesConsentBackLeavesNothing() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    try visit.answer("Do you agree?", with: "no")
    try visit.answer("Nothing is kept.", with: "")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    #expect(folder.names == [".local", "form.json"])
    let later = try Visit.resume(code, in: folder)
    #expect(try later.read().contains("There are no answers with this code."))
  }

  @Test func whatIsUrgentReachesStaffAlsoWithoutConsent() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "yes")
    try visit.answer("The page of help.", with: "")
    try visit.answer("Do you agree?", with: "no")
    try visit.answer("Nothing is kept.", with: "")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    let answers = try folder.text(of: "out.response.json")
    #expect(answers.contains("urgent-record") && !answers.contains("\"linkId\": \"agree\""))
    let later = try Visit.resume(code, in: folder, output: "late.txt")
    #expect(try later.read().contains("There are no answers with this code."))
  }

  @Test func offATerminalNothingIsKeptUnlessItIsAskedFor() throws {
    let folder = try WorkFolder.withRecordForm()
    let arguments = ["interview", "form.json", "--output", "out.txt"]
    let plain = try Program.run(arguments, in: folder, input: "no\nyes\n")
    #expect(plain.status == .exited(3))
    #expect(folder.names.contains { $0.hasPrefix("intake-draft-") })
    #expect(!folder.names.contains(".local"))
    let kept = try Program.run(
      arguments + ["--store", "records"], in: folder, input: "no\nyes\nAna\n27 March 1950\n")
    #expect(kept.status == .exited(3))
    #expect(folder.names.contains("records"))
    let pattern = /you need this code: ([0-9A-Z-]{19})/
    let code = try #require(kept.errors.firstMatch(of: pattern)?.1)
    #expect(kept.errors.contains("To go on: intake resume --store records"))
    let later = try Program.run(
      ["resume", "--store", "records", "--output", "out.txt"], in: folder,
      input: "\(code)\n27 March 1950\nsecret\nmore\n0\n")
    #expect(later.status == .exited(0))
    #expect(try folder.text(of: "out.response.json").contains("\"secret\""))
  }

  // MARK: - A store that cannot be used

  @Test func aStoreThatCannotBeUsedIsSaidBeforeTheFirstQuestion() throws {
    let folder = try WorkFolder.withRecordForm()
    try folder.write("", to: "records")
    let arguments = ["interview", "form.json", "--output", "out.txt"]
    let visit = try Visit(arguments + ["--store", "records"], in: folder, keeping: .inStore)
    try visit.answer("We save each answer", with: "")
    #expect(try visit.terminal.waitForExit() == .exited(1))
    #expect(
      visit.allText.contains("Error: the answers cannot be kept while they are given: records"))
    #expect(visit.allText.contains("add --no-store."))
    #expect(!visit.allText.contains("In danger?"))
    let other = try Visit(arguments, in: folder)
    #expect(try other.read().contains("In danger?"))
  }

  @Test func aStoreThatOthersCanReadIsRefused() throws {
    let folder = try WorkFolder.withRecordForm()
    let records = try folder.makeFolder("records")
    try #require(chmod(records, 0o755) == 0)
    let run = try Program.run(
      ["interview", "form.json", "--output", "out.txt", "--store", "records"], in: folder,
      input: "no\n")
    #expect(run.status == .exited(1))
    #expect(run.errors.contains("can be used by others"))
    #expect(!run.output.contains("In danger?"))
  }

  @Test(.disabled(if: geteuid() == 0, "Whoever may do everything can write everything."))
  func aStoreThatCannotBeWrittenIsRefused() throws {
    let folder = try WorkFolder.withRecordForm()
    let records = try folder.makeFolder("records")
    try #require(chmod(records, 0o500) == 0)
    defer { chmod(records, 0o700) }
    let run = try Program.run(
      ["interview", "form.json", "--output", "out.txt", "--store", "records"], in: folder,
      input: "no\n")
    #expect(run.status == .exited(1))
    #expect(run.errors.contains("cannot be written"))
  }

  /// The disk is full for a while: no file of the program can grow.
  private func setDiskFull(_ isFull: Bool, for visit: Visit) throws {
    let process = String(visit.terminal.process.identifier)
    let run = try PipedProcess(
      executable: "/usr/bin/prlimit",
      arguments: ["--pid", process, "--fsize=\(isFull ? "0" : "unlimited"):unlimited"],
      environment: [:], input: .bytes([]))
    try #require(run.status == .exited(0), "\(run.errors)")
  }

  @Test func aFullDiskIsSaidAndWhatWasAnsweredMeanwhileIsSavedLater() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    _ = try visit.read()
    try setDiskFull(true, for: visit)
    visit.send("yes")
    let shown = try visit.read()
    #expect(shown.contains("Error: your last answer is not saved. Please tell the staff."))
    visit.send("Ana")
    #expect(try visit.read().contains("Error: your last 2 answers are not saved."))
    try setDiskFull(false, for: visit)
    visit.send("27 March 1950")
    #expect(try visit.read().contains("All your answers are saved now."))
    visit.terminal.process.signal(9)
    _ = try visit.terminal.waitForExit()
    let later = try Visit.resume(code, in: folder)
    try later.answer("What is your date of birth?", with: "27 March 1950")
    try later.answer("had stopped", with: "")
    #expect(try later.read().contains("What is the secret?"))
  }

  @Test func aFullDiskKeepsNobodyFromHelpAndIsAskedAboutAtTheEnd() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    _ = try visit.read()
    try setDiskFull(true, for: visit)
    visit.send("yes")
    let page = try visit.read()
    #expect(page.contains("The page of help.") && !page.contains("not saved"))
    visit.send("")
    #expect(try visit.read().contains("Error: your last answer is not saved."))
    visit.send("stop")
    try visit.answer("Do you want to stop here?", with: "1")
    try visit.answer("Please tell the staff before you go.", with: "1")
    try visit.answer("Your last answer is not saved.", with: "2")
    #expect(try visit.terminal.waitForExit() == .exited(3))
    #expect(visit.allText.contains("Error: the last answers given (1) are not saved."))
    #expect(visit.allText.contains(code))
    let later = try Visit.resume(code, in: folder)
    #expect(try later.read().contains("Welcome back"))
    later.send("")
    #expect(try later.read().contains("In danger?"))
  }

  // MARK: - A store of a clinic

  @Test func inAClinicsStoreItStaysFinishedForStaff() throws {
    let folder = try WorkFolder.withRecordForm()
    let store = try RecordStore.open(folder.path("records"))
    let admin = try store.setUp(
      administrator: "Eva", passphrase: Passphrase(new: "a long passphrase of words"),
      recovery: PrivateKey().publicKey)
    let (visit, code) = try Visit.begin(
      in: folder, ["--store", "records", "--label", "Blue coat"])
    #expect(visit.allText.contains("If you lose it, ask the staff."))
    try visit.answerRecordForm()
    try visit.answer("What else?", with: "nothing")
    #expect(try store.list(by: admin).map(\.state) == [.inProgress])
    try visit.answer("Check your answers", with: "0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    let listed = try #require(try store.list(by: admin).first)
    #expect(listed.state == .finished && !listed.canBeResumed)
    let desk = try #require(listed.desk.flatMap { DeskCard($0) })
    #expect(desk.label == "Blue coat" && desk.state == .finished && !desk.isUrgent)
    let clinical = try #require(listed.clinical.flatMap { ClinicalCard($0) })
    #expect(clinical.name == "Ana \(RecordForm.canary)")
    #expect(clinical.birthDate?.description == "1950-03-27")
    // The record and the file hold the same document.
    let history = try VisitHistory(try store.read(listed.id, by: admin).map(\.bytes))
    let document = try #require(history.document)
    #expect(history.end == .completed)
    #expect(JSONWriter().bytes(of: document) == (try folder.bytes(of: "out.response.json")))
    let later = try Visit.resume(
      code, in: folder, ["--store", "records"], output: "late.txt")
    #expect(try later.read().contains("There are no answers with this code."))
  }

  @Test func inAClinicsStoreWrongDatesOfBirthCountUntilStaffHelp() throws {
    let folder = try WorkFolder.withRecordForm()
    let store = try RecordStore.open(folder.path("records"))
    _ = try store.setUp(
      administrator: "Eva", passphrase: Passphrase(new: "a long passphrase of words"),
      recovery: PrivateKey().publicKey)
    let (visit, code) = try Visit.begin(in: folder, ["--store", "records"])
    try visit.answerRecordForm()
    try visit.kill()
    let first = try Visit.resume(code, in: folder, ["--store", "records"])
    for line in ["1 May 1950", "2 May 1950"] {
      try first.answer("What is your date of birth?", with: line)
    }
    try first.kill()
    let second = try Visit.resume(code, in: folder, ["--store", "records"])
    try second.answer("What is your date of birth?", with: "3 May 1950")
    #expect(try second.terminal.waitForExit() == .exited(1))
    let third = try Visit.resume(code, in: folder, ["--store", "records"])
    #expect(try third.terminal.waitForExit() == .exited(1))
    #expect(third.allText.contains("Please ask the staff for help."))
    #expect(!third.allText.contains("What is your date of birth?"))
  }
}
