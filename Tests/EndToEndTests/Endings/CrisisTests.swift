import FHIR
import Glibc
import TerminalTesting
import Testing

/// Pages of help and calls for staff of the built program: in a pipe, from a file, in plain text, on a
/// terminal, in a draft that is gone on with, and when nothing can be written.
@Suite struct CrisisTests {
  private static func folder() throws -> WorkFolder {
    let folder = try WorkFolder()
    try folder.write(CrisisForm.text, to: "form.json")
    try folder.makeFolder("alerts")
    return folder
  }

  private static let calling = ["--alerts", "alerts", "--place", "Room 2", "--attended"]

  private static func run(
    _ arguments: [String] = calling, in folder: WorkFolder, input: String = CrisisForm.answers,
    environment: [String: String] = [:], after preparation: String = ""
  ) throws -> PipedProcess {
    try Program.run(
      ["interview", "form.json", "--output", "out.json"] + arguments, in: folder, input: input,
      environment: environment, after: preparation)
  }

  /// The parts of the urgent records of a response, by their names.
  private static func records(in name: String, of folder: WorkFolder) throws -> [[String: String]] {
    let root = try JSONDocument(folder.bytes(of: name)).root
    return root.extensions(.urgentRecord).map { record in
      Dictionary(
        (record["extension"]?.elements ?? []).compactMap { part in
          part["url"]?.string.map { ($0, part.choiceMember("value")?.node.string ?? "") }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  // MARK: - In every mode

  enum Way: CaseIterable {
    case pipe
    case file
    case plain
  }

  @Test(arguments: Way.allCases)
  func thePageComesAndStaffAreCalled(_ way: Way) throws {
    let folder = try Self.folder()
    let run =
      switch way {
      case .pipe: try Self.run(in: folder)
      case .plain: try Self.run(Self.calling + ["--plain"], in: folder)
      case .file:
        try Self.run(
          Self.calling + ["--answers", try folder.write(CrisisForm.answers, to: "lines.txt")],
          in: folder, input: "")
      }
    #expect(run.status == .exited(0), "\(run.errors)")
    #expect(run.output.contains("Somebody comes to you (acute)."))
    #expect(run.output.contains("Emergency: call your local emergency number."))
    let names = folder.names(in: "alerts")
    #expect(names.count == 2 && names.allSatisfy { $0.hasSuffix(".json") })
    for name in names {
      #expect(try folder.permissions(of: "alerts/\(name)") == 0o600)
      let text = try folder.text(of: "alerts/\(name)")
      #expect(text.contains(#""place": "Room 2""#))
      for word in ["one", "now", "Now?", "acute", "secretword", "yes", "crisis"] {
        #expect(!text.contains("\"\(word)"), "\(text)")
      }
    }
    let records = try Self.records(in: "out.response.json", of: folder)
    #expect(records.map { $0["page"] } == ["positive", "acute"])
    #expect(records.allSatisfy { $0["staff-called"] != nil && $0["opened"] != nil })
    #expect(records[0]["shown"] == nil)
    #expect(records[1]["shown"] != nil && records[1]["acknowledged"] != nil)
  }

  @Test func withoutAPlaceToCallFromNothingIsPromised() throws {
    let folder = try Self.folder()
    let run = try Self.run([], in: folder)
    #expect(run.output.contains("The page acute.") && !run.output.contains("Somebody comes"))
    #expect(folder.names(in: "alerts").isEmpty)
    let records = try Self.records(in: "out.response.json", of: folder)
    #expect(records.allSatisfy { $0["staff-called"] == nil })
  }

  @Test func aPersonWhoIsAskedForIsCalled() throws {
    let folder = try Self.folder()
    let run = try Self.run(in: folder, input: "person\n")
    #expect(run.output.contains("We have called the staff."))
    #expect(folder.names(in: "alerts").count == 1)
  }

  // MARK: - Whatever fails

  enum Failure: String, CaseIterable {
    case noFolder
    case fileInPlace
    case fullDisk
    case noPermission
  }

  @Test(arguments: Failure.allCases)
  func aCallThatCannotBeWrittenKeepsNothingFromTheScreen(_ failure: Failure) throws {
    let folder = try Self.folder()
    var preparation = ""
    switch failure {
    case .noFolder: folder.removeFolder("alerts")
    case .fileInPlace:
      folder.removeFolder("alerts")
      try folder.write("", to: "alerts")
    case .fullDisk: preparation = "ulimit -f 0;"
    // The files of processes can be neither made nor changed, by nobody.
    case .noPermission: break
    }
    let calling =
      failure == .noPermission
      ? ["--alerts", "/proc/1", "--place", "Room 2", "--attended"] : Self.calling
    let run = try Self.run(
      calling, in: folder, input: "person\n" + CrisisForm.answers, after: preparation)
    #expect(run.output.contains("The page acute.") && !run.output.contains("Somebody comes"))
    #expect(run.output.contains("Emergency: call your local emergency number."))
    #expect(run.output.contains("Tell the staff that you want to talk."))
    #expect(!run.output.contains("We have called"))
    if failure == .fullDisk {
      // Neither summary nor draft can be written either, which is said.
      #expect(run.status == .exited(1))
      #expect(run.errors.contains("cannot be written"))
    } else {
      #expect(run.status == .exited(0), "\(run.errors)")
      let records = try Self.records(in: "out.response.json", of: folder)
      #expect(records.count == 2 && records.allSatisfy { $0["staff-called"] == nil })
    }
  }

  // MARK: - Going on with a draft

  @Test func whoIsCutOffAtThePageSeesItInTheNextVisitAndNotInTheThird() throws {
    let folder = try Self.folder()
    let first = try Self.run(in: folder, input: "yes\nyes\n")
    #expect(first.status == .exited(3))
    let draft = try #require(folder.names.first { $0.hasPrefix("intake-draft-") })
    #expect(try Self.records(in: draft, of: folder).map { $0["acknowledged"] } == [nil, nil])
    let second = try Self.run(Self.calling + ["--from", draft], in: folder, input: "\n")
    #expect(second.output.contains("Somebody comes to you (acute)."))
    #expect(second.status == .exited(3))
    #expect(folder.names(in: "alerts").count == 3)
    #expect(try Self.records(in: draft, of: folder).last?["acknowledged"] != nil)
    let third = try Self.run(Self.calling + ["--from", draft], in: folder, input: "words\n0\n")
    #expect(!third.output.contains("Somebody comes") && third.status == .exited(0))
    #expect(folder.names(in: "alerts").count == 3)
    #expect(try Self.records(in: "out.response.json", of: folder).count == 2)
  }

  @Test func whoLeavesAtTheQuestionIsRecordedAndStaffAreCalled() throws {
    let folder = try Self.folder()
    let run = try Self.run(in: folder, input: "no\n")
    #expect(run.status == .exited(3))
    #expect(folder.names(in: "alerts").count == 1)
    let draft = try #require(folder.names.first { $0.hasPrefix("intake-draft-") })
    let records = try Self.records(in: draft, of: folder)
    #expect(records.map { $0["page"] } == ["acute"] && records[0]["shown"] == nil)
  }

  @Test func whatIsTakenBackStaysInTheFinishedResponse() throws {
    let folder = try Self.folder()
    let run = try Self.run(
      in: folder, input: "yes\nyes\n\nwords\n1\nno\n2\nno\n0\n")
    #expect(run.status == .exited(0), "\(run.output)")
    let records = try Self.records(in: "out.response.json", of: folder)
    #expect(records.map { $0["page"] } == ["positive", "acute"])
    #expect(records.allSatisfy { $0["closed"] != nil })
    let text = try folder.text(of: "out.response.json")
    #expect(text.contains(#""valueString": "Yes""#) && text.contains(#""valueString": "No""#))
  }

  // MARK: - On a terminal

  @Test(arguments: [false, true])
  func thePageStaysUntilThePersonGoesOn(_ isPlain: Bool) throws {
    let folder = try Self.folder()
    let visit = try Visit(
      ["interview", "form.json", "--output", "out.json"] + Self.calling
        + (isPlain ? ["--plain"] : []), in: folder,
      environment: ["INTAKE_COUNTRY": "US", "INTAKE_CLINIC_PHONE": "555 0100"])
    try visit.answer("One?", with: "no")
    _ = try visit.read()
    // Enter, pressed once more before anything could be read.
    visit.press("yes\r\r\r")
    let page = try visit.read()
    for text in [
      "Somebody comes to you (acute).", "Emergency: call 911.",
      "Crisis line: call or text 988.", "Crisis line for veterans: call 988, then press 1.",
      "Clinic: 555 0100.", "Press Enter to go on >",
    ] {
      #expect(page.contains(text), "\(page)")
    }
    #expect(!page.contains("Your answer"))
    visit.send("person")
    #expect(try visit.read().contains("We have called the staff."))
    visit.send("")
    try visit.answer("After?", with: "words")
    _ = try visit.read()
    visit.send("0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    let records = try Self.records(in: "out.response.json", of: folder)
    #expect(records.last?["acknowledged"] != nil)
  }

  @Test func stopAtTheQuestionShowsThePageFirst() throws {
    let folder = try Self.folder()
    let visit = try Visit(
      ["interview", "form.json", "--output", "out.json"] + Self.calling, in: folder)
    try visit.answer("One?", with: "no")
    try visit.answer("Now?", with: "stop")
    try visit.answer("Do you want to stop here?", with: "yes")
    try visit.answer("Somebody comes to you (acute).", with: "")
    #expect(try visit.terminal.waitForExit() == .exited(3))
    #expect(folder.names(in: "alerts").count == 1)
  }

  @Test func aTerminalThatIsClosedAtThePageLeavesTheRecordAndTheCall() throws {
    let folder = try Self.folder()
    let visit = try Visit(
      ["interview", "form.json", "--output", "out.json"] + Self.calling, in: folder)
    try visit.answer("One?", with: "yes")
    try visit.answer("Now?", with: "?")
    try visit.answer("I prefer not to say", with: "3")
    #expect(try visit.read().contains("Somebody comes to you (acute)."))
    visit.terminal.closeMaster()
    #expect(try visit.terminal.waitForExit() == .exited(3))
    #expect(folder.names(in: "alerts").count == 2)
    let draft = try #require(folder.names.first { $0.hasPrefix("intake-draft-") })
    let records = try Self.records(in: draft, of: folder)
    #expect(records.last?["shown"] != nil && records.last?["acknowledged"] == nil)
  }

  // MARK: - The shipped instrument

  @Test func theLastItemOfTheDepressionScaleCallsStaff() throws {
    let folder = try Self.folder()
    let lines = Array(repeating: "1\n", count: 8).joined() + "4\n\n"
    let run = try Program.run(
      ["interview", "instruments/phq-9.json", "--output", "out.json", "--alerts", "alerts"]
        + ["--label", "Kiosk 1"], in: folder, input: lines, environment: ["INTAKE_COUNTRY": "AU"])
    #expect(run.output.contains("Crisis line: call 13 11 14."))
    #expect(run.output.contains("Emergency: call 000."))
    let names = folder.names(in: "alerts")
    #expect(names.count == 1)
    let text = try folder.text(of: "alerts/\(try #require(names.first))")
    #expect(text.contains("Kiosk 1") && !text.contains("phq"))
    let draft = try #require(folder.names.first { $0.hasPrefix("intake-draft-") })
    let records = try Self.records(in: draft, of: folder)
    #expect(records.map { $0["page"] } == ["phq-9.crisis-page"])
  }

  // MARK: - Options and settings

  /// The numbers of each country, as the shipped list has them.
  private static let numbers = [
    "US": ["911", "988"], "CA": ["911", "9-8-8"], "AU": ["000", "13 11 14"],
    "GB": ["999", "116 123"], "IE": ["112", "116 123"], "EU": ["112", "116 123"],
    "NZ": ["111", "1737"],
  ]

  @Test(arguments: ["US", "CA", "AU", "GB", "UK", "IE", "EU", "NZ", "FR", ""])
  func onlyTheNumbersOfTheCountryAreShown(_ country: String) throws {
    let folder = try Self.folder()
    let run = try Self.run(
      [], in: folder, environment: country.isEmpty ? [:] : ["INTAKE_COUNTRY": country])
    let own = Self.numbers[country == "UK" ? "GB" : country] ?? []
    for number in own { #expect(run.output.contains(number)) }
    #expect(run.output.contains("your local emergency number") == own.isEmpty)
    for number in Set(Self.numbers.values.joined()).subtracting(own) {
      #expect(!run.output.contains(number), "\(number) in \(country)")
    }
  }

  @Test func aClinicsOwnNumbersGoBeforeThoseOfTheCountry() throws {
    let folder = try Self.folder()
    let run = try Self.run(
      [], in: folder,
      environment: ["INTAKE_COUNTRY": "US", "INTAKE_HELP_CRISIS_LINE": "call 555 0123"])
    #expect(run.output.contains("Crisis line: call 555 0123."))
    #expect(run.output.contains("Emergency: call 911.") && !run.output.contains("988"))
  }

  @Test(arguments: [
    (["--alerts", "alerts"], 1, "A call for staff has to say where they are to go."),
    (["--attended"], 1, "Staff cannot be near while nobody can call them."),
    (["--place", "Room\n2"], 64, "one line of at most 60 letters"),
    (["--label", "\u{1B}[2J"], 64, "without control characters"),
    (["--place", "   "], 64, "one line of at most 60 letters"),
    (["--label", String(repeating: "x", count: 61)], 64, "at most 60 letters"),
  ])
  func whatCannotCallAnybodyIsRefused(_ options: [String], _ status: Int32, _ words: String) throws
  {
    let folder = try Self.folder()
    let run = try Self.run(options, in: folder)
    #expect(run.status == .exited(status))
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 }, "nothing moves the cursor")
    #expect(run.output.isEmpty)
  }

  @Test func theConfigurationSaysHowStaffAreCalled() throws {
    let folder = try Self.folder()
    let configuration = """
      {"alerts": {"folder": "alerts", "label": "Kiosk 1", "place": "Room 2/3", "attended": true},
       "country": "NZ", "help": {"confirmed": "2026-03-27"}}
      """
    try folder.write(configuration, to: "intake.json")
    let run = try Self.run(["--config", "intake.json"], in: folder)
    #expect(run.output.contains("Somebody comes to you") && run.output.contains("1737"))
    #expect(folder.names(in: "alerts").count == 2)
    let without = try Self.run(
      ["--config", "intake.json", "--no-attended", "--output", "out2.json"], in: folder)
    #expect(!without.output.contains("Somebody comes to you"))
  }

  @Test(arguments: [
    (["INTAKE_COUNTRY": "US"], "for US have not been confirmed for a year"),
    (
      ["INTAKE_COUNTRY": "US", "INTAKE_HELP_CONFIRMED": "2019-01-01"],
      "for US have not been confirmed for a year"
    ),
    (["INTAKE_COUNTRY": "FR"], "known for the country FR"),
    ([:], nil),
  ])
  func checkSaysWhatIsToBeConfirmed(_ environment: [String: String], _ words: String?) throws {
    let run = try Program.run(["check"], in: try WorkFolder(), environment: environment)
    #expect(run.output.contains("Note: ") == (words != nil))
    if let words { #expect(run.output.contains(words), "\(run.output)") }
  }

  @Test func checkIsContentOnceTheNumbersAreConfirmed() throws {
    let today = try Program.run(["fhirpath", "today()"], in: try WorkFolder()).output
    let date = try #require(today.firstMatch(of: /\d{4}-\d\d-\d\d/)?.output)
    let run = try Program.run(
      ["check"], in: try WorkFolder(),
      environment: ["INTAKE_COUNTRY": "US", "INTAKE_HELP_CONFIRMED": String(date)])
    #expect(!run.output.contains("confirmed"), "\(run.output)")
  }
}
